// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/descriptor.h"
#include "platform/limits.h"
#include "run/doctor.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <troika/base/system_error.h>
#include <troika/scenario/amounts.h>

namespace troika {
namespace {

using State = DoctorFinding::State;

constexpr std::size_t block = 4096;

/// Opens a file of our own in `base`, already removed from it; closed where it cannot be made.
Descriptor temporaryFile(const std::filesystem::path& base, int flags) {
    std::string name = (base / "troika-doctor-XXXXXX").string();
    Descriptor made(::mkostemp(name.data(), O_CLOEXEC));
    if (!made) return made;
    Descriptor opened(::open(name.c_str(), O_RDWR | O_CLOEXEC | flags));
    const int error = errno;
    ::unlink(name.c_str());
    errno = error;
    return opened;
}

/// 0, or the error with which a block was refused.
int tryDirect(const std::filesystem::path& base) {
    const Descriptor file = temporaryFile(base, O_DIRECT);
    if (!file) return errno;
    const std::unique_ptr<void, void (*)(void*)> memory(std::aligned_alloc(block, block),
                                                        &std::free);
    std::memset(memory.get(), 0, block);
    return ::pwrite(file.get(), memory.get(), block, 0) == static_cast<ssize_t>(block) ? 0 : errno;
}

} // namespace

DoctorFinding examineDisk(const std::filesystem::path& base) {
    const FileSystem system = fileSystemOf(base);
    const std::string where = base.string();
    if (!system.isWritable || !temporaryFile(base, 0)) {
        return {"disk",
                State::Missing,
                bilingual("No file can be made in {}.", "В {} нельзя создать файл.", where),
                {"Name another folder: --disk-dir DIR", "Укажите другую папку: --disk-dir DIR"}};
    }
    if (system.isMemory) {
        return {"disk",
                State::Doubtful,
                bilingual("{} lies in memory, not on a disk; disk scenarios refuse it.",
                          "{} находится в памяти, а не на диске; дисковые сценарии её не примут.",
                          where),
                {"Name a folder on a disk: --disk-dir DIR, or export TMPDIR=DIR",
                 "Укажите папку на диске: --disk-dir DIR или export TMPDIR=DIR"}};
    }
    const Text free = sizeText(static_cast<double>(system.freeBytes));
    return {"disk",
            State::Good,
            bilingual("The disk workload works in {}: {} free.",
                      "Дисковая нагрузка работает в {}: свободно {}.", where, free),
            {}};
}

DoctorFinding examineDirect(const std::filesystem::path& base) {
    const std::string where = base.string();
    const int error = tryDirect(base);
    if (error == 0) {
        return {"direct-files",
                State::Good,
                bilingual("Files in {} can be read and written past the page cache (O_DIRECT).",
                          "Файлы в {} можно читать и писать мимо страничного кеша (O_DIRECT).",
                          where),
                {}};
    }
    const Text said = systemError(error);
    return {"direct-files",
            State::Doubtful,
            bilingual("O_DIRECT is refused in {}: {}.", "В {} нет O_DIRECT: {}.", where, said),
            {"Name a folder on ext4, xfs or btrfs: --disk-dir DIR; or set cache to dropped: --set "
             "workload.steps.0.cache=dropped",
             "Укажите папку на ext4, xfs или btrfs: --disk-dir DIR; или задайте cache = dropped: "
             "--set workload.steps.0.cache=dropped"}};
}

} // namespace troika
