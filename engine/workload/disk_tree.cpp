// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/disk_tree.h"

#include "platform/descriptor.h"
#include "workload/disk_file.h"

#include <cerrno>
#include <fmt/format.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace troika {
namespace {

constexpr std::uint32_t fans = 64;

std::filesystem::path treeOf(const DiskPlan& plan) { return plan.file.parent_path() / "files"; }

std::filesystem::path fanOf(const DiskPlan& plan, std::uint32_t fan) {
    return treeOf(plan) / fmt::format("{:02}", fan);
}

tl::unexpected<Failure> cannot(const char* english, const char* russian,
                               const std::filesystem::path& path, int error) {
    return systemFailure("disk-tree",
                         {fmt::format("{} {}", english, path.string()),
                          fmt::format("{} {}", russian, path.string())},
                         error);
}

} // namespace

TaskFiles::TaskFiles(const DiskPlan& plan, std::uint32_t task)
    : m_path(fmt::format("{}/{}", fanOf(plan, task % fans).native(), task)),
      m_stem(m_path.size()) {}

const char* TaskFiles::directory() {
    m_path.resize(m_stem);
    return m_path.c_str();
}

const char* TaskFiles::file(std::uint64_t block) {
    m_path.resize(m_stem);
    fmt::format_to(std::back_inserter(m_path), "/{}", block);
    return m_path.c_str();
}

int makeDirectory(const char* path) {
    return ::mkdir(path, newDirectoryMode) == 0 || errno == EEXIST ? 0 : errno;
}

int makeFile(const char* path, std::span<const std::byte> bytes, bool sync) {
    Descriptor file(::open(path, newFileFlags, newFileMode));
    if (!file || !writeWhole(file.get(), bytes, 0)) return errno;
    if (sync && ::fsync(file.get()) != 0) return errno;
    return ::close(file.release()) == 0 ? 0 : errno;
}

Result<> makeTree(const DiskPlan& plan) {
    std::error_code error;
    std::filesystem::remove_all(treeOf(plan), error);
    for (std::uint32_t fan = 0; fan < fans && !error; ++fan) {
        std::filesystem::create_directories(fanOf(plan, fan), error);
    }
    if (error) return cannot("Cannot make", "Не удалось создать", treeOf(plan), error.value());
    return {};
}

Result<> clearTree(const DiskPlan& plan) {
    std::error_code error;
    for (std::uint32_t fan = 0; fan < fans; ++fan) {
        auto entry = std::filesystem::directory_iterator(fanOf(plan, fan), error);
        for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
            std::filesystem::remove_all(entry->path(), error);
            if (error) break;
        }
        if (error)
            return cannot("Cannot empty", "Не удалось очистить", fanOf(plan, fan), error.value());
    }
    const Descriptor tree(::open(treeOf(plan).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!tree || ::fsync(tree.get()) != 0) {
        return cannot("Cannot sync", "Не удалось сбросить на диск", treeOf(plan), errno);
    }
    return {};
}

} // namespace troika
