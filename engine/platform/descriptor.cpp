// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/descriptor.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/socket.h>
#include <troika/base/system_error.h>

namespace troika {

Result<Pipe> makePipe() {
    static const auto before = std::signal(SIGPIPE, SIG_IGN);
    (void)before;
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        return systemFailure("pipe", bilingual("Cannot make a pipe", "Не удалось создать канал"),
                             errno);
    }
    return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

Result<SocketPair> makeSocketPair() {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        return systemFailure("socket",
                             bilingual("Cannot make a socket", "Не удалось создать сокет"), errno);
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
    const bool processes = code == "spawn" && (error == EAGAIN || error == ENOMEM);
    Text advice;
    if (files) {
        advice = {" Raise the limit: ulimit -Hn.", " Увеличьте предел: ulimit -Hn."};
    } else if (processes) {
        advice = {" Take fewer workers, or raise the limit: ulimit -u.",
                  " Уменьшите число рабочих процессов или увеличьте предел: ulimit -u."};
    }
    return failure(std::move(code),
                   bilingual("{}: {}.{}", "{}: {}.{}", what, systemError(error), advice));
}

} // namespace troika
