// SPDX-License-Identifier: GPL-3.0-or-later
#include "rig.h"

#include "backend/registry.h"
#include "platform/spawn.h"
#include "trial/trial_spec.h"
#include "workload/calibrate.h"
#include "workload/compute_kernel.h"

#include <cstdlib>
#include <fmt/format.h>
#include <troika/backend/catalogue.h>
#include <troika/scenario/json.h>
#include <unistd.h>

namespace troika::bench {
namespace {

constexpr const char* emptySteps = R"([{"kind": "compute", "amount": 1}])";

std::optional<double> tickRate() {
    static const std::optional<double> rate = measureTickRate();
    return rate;
}

} // namespace

Scenario readRigScenario(const RigPlan& plan) {
    const std::string text =
        fmt::format(R"({{"schema": "troika-scenario/1", "name": "bench",
        "title": {{"en": "bench"}}, "about": {{"en": "bench"}},
        "workload": {{"steps": {}, "arrivals": {{"kind": "batch", "tasks": {}}}}},
        "backends": [{{{}}}]}})",
                    plan.own ? emptySteps : plan.steps, plan.tasks, plan.backend);
    const auto json = parseJson(text);
    if (!json) giveUp(json.error().front().problem.en);
    auto scenario = readScenario(*json, catalogue());
    if (!scenario) {
        const Finding& finding = scenario.error().front();
        giveUp(fmt::format("{}: {}", finding.field, finding.problem.en));
    }
    return std::move(*scenario);
}

Rig::Rig(RigPlan plan)
    : m_scenario(readRigScenario(plan)),
      m_tasks(plan.tasks),
      m_expectFinished(!plan.own || !plan.own->empty()),
      m_clock(plan.stampsFromClock ? std::nullopt : tickRate()) {
    static int rigs = 0;
    m_logFile = fmt::format("/dev/shm/troika-bench-{}-{}", ::getpid(), rigs++);
    m_log.emplace(need(SampleLog::create(m_logFile, m_tasks, 1)));
    const WorkPlace place{plan.originPort, plan.directory, m_scenario.workload.timeout};
    m_work = plan.own ? std::make_unique<Work>(std::move(*plan.own), m_clock)
                      : std::make_unique<Work>(m_scenario.workload, place, m_clock);
    const auto worker =
        plan.worker.empty() ? executableFolder() / "troika-worker" : std::move(plan.worker);
    m_spec = writeTrialSpec({.scenario = m_scenario,
                             .log = m_logFile,
                             .originPort = plan.originPort,
                             .directory = plan.directory,
                             .worker = worker,
                             .tickRate = m_clock.usesCounter() ? tickRate() : std::nullopt});
    need(m_work->setUp());
    const Contender& contender = m_scenario.contenders.front();
    m_backend = backendKind(contender.backend)->make({contender.settings, *m_work, worker, m_spec});
    need(m_backend->setUp());
}

Rig::~Rig() {
    m_backend.reset();
    std::error_code ignored;
    std::filesystem::remove(m_logFile, ignored);
}

double Rig::slice() {
    need(m_log->prepare(0));
    m_clock.anchor();
    need(m_backend->leadIn(m_tasks));
    const std::int64_t begin = monotonicNow();
    const auto plan = planArrivals(m_scenario.workload.arrivals, m_scenario.seed, m_round, begin);
    const Slice slice(m_scenario.seed, m_round++, *plan, m_log->slots(0));
    need(m_backend->run(slice));
    const std::int64_t end = monotonicNow();
    need(m_backend->settle());
    need(m_work->settle());
    return checked(static_cast<double>(end - begin) * 1e-9);
}

Rig::Bare Rig::bareSlice() {
    need(m_log->prepare(0));
    m_clock.anchor();
    auto plan =
        planArrivals(m_scenario.workload.arrivals, m_scenario.seed, m_round, monotonicNow());
    const Slice slice(m_scenario.seed, m_round++, *plan, m_log->slots(0));
    return {std::move(plan), slice};
}

double Rig::checked(double seconds) {
    std::uint32_t unfinished = 0;
    for (SampleSlot& slot : m_log->slots(0)) {
        // Tasks without a step end with an empty outcome, so the slot is looked at as it is.
        const Sample& sample = slot.sample;
        const bool stamped = sample.start > 0 && sample.end >= sample.start;
        const bool finished = !m_expectFinished || sample.outcome == Outcome::Finished;
        if (!stamped || !finished) ++unfinished;
    }
    if (unfinished == 0) return seconds;
    fmt::print(stderr, "troika-bench: {} of {} tasks did not finish\n", unfinished, m_tasks);
    return 0;
}

void giveUp(const std::string& what) {
    fmt::print(stderr, "troika-bench: {}\n", what);
    std::exit(1);
}

std::int64_t sha256Amount(std::chrono::nanoseconds duration) {
    static const double one =
        secondsARepetition(computeKernel("sha256"), std::chrono::milliseconds(60));
    return amountFor(duration, one);
}

ScratchDirectory::ScratchDirectory(const std::filesystem::path& base, const std::string& name)
    : m_path(base / fmt::format("troika-bench-{}-{}", ::getpid(), name)) {
    std::error_code error;
    std::filesystem::create_directories(m_path, error);
    if (error) giveUp(fmt::format("{}: {}", m_path.string(), error.message()));
    // A peer may serve from here as another user.
    std::filesystem::permissions(m_path, std::filesystem::perms(0755), error);
}

ScratchDirectory::~ScratchDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

} // namespace troika::bench
