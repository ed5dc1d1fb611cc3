// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/arrival_plan.h"

#include <cerrno>
#include <ctime>
#include <troika/base/check.h>

namespace troika {
namespace {

/// All at once.
class Batch final : public ArrivalPlan {
public:
    Batch(std::uint32_t tasks, std::int64_t begin) : m_tasks(tasks), m_begin(begin) {}
    std::uint32_t tasks() const override { return m_tasks; }
    std::int64_t due(std::uint32_t) const override { return m_begin; }
    std::uint32_t dueUntil(std::uint32_t from, std::int64_t now) const override {
        return now >= m_begin ? m_tasks : from;
    }

private:
    std::uint32_t m_tasks;
    std::int64_t m_begin;
};

Kind batchKind() {
    Kind kind;
    kind.name = "batch";
    kind.title = {"All at once", "Все сразу"};
    kind.explanation = {"Every task is due at the same moment, when the slice begins.",
                        "Все задачи должны начаться в один момент: в начале отрезка."};
    Setting tasks;
    tasks.name = "tasks";
    tasks.type = SettingType::Integer;
    tasks.title = {"Tasks", "Задач"};
    tasks.explanation = {"How many tasks there are in a slice.", "Сколько задач в одном отрезке."};
    tasks.required = true;
    tasks.suggestion = std::int64_t{100};
    tasks.low = 0;
    tasks.high = 10'000'000;
    kind.settings = {tasks};
    return kind;
}

} // namespace

std::unique_ptr<ArrivalPlan> planArrivals(const Arrivals& arrivals, std::int64_t begin) {
    TROIKA_CHECK(arrivals.kind == "batch", "a validated scenario has known arrivals");
    const auto tasks = static_cast<std::uint32_t>(arrivals.settings.integer("tasks"));
    return std::make_unique<Batch>(tasks, begin);
}

Arrivals singleTask(Arrivals arrivals) {
    arrivals.settings.set("tasks", std::int64_t{1});
    return arrivals;
}

const std::vector<Kind>& arrivalKinds() {
    static const std::vector<Kind> kinds{batchKind()};
    return kinds;
}

void sleepUntil(std::int64_t due) {
    const timespec time{.tv_sec = due / 1'000'000'000, .tv_nsec = due % 1'000'000'000};
    while (::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nullptr) == EINTR) {
    }
}

} // namespace troika
