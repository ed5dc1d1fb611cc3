// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/descriptor.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>

namespace troika {

Result<Pipe> makePipe() {
    static const auto before = std::signal(SIGPIPE, SIG_IGN);
    (void)before;
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        return systemFailure("pipe", bilingual("cannot make a pipe", "не удалось создать канал"),
                             errno);
    }
    return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

Result<SocketPair> makeSocketPair() {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        return systemFailure("socket",
                             bilingual("cannot make a socket", "не удалось создать сокет"), errno);
    }
    return SocketPair{Descriptor(ends[0]), Descriptor(ends[1])};
}

bool writeAll(int descriptor, const void* data, std::size_t size) {
    const auto* bytes = static_cast<const char*>(data);
    while (size > 0) {
        const ssize_t written = ::write(descriptor, bytes, size);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes += written;
        size -= static_cast<std::size_t>(written);
    }
    return true;
}

bool readAll(int descriptor, void* data, std::size_t size) {
    auto* bytes = static_cast<char*>(data);
    while (size > 0) {
        const ssize_t got = ::read(descriptor, bytes, size);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        bytes += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

tl::unexpected<Failure> systemFailure(std::string code, const Text& what, int error) {
    const bool files = error == EMFILE || error == ENFILE;
    const bool processes = error == EAGAIN || error == ENOMEM;
    const Text advice =
        files
            ? bilingual("; raise the limit with ulimit -n", "; увеличьте предел командой ulimit -n")
        : processes ? bilingual("; fewer workers, or raise the limit with ulimit -u",
                                "; уменьшите число рабочих процессов или увеличьте предел "
                                "командой ulimit -u")
                    : Text{};
    return failure(std::move(code), {what.en + ": " + std::strerror(error) + advice.en,
                                     what.ru + ": " + std::strerror(error) + advice.ru});
}

} // namespace troika
