// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sparse_copy.h"

#include "platform/descriptor.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <vector>

namespace troika {
namespace {

bool copyRange(int from, int to, off_t begin, off_t end) {
    constexpr off_t most = 1 << 20;
    std::vector<char> bytes(static_cast<std::size_t>(std::min(end - begin, most)));
    if (::lseek(to, begin, SEEK_SET) != begin) return false;
    while (begin < end) {
        const auto wanted = static_cast<std::size_t>(std::min(end - begin, most));
        const ssize_t got = ::pread(from, bytes.data(), wanted, begin);
        if (got <= 0 || !writeAll(to, bytes.data(), static_cast<std::size_t>(got))) return false;
        begin += got;
    }
    return true;
}

bool copyData(int from, int to) {
    const off_t size = ::lseek(from, 0, SEEK_END);
    if (size < 0 || ::ftruncate(to, size) != 0) return false;
    for (off_t end = 0; end < size;) {
        const off_t begin = ::lseek(from, end, SEEK_DATA);
        if (begin < 0) return errno == ENXIO; // A hole up to the end.
        end = ::lseek(from, begin, SEEK_HOLE);
        if (end < 0 || !copyRange(from, to, begin, end)) return false;
    }
    return true;
}

} // namespace

bool copySparse(const std::filesystem::path& from, const std::filesystem::path& to) {
    const Descriptor source(::open(from.c_str(), O_RDONLY | O_CLOEXEC));
    if (!source) return false;
    const std::string part = to.string() + ".part";
    const Descriptor made(
        ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!made) return false;
    const bool copied =
        copyData(source.get(), made.get()) && ::rename(part.c_str(), to.c_str()) == 0;
    if (!copied) ::unlink(part.c_str());
    return copied;
}

} // namespace troika
