// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/unfinished.h"

#include <array>
#include <troika/base/system_error.h>

namespace troika {

void Unfinished::add(const Sample& sample) {
    switch (sample.outcome) {
    case Outcome::TimedOut:
        ++m_timedOut;
        break;
    case Outcome::Lost:
        ++m_lost;
        break;
    case Outcome::Failed:
        ++m_failed;
        if (sample.digest != 0) m_error = static_cast<int>(sample.digest);
        break;
    default:
        break;
    }
}

std::optional<Failure> Unfinished::tooMany(std::uint64_t tasks) const {
    const std::uint64_t all = m_timedOut + m_lost + m_failed;
    if (2 * all <= tasks) return std::nullopt;
    const Text why =
        m_error > 0 ? systemError(m_error) : Text{"unexpected answer", "неожиданный ответ"};
    struct Way {
        std::uint64_t tasks;
        Text text;
    };
    const std::array ways{
        Way{m_timedOut, bilingual("timed out: {}", "не уложились в срок: {}", m_timedOut)},
        Way{m_lost, bilingual("lost with their processes: {}",
                              "потеряны вместе со своими процессами: {}", m_lost)},
        Way{m_failed, bilingual("failed: {} ({})", "завершились ошибкой: {} ({})", m_failed, why)}};
    Text list;
    for (const Way& way : ways) {
        if (way.tasks == 0) continue;
        const char* const comma = list.empty() ? "" : ", ";
        list.en += comma + way.text.en;
        list.ru += comma + way.text.ru;
    }
    return Failure{"tasks-failed", bilingual("{} of {} tasks of a slice did not finish; {}.",
                                             "В одном отрезке не выполнено задач: {} из {}; {}.",
                                             all, tasks, list)};
}

} // namespace troika
