// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/disk_file.h"

#include "workload/disk_blocks.h"
#include "workload/disk_tree.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/statvfs.h>
#include <system_error>
#include <unistd.h>

namespace troika {
namespace {

tl::unexpected<Failure> cannot(const std::string& code, const char* english, const char* russian,
                               const std::filesystem::path& path, int error) {
    return systemFailure(code,
                         {fmt::format("{} {}", english, path.string()),
                          fmt::format("{} {}", russian, path.string())},
                         error);
}

/// Bytes that may be written to the file system of `path`; the greatest number where unknown.
std::uint64_t freeBytes(const std::filesystem::path& path) {
    struct statvfs state {};
    if (::statvfs(path.c_str(), &state) != 0) return UINT64_MAX;
    return static_cast<std::uint64_t>(state.f_bavail) * state.f_frsize;
}

tl::unexpected<Failure> diskFull(const DiskPlan& plan, std::uint64_t free) {
    return failure("disk-full",
                   bilingual("No room for {}: it needs {} bytes and {} are free. Choose a smaller "
                             "file_size or another disk.",
                             "Нет места для {}: нужно {} байт, свободно {}. Уменьшите file_size "
                             "или выберите другой диск.",
                             plan.file.string(), plan.fileSize, free));
}

tl::unexpected<Failure> directRefused(const std::filesystem::path& path) {
    return failure("direct-refused",
                   bilingual("The file system of {} has no O_DIRECT for these blocks. Choose cache "
                             "\"dropped\" instead of \"direct\".",
                             "Файловая система {} не поддерживает O_DIRECT для таких блоков. "
                             "Выберите cache \"dropped\" вместо \"direct\".",
                             path.string()));
}

Result<> takeRoom(const DiskPlan& plan, int descriptor) {
    const std::uint64_t free = freeBytes(plan.file);
    if (plan.fileSize > free) return diskFull(plan, free);
    const int error = ::posix_fallocate(descriptor, 0, static_cast<off_t>(plan.fileSize));
    if (error == ENOSPC || error == EDQUOT) return diskFull(plan, freeBytes(plan.file));
    if (error != 0) {
        return cannot("disk-room", "Cannot take room for", "Не удалось занять место для", plan.file,
                      error);
    }
    return {};
}

Result<> writeContent(const DiskPlan& plan, int descriptor) {
    constexpr std::uint64_t portion = 1U << 20;
    const BlockBuffer buffer(std::min(portion, plan.fileSize));
    if (!buffer)
        return cannot("disk-write", "Cannot fill", "Не удалось заполнить", plan.file, ENOMEM);
    for (std::uint64_t offset = 0; offset < plan.fileSize; offset += portion) {
        const auto bytes = buffer.bytes().first(std::min(portion, plan.fileSize - offset));
        fillFileContent(bytes, offset);
        if (!writeWhole(descriptor, bytes, offset)) {
            if (errno == ENOSPC || errno == EDQUOT) return diskFull(plan, freeBytes(plan.file));
            return cannot("disk-write", "Cannot fill", "Не удалось заполнить", plan.file, errno);
        }
    }
    return {};
}

Result<> syncAndDrop(const DiskPlan& plan, int descriptor) {
    if (::fsync(descriptor) != 0) {
        return cannot("disk-sync", "Cannot sync", "Не удалось сбросить на диск", plan.file, errno);
    }
    if (plan.cache != DiskPlan::Cache::Buffered) {
        ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
    }
    return {};
}

Result<> emptyFile(const DiskPlan& plan, int descriptor) {
    if (::ftruncate(descriptor, 0) != 0 || ::fsync(descriptor) != 0) {
        return cannot("disk-write", "Cannot empty", "Не удалось очистить", plan.file, errno);
    }
    return {};
}

/// One block read, or appended, as lanes will, because some file systems refuse only then.
Result<> tryDirect(const DiskPlan& plan) {
    const auto opened = openDiskFile(plan);
    if (!opened) return passOn(opened);
    const BlockBuffer buffer(plan.block);
    if (!buffer)
        return cannot("disk-read", "Cannot read", "Не удалось прочитать", plan.file, ENOMEM);
    if (plan.appends() && writeWhole(opened->get(), buffer.bytes(), 0)) {
        return emptyFile(plan, opened->get());
    }
    if (!plan.appends() && readWhole(opened->get(), buffer.bytes(),
                                     plan.fileSize / plan.block * plan.block - plan.block))
        return {};
    if (errno == EINVAL) return directRefused(plan.file);
    return cannot("disk-read", "Cannot read", "Не удалось прочитать", plan.file, errno);
}

Result<> fill(const DiskPlan& plan) {
    const Descriptor file(
        ::open(plan.file.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file) return cannot("disk-open", "Cannot make", "Не удалось создать", plan.file, errno);
    if (plan.appends()) return syncAndDrop(plan, file.get());
    if (auto room = takeRoom(plan, file.get()); !room) return room;
    if (auto written = writeContent(plan, file.get()); !written) return written;
    return syncAndDrop(plan, file.get());
}

} // namespace

Result<> makeDiskFile(const DiskPlan& plan) {
    std::error_code error;
    std::filesystem::create_directories(plan.file.parent_path(), error);
    if (error) {
        return cannot("disk-open", "Cannot make", "Не удалось создать", plan.file.parent_path(),
                      error.value());
    }
    if (plan.creates()) return makeTree(plan);
    auto made = fill(plan);
    if (made && plan.direct()) made = tryDirect(plan);
    if (!made) std::filesystem::remove(plan.file, error);
    return made;
}

Result<Descriptor> openDiskFile(const DiskPlan& plan) {
    const int flags = (plan.writes() ? O_RDWR : O_RDONLY) | (plan.direct() ? O_DIRECT : 0) |
                      (plan.appends() ? O_APPEND : 0);
    Descriptor file(::open(plan.file.c_str(), flags | O_CLOEXEC));
    if (!file && errno == EINVAL && plan.direct()) return directRefused(plan.file);
    if (!file) return cannot("disk-open", "Cannot open", "Не удалось открыть", plan.file, errno);
    // Or the system reads ahead, and a random block costs many.
    if (plan.random) ::posix_fadvise(file.get(), 0, 0, POSIX_FADV_RANDOM);
    return file;
}

Result<> settleDiskFile(const DiskPlan& plan) {
    if (plan.creates()) return clearTree(plan);
    if (!plan.writes() && plan.cache != DiskPlan::Cache::Dropped) return {};
    const Descriptor file(::open(plan.file.c_str(), O_RDWR | O_CLOEXEC));
    if (!file) return cannot("disk-open", "Cannot open", "Не удалось открыть", plan.file, errno);
    return plan.appends() ? emptyFile(plan, file.get()) : syncAndDrop(plan, file.get());
}

bool readWhole(int descriptor, std::span<std::byte> bytes, std::uint64_t offset) {
    while (!bytes.empty()) {
        const ssize_t got =
            ::pread(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR) continue;
        if (got == 0) errno = EIO;
        if (got <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(got));
        offset += static_cast<std::uint64_t>(got);
    }
    return true;
}

bool writeWhole(int descriptor, std::span<const std::byte> bytes, std::uint64_t offset) {
    while (!bytes.empty()) {
        const ssize_t put =
            ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (put < 0 && errno == EINTR) continue;
        if (put == 0) errno = EIO;
        if (put <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(put));
        offset += static_cast<std::uint64_t>(put);
    }
    return true;
}

} // namespace troika
