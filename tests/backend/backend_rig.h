// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/registry.h"
#include "trial/trial_spec.h"

#include <atomic>
#include <gtest/gtest.h>
#include <troika/sample/sample_log.h>
#include <troika/scenario/scenario.h>
#include <vector>

namespace troika::test {

/// Of all backends but those for tests.
std::vector<std::string> namesOfRealBackends();
/// For suites over those names.
std::string testNameOf(const ::testing::TestParamInfo<std::string>& parameter);

/// A computation of `tasks` tasks in a batch, on the backend of that name with its settings'
/// defaults, changed by `settings`.
Scenario computation(const std::string& backend, std::int64_t tasks,
                     const std::vector<std::pair<std::string, SettingValue>>& settings = {});
/// The same, each task carrying so many bytes there and back.
Scenario carrying(const std::string& backend, std::int64_t tasks, double input, double output);
/// The same with three computations a task.
Scenario threeSteps(const std::string& backend, std::int64_t tasks);
/// The same with downloads of 1 KiB, of which a share of `failures` is refused.
Scenario downloads(const std::string& backend, std::int64_t tasks, double failures);

/// A backend on its stage, as a runner has it, but in the test's own process.
class BackendRig {
public:
    using Make = std::unique_ptr<Backend> (*)(const Stage&);

    /// With the scenario's first backend, or with what `make` makes instead.
    explicit BackendRig(const Scenario& scenario, std::uint16_t originPort = 0,
                        Make make = nullptr);

    Result<> setUp() {
        auto ready = m_work.setUp();
        return ready ? m_backend->setUp() : ready;
    }
    /// Lead-in, run and settle with the scenario's own arrivals.
    Result<> runSlice(std::uint64_t round);
    /// The same with a plan of one's own.
    Result<> runSlice(std::uint64_t round, ArrivalPlan& plan);
    /// Of all tasks that the last slice admitted; of a slice that is not over, of all there may be.
    [[nodiscard]] std::vector<Sample> samples();
    Backend& backend() { return *m_backend; }

private:
    static constexpr std::uint32_t mostSlots = UINT32_MAX;

    Scenario m_scenario;
    StampClock m_clock;
    Work m_work;
    std::vector<SampleSlot> m_slots;
    std::atomic<std::uint32_t> m_admitted = mostSlots; ///< Of the last slice that is over.
    std::unique_ptr<Backend> m_backend;
};

} // namespace troika::test
