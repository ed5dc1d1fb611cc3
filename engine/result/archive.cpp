// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/archive.h"

#include <algorithm>
#include <memory>
#include <troika/base/system_error.h>
#include <zip.h>

namespace troika {

namespace {

constexpr std::uint64_t readAtOnce = 1 << 20;

struct CloseMember {
    void operator()(zip_file_t* member) const { zip_fclose(member); }
};
struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;

/// What libzip, which speaks English alone, found.
Text said(zip_error_t* error) {
    const std::string english = zip_error_strerror(error);
    if (zip_error_system_type(error) == ZIP_ET_SYS)
        return {english, systemError(zip_error_code_system(error)).ru};
    switch (zip_error_code_zip(error)) {
    case ZIP_ER_NOZIP:
        return {english, "это не архив"};
    case ZIP_ER_INCONS:
        return {english, "архив противоречив"};
    case ZIP_ER_NOENT:
        return {english, "такого файла нет"};
    case ZIP_ER_EOF:
        return {english, "файл обрывается"};
    case ZIP_ER_CRC:
        return {english, "не сходится контрольная сумма"};
    case ZIP_ER_ZLIB:
    case ZIP_ER_COMPRESSED_DATA:
        return {english, "сжатые данные испорчены"};
    case ZIP_ER_MEMORY:
        return {english, "не хватает памяти"};
    default:
        return bilingual("{}", "ошибка libzip {}",
                         Text{english, std::to_string(zip_error_code_zip(error))});
    }
}

auto damaged(const std::string& name, const Text& why) {
    return failure("result-damaged", bilingual("The result file is damaged: {}: {}.",
                                               "Файл результата повреждён: {}: {}.", name, why));
}

auto notPacked(const Text& why) {
    return failure("result-not-written", bilingual("The result could not be packed: {}.",
                                                   "Не удалось упаковать результат: {}.", why));
}

bool addMember(zip_t* zip, const std::string& name, std::string_view content) {
    zip_source_t* source = zip_source_buffer(zip, content.data(), content.size(), 0);
    if (source == nullptr) return false;
    const zip_int64_t index = zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    return zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_DEFLATE, 1) == 0;
}

Result<std::string> contentOf(zip_source_t* source) {
    zip_stat_t stat;
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0)
        return notPacked(said(zip_source_error(source)));
    std::string content(stat.size, '\0');
    const zip_int64_t read = zip_source_read(source, content.data(), content.size());
    zip_source_close(source);
    if (read != static_cast<zip_int64_t>(content.size()))
        return notPacked({"short read", "прочитано не всё"});
    return content;
}

} // namespace

Result<std::string>
packArchive(const std::vector<std::pair<std::string, std::string_view>>& files) {
    zip_error_t error;
    zip_error_init(&error);
    const Source source(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!source) return notPacked(said(&error));
    zip_t* zip = zip_open_from_source(source.get(), ZIP_TRUNCATE, &error);
    if (zip == nullptr) return notPacked(said(&error));
    zip_source_keep(source.get());
    const bool added = std::all_of(files.begin(), files.end(), [&](const auto& file) {
        return addMember(zip, file.first, file.second);
    });
    if (!added || zip_close(zip) != 0) {
        const Text why = said(zip_get_error(zip));
        zip_discard(zip);
        return notPacked(why);
    }
    return contentOf(source.get());
}

Result<Archive> Archive::open(const std::filesystem::path& file) {
    int code = 0;
    zip_t* zip = zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code);
    if (zip != nullptr) return Archive(zip);
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const Text why = said(&error);
    zip_error_fini(&error);
    return damaged(file.filename().string(), why);
}

Archive::~Archive() {
    if (m_zip != nullptr) zip_discard(static_cast<zip_t*>(m_zip));
}

Result<std::string> Archive::read(const std::string& name, std::uint64_t mostBytes) const {
    zip_t* zip = static_cast<zip_t*>(m_zip);
    zip_stat_t stat;
    if (zip_stat(zip, name.c_str(), 0, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0)
        return damaged(name, said(zip_get_error(zip)));
    if (stat.size > mostBytes)
        return failure("result-too-large",
                       bilingual("The part {} holds {} bytes; at most {} are read.",
                                 "Часть {} занимает {} байт, а читается не больше {}.", name,
                                 stat.size, mostBytes));
    const std::unique_ptr<zip_file_t, CloseMember> member(zip_fopen(zip, name.c_str(), 0));
    if (!member) return damaged(name, said(zip_get_error(zip)));
    std::string content;
    while (content.size() < stat.size) {
        const std::size_t had = content.size();
        content.resize(had + std::min<std::uint64_t>(readAtOnce, stat.size - had));
        const zip_int64_t read = zip_fread(member.get(), &content[had], content.size() - had);
        if (read <= 0) return damaged(name, said(zip_file_get_error(member.get())));
        content.resize(had + static_cast<std::size_t>(read));
    }
    // Reading on to the end is what makes libzip check the member's CRC.
    char beyond = 0;
    if (zip_fread(member.get(), &beyond, 1) != 0)
        return damaged(name, said(zip_file_get_error(member.get())));
    return content;
}

} // namespace troika
