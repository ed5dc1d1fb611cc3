// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/backend_rig.h"

#include <algorithm>
#include <filesystem>

namespace troika::test {
namespace {

Settings defaultsOf(const std::vector<Setting>& declared) {
    Settings settings;
    for (const Setting& setting : declared) {
        if (setting.byDefault) settings.set(setting.name, *setting.byDefault);
    }
    return settings;
}

Scenario withStep(const std::string& backend, std::int64_t tasks, Step step) {
    Scenario scenario;
    scenario.name = "test";
    scenario.title = {"Test", "Проверка"};
    scenario.workload.steps = {std::move(step)};
    scenario.workload.arrivals = {"batch", {}};
    scenario.workload.arrivals.settings.set("tasks", tasks);
    scenario.workload.timeout = std::chrono::seconds(10);
    const auto& declaration = backendKind(backend)->declaration;
    scenario.contenders = {
        {backend, {backend, backend}, backend, defaultsOf(declaration.settings)}};
    scenario.baseline = backend;
    scenario.seed = 7;
    return scenario;
}

Step computeStep(const std::string& kernel) {
    Step step{"compute", defaultsOf(stepKind("compute")->declaration.settings)};
    step.settings.set("kernel", kernel);
    step.settings.set("amount", std::int64_t{20});
    return step;
}

} // namespace

std::vector<std::string> namesOfRealBackends() {
    std::vector<std::string> names;
    for (const BackendKind& kind : backendKinds()) {
        if (!kind.declaration.forTests) names.push_back(kind.declaration.name);
    }
    return names;
}

std::string testNameOf(const ::testing::TestParamInfo<std::string>& parameter) {
    std::string name = parameter.param;
    std::ranges::replace_if(
        name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
    return name;
}

Scenario computation(const std::string& backend, std::int64_t tasks,
                     const std::vector<std::pair<std::string, SettingValue>>& settings) {
    Scenario scenario = withStep(backend, tasks, computeStep("primes"));
    for (const auto& [name, value] : settings) {
        if (scenario.contenders.front().settings.has(name)) {
            scenario.contenders.front().settings.set(name, value);
        }
    }
    return scenario;
}

Scenario carrying(const std::string& backend, std::int64_t tasks, double input, double output) {
    Scenario scenario = computation(backend, tasks);
    scenario.workload.steps.front().settings.set("payload.input", input);
    scenario.workload.steps.front().settings.set("payload.output", output);
    return scenario;
}

Scenario threeSteps(const std::string& backend, std::int64_t tasks) {
    Scenario scenario = withStep(backend, tasks, computeStep("primes"));
    scenario.workload.steps.push_back(computeStep("sha256"));
    scenario.workload.steps.push_back(computeStep("matmul"));
    return scenario;
}

Scenario downloads(const std::string& backend, std::int64_t tasks, double failures) {
    Step step{"download", defaultsOf(stepKind("download")->declaration.settings)};
    step.settings.set("size", 1024.0);
    step.settings.set("failures", failures);
    return withStep(backend, tasks, std::move(step));
}

BackendRig::BackendRig(const Scenario& scenario, std::uint16_t originPort, Make make)
    : m_scenario(scenario),
      m_work(m_scenario.workload, {originPort, {}, m_scenario.workload.timeout}, m_clock),
      m_slots(tasksPerSlice(scenario.workload)) {
    TrialSpec spec;
    spec.scenario = m_scenario;
    spec.originPort = originPort;
    const Contender& contender = m_scenario.contenders.front();
    if (make == nullptr) make = backendKind(contender.backend)->make;
    m_backend = make({contender.settings, m_work,
                      std::filesystem::path(TROIKA_BIN) / "troika-worker", writeTrialSpec(spec)});
}

Result<> BackendRig::runSlice(std::uint64_t round) {
    return runSlice(
        round, *planArrivals(m_scenario.workload.arrivals, m_scenario.seed, round, monotonicNow()));
}

Result<> BackendRig::runSlice(std::uint64_t round, ArrivalPlan& plan) {
    // Another thread may be looking on: slots are emptied as they are filled.
    for (SampleSlot& slot : m_slots) storeSample(slot, Sample{});
    m_clock.anchor();
    const auto tasks = static_cast<std::uint32_t>(m_slots.size());
    if (auto ready = m_backend->leadIn(tasks); !ready) return ready;
    const Slice slice(m_scenario.seed, round, plan, m_slots);
    if (auto ran = m_backend->run(slice); !ran) return ran;
    m_admitted = plan.admitted();
    return m_backend->settle();
}

std::vector<Sample> BackendRig::samples() {
    std::vector<Sample> samples;
    for (SampleSlot& slot : m_slots) samples.push_back(loadSample(slot));
    samples.resize(std::min<std::size_t>(m_admitted, samples.size()));
    return samples;
}

} // namespace troika::test
