// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/io_uring.h"

#include <cerrno>
#include <fmt/format.h>
#include <liburing.h>
#include <troika/base/system_error.h>

namespace troika {
namespace {

/// 0, or the error with which the kernel refused a ring.
int probe() {
    io_uring ring{};
    const int result = io_uring_queue_init(mostRingEntries, &ring, 0);
    if (result != 0) return -result;
    io_uring_queue_exit(&ring);
    return 0;
}

int probedError() {
    static const int error = probe();
    return error;
}

bool probeDirectories() {
    if (probedError() != 0) return false;
    io_uring_probe* known = io_uring_get_probe();
    if (known == nullptr) return false;
    const bool makes = io_uring_opcode_supported(known, IORING_OP_MKDIRAT) != 0;
    io_uring_free_probe(known);
    return makes;
}

Text reasonOf(int error) {
    switch (error) {
    case 0:
        return {};
    case ENOSYS:
        return {"this kernel has no io_uring, or a sandbox hides it",
                "в этом ядре нет io_uring либо его скрывает песочница"};
    case EPERM:
        return {"io_uring is forbidden here (kernel.io_uring_disabled, or a container's rules)",
                "io_uring здесь запрещён (kernel.io_uring_disabled или правила контейнера)"};
    case ENOMEM:
        return {"the limit on locked memory is too low for io_uring (ulimit -l)",
                "предел закреплённой памяти слишком мал для io_uring (ulimit -l)"};
    case ENOTSUP:
        return {"this kernel is too old for sockets by io_uring; Linux 5.17 is needed",
                "это ядро слишком старое для сокетов через io_uring; нужен Linux 5.17"};
    default:
        return bilingual("io_uring is refused: {}", "io_uring недоступен: {}", systemError(error));
    }
}

} // namespace

bool ioUringAvailable() { return probedError() == 0; }

bool ioUringMakesDirectories() {
    static const bool makes = probeDirectories();
    return makes;
}

Text ioUringReason() { return reasonOf(probedError()); }

Text ioUringRemedy() {
    return {"Allow it: sudo sysctl kernel.io_uring_disabled=0; in a container: docker run "
            "--security-opt seccomp=unconfined; for locked memory: ulimit -l unlimited",
            "Разрешите: sudo sysctl kernel.io_uring_disabled=0; в контейнере: docker run "
            "--security-opt seccomp=unconfined; для закреплённой памяти: ulimit -l unlimited"};
}

Failure ioUringRefused(int error) {
    const Text reason = reasonOf(error);
    const Text remedy = ioUringRemedy();
    return {"io-uring-refused",
            bilingual("Cannot use io_uring: {}. {}", "Не удалось использовать io_uring: {}. {}",
                      reason, remedy)};
}

} // namespace troika
