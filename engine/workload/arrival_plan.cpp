// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/arrival_plan.h"

#include "workload/closed_plan.h"
#include "workload/draw.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <ctime>
#include <troika/base/check.h>
#include <troika/sample/sample.h>

namespace troika {
namespace {

/// All that a plan does whose due times are known beforehand.
class KnownPlan : public ArrivalPlan {
public:
    explicit KnownPlan(std::uint32_t tasks) : m_tasks(tasks) {}

    std::uint32_t admitted() const override { return m_tasks; }
    std::int64_t nextDue() const override { return m_next < m_tasks ? due(m_next) : never; }
    bool exhausted() const override { return m_next == m_tasks; }
    void await() override {
        if (!exhausted()) sleepUntil(due(m_next));
    }

    TaskRange claim(std::int64_t now, std::uint32_t most) override {
        const std::uint32_t first = m_next;
        m_next = std::min(dueUntil(now), first + std::min(most, m_tasks - first));
        return {first, m_next};
    }

protected:
    [[nodiscard]] std::uint32_t next() const { return m_next; }
    /// The first task from next() on that is not due at `now`.
    [[nodiscard]] virtual std::uint32_t dueUntil(std::int64_t now) const = 0;

private:
    std::uint32_t m_tasks;
    std::uint32_t m_next = 0; ///< The first that nobody took.
};

/// All at once.
class Batch final : public KnownPlan {
public:
    Batch(std::uint32_t tasks, std::int64_t begin) : KnownPlan(tasks), m_begin(begin) {}
    std::int64_t due(std::uint32_t) const override { return m_begin; }

private:
    std::uint32_t dueUntil(std::int64_t now) const override {
        return now >= m_begin ? admitted() : next();
    }

    std::int64_t m_begin;
};

/// Each at its time.
class Timed final : public KnownPlan {
public:
    explicit Timed(std::vector<std::int64_t> due)
        : KnownPlan(static_cast<std::uint32_t>(due.size())), m_due(std::move(due)) {}
    std::int64_t due(std::uint32_t task) const override { return m_due[task]; }

private:
    std::uint32_t dueUntil(std::int64_t now) const override {
        std::uint32_t until = next();
        while (until < m_due.size() && m_due[until] <= now) ++until;
        return until;
    }

    std::vector<std::int64_t> m_due;
};

/// No task draws from this stream: the step is out of range.
constexpr std::uint32_t arrivalDraws = maximumSteps + 2;

/// Due times of open arrivals: the first task comes a gap after `begin`. Poisson: gaps are
/// exponential, by inversion.
std::vector<std::int64_t> openDueTimes(const Arrivals& arrivals, std::uint64_t seed,
                                       std::uint64_t round, std::int64_t begin) {
    const Settings& settings = arrivals.settings;
    const double gap = 1e9 / settings.number(rateSetting);
    const bool poisson = settings.choice("process") == "poisson";
    const double admission = static_cast<double>(admissionOf(arrivals).count());
    const std::uint64_t most = mostTasks(arrivals);
    Draws draws({seed, round, 0, arrivalDraws});
    std::vector<std::int64_t> due;
    due.reserve(most);
    double at = 0;
    while (due.size() < most) {
        at += poisson ? -std::log1p(-draws.nextUnit()) * gap : gap;
        if (admission > 0 && at >= admission) break;
        due.push_back(begin + std::llround(at));
    }
    return due;
}

} // namespace

std::unique_ptr<ArrivalPlan> planArrivals(const Arrivals& arrivals, std::uint64_t seed,
                                          std::uint64_t round, std::int64_t begin) {
    if (arrivals.kind == "open") return planOf(openDueTimes(arrivals, seed, round, begin));
    const auto most = static_cast<std::uint32_t>(mostTasks(arrivals));
    if (arrivals.kind == "closed") {
        const std::int64_t admission = admissionOf(arrivals).count();
        return std::make_unique<ClosedPlan>(ClosedPlan::Rules{
            .inFlight = static_cast<std::uint32_t>(arrivals.settings.integer("in_flight")),
            .most = most,
            .think = arrivals.settings.duration("think").count(),
            .begin = begin,
            .close = admission > 0 ? begin + admission : ArrivalPlan::never});
    }
    TROIKA_CHECK(arrivals.kind == "batch", "a validated scenario has known arrivals");
    return std::make_unique<Batch>(most, begin);
}

std::unique_ptr<ArrivalPlan> planOf(std::vector<std::int64_t> due) {
    return std::make_unique<Timed>(std::move(due));
}

std::chrono::nanoseconds longestGap(const Arrivals& arrivals) {
    if (arrivals.kind == "closed") return arrivals.settings.duration("think");
    if (arrivals.kind != "open") return std::chrono::nanoseconds(0);
    // An exponential gap is thirty times its mean once in 10^13.
    const double seconds = 30 / arrivals.settings.number(rateSetting);
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
        std::chrono::duration<double>(seconds));
}

Arrivals singleTask() {
    Arrivals arrivals{"batch", {}};
    arrivals.settings.set("tasks", std::int64_t{1});
    return arrivals;
}

void sleepUntil(std::int64_t due) {
    const timespec time{.tv_sec = due / 1'000'000'000, .tv_nsec = due % 1'000'000'000};
    while (::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nullptr) == EINTR) {
    }
}

} // namespace troika
