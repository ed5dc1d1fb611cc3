// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/thread/threads.h"

#include <troika/base/system_error.h>

namespace troika {

tl::unexpected<Failure> tooManyThreads(std::size_t number, std::size_t wanted,
                                       const std::system_error& error) {
    return failure(
        "too-many-threads",
        bilingual("Thread {} of {} could not be started ({}); use fewer threads at once, or raise "
                  "the limits with ulimit -u and sysctl kernel.threads-max vm.max_map_count.",
                  "Не удалось запустить поток {} из {} ({}); уменьшите число одновременных потоков "
                  "или увеличьте пределы: ulimit -u и sysctl kernel.threads-max vm.max_map_count.",
                  number, wanted, systemError(error.code().value())));
}

Result<> startThreads(std::vector<std::thread>& threads, std::size_t count,
                      const std::function<void(std::uint32_t)>& work) {
    for (std::size_t i = 0; i < count; ++i) {
        try {
            threads.emplace_back(work, static_cast<std::uint32_t>(i));
        } catch (const std::system_error& error) {
            return tooManyThreads(i + 1, count, error);
        }
    }
    return {};
}

} // namespace troika
