// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/atomic_file.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <troika/base/system_error.h>
#include <unistd.h>

namespace troika {

namespace {

/// Writes everything and makes it last; 0 or errno.
int writeAll(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(descriptor) == 0 ? 0 : errno;
}

/// As a newly made file would be readable, which mkostemp's is not.
void takeUsualPermissions(int descriptor) {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    (void)::fchmod(descriptor, 0666 & ~mask);
}

auto notWritten(const std::filesystem::path& file, int error) {
    return failure("result-not-written",
                   bilingual("The file {} could not be written: {}.", "Не удалось записать {}: {}.",
                             file.string(), systemError(error)));
}

} // namespace

Result<> writeAtomically(const std::filesystem::path& file, std::string_view bytes) {
    std::string temporary = file.string() + ".partial-XXXXXX";
    const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (descriptor < 0) return notWritten(file, errno);
    takeUsualPermissions(descriptor);
    int error = writeAll(descriptor, bytes);
    if (::close(descriptor) != 0 && error == 0) error = errno;
    if (error == 0 && ::rename(temporary.c_str(), file.c_str()) != 0) error = errno;
    if (error == 0) return {};
    ::unlink(temporary.c_str());
    return notWritten(file, error);
}

} // namespace troika
