// SPDX-License-Identifier: GPL-3.0-or-later
// What every backend of the registry has to keep, whatever it is made of.
#include "backend/backend_rig.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <troika/origin/server.h>

namespace troika::test {
namespace {

class EveryBackend : public ::testing::TestWithParam<std::string> {
protected:
    [[nodiscard]] std::string backend() const { return GetParam(); }
};

INSTANTIATE_TEST_SUITE_P(Registry, EveryBackend, ::testing::ValuesIn(namesOfRealBackends()),
                         testNameOf);

/// Due one millisecond after the other.
std::vector<std::int64_t> spread(std::uint32_t tasks, std::int64_t begin) {
    std::vector<std::int64_t> due;
    for (std::uint32_t task = 0; task < tasks; ++task) due.push_back(begin + task * 1'000'000LL);
    return due;
}

std::vector<std::uint64_t> digests(const std::vector<Sample>& samples) {
    std::vector<std::uint64_t> all;
    for (const Sample& sample : samples) all.push_back(sample.digest);
    return all;
}

std::vector<std::uint64_t> serialDigests(std::int64_t tasks, std::uint64_t round,
                                         bool steps = false) {
    BackendRig serial(steps ? threeSteps("serial", tasks) : computation("serial", tasks));
    EXPECT_TRUE(serial.setUp() && serial.runSlice(round));
    return digests(serial.samples());
}

void expectAllFinished(const std::vector<Sample>& samples) {
    for (const Sample& sample : samples) {
        EXPECT_EQ(sample.outcome, Outcome::Finished);
        EXPECT_GT(sample.due, 0);
        EXPECT_GE(sample.start, sample.due);
        EXPECT_GE(sample.end, sample.start);
    }
}

TEST_P(EveryBackend, does_every_task_with_the_digest_that_serial_gets) {
    BackendRig rig(computation(backend(), 300));
    ASSERT_TRUE(rig.setUp());
    for (const std::uint64_t round : {0, 1}) {
        const auto ran = rig.runSlice(round);
        ASSERT_TRUE(ran) << ran.error().text.en;
        expectAllFinished(rig.samples());
        EXPECT_EQ(digests(rig.samples()), serialDigests(300, round));
    }
}

TEST_P(EveryBackend, carries_payloads_and_gets_the_digests_that_serial_gets) {
    constexpr double pipeful = 65'536;
#ifdef TROIKA_SANITIZED
    constexpr double large = 4 * pipeful; // Each byte costs much there.
#else
    constexpr double large = 128 * pipeful;
#endif
    const std::vector<std::pair<double, double>> sizes{
        {5'000, 0}, {0, 70'001}, {3 * pipeful, 3 * pipeful}, {large, large}};
    for (const auto& [input, output] : sizes) {
        const std::int64_t tasks = input == large ? 5 : 20;
        BackendRig serial(carrying("serial", tasks, input, output));
        BackendRig rig(carrying(backend(), tasks, input, output));
        ASSERT_TRUE(serial.setUp() && serial.runSlice(1) && rig.setUp());
        for (int again = 0; again < 2; ++again) {
            const auto ran = rig.runSlice(1);
            ASSERT_TRUE(ran) << ran.error().text.en;
            expectAllFinished(rig.samples());
            EXPECT_EQ(digests(rig.samples()), digests(serial.samples()));
        }
    }
}

TEST_P(EveryBackend, carries_the_payload_of_each_step) {
    const auto scenarioOf = [](const std::string& name) {
        Scenario scenario = threeSteps(name, 20);
        scenario.workload.steps[0].settings.set("payload.output", 100'000.0);
        scenario.workload.steps[2].settings.set("payload.input", 70'000.0);
        scenario.workload.steps[2].settings.set("payload.output", 10.0);
        return scenario;
    };
    BackendRig serial(scenarioOf("serial"));
    BackendRig rig(scenarioOf(backend()));
    ASSERT_TRUE(serial.setUp() && serial.runSlice(0) && rig.setUp() && rig.runSlice(0));
    expectAllFinished(rig.samples());
    EXPECT_EQ(digests(rig.samples()), digests(serial.samples()));
}

TEST_P(EveryBackend, does_nothing_when_there_is_no_task) {
    BackendRig rig(computation(backend(), 0));
    ASSERT_TRUE(rig.setUp());
    EXPECT_TRUE(rig.runSlice(0));
    EXPECT_TRUE(rig.samples().empty());
}

TEST_P(EveryBackend, does_a_single_task_with_more_workers_than_tasks) {
    BackendRig rig(computation(backend(), 1, {{"workers", std::int64_t{5}}}));
    ASSERT_TRUE(rig.setUp());
    ASSERT_TRUE(rig.runSlice(3));
    expectAllFinished(rig.samples());
    EXPECT_EQ(digests(rig.samples()), serialDigests(1, 3));
}

TEST_P(EveryBackend, begins_no_task_before_it_is_due) {
    BackendRig rig(computation(backend(), 20));
    ASSERT_TRUE(rig.setUp());
    const auto plan = planOf(spread(20, monotonicNow() + 2'000'000));
    ASSERT_TRUE(rig.runSlice(0, *plan));
    const auto samples = rig.samples();
    expectAllFinished(samples);
    for (std::uint32_t task = 0; task < 20; ++task) EXPECT_EQ(samples[task].due, plan->due(task));
}

TEST_P(EveryBackend, reports_tasks_that_fail_and_goes_on_with_the_others) {
    auto origin = OriginServer::start({});
    ASSERT_TRUE(origin);
    BackendRig rig(downloads(backend(), 60, 0.3), origin->port());
    ASSERT_TRUE(rig.setUp());
    const auto ran = rig.runSlice(0);
    ASSERT_TRUE(ran) << ran.error().text.en;
    std::vector<Outcome> seen;
    for (const Sample& sample : rig.samples()) seen.push_back(sample.outcome);
    BackendRig serial(downloads("serial", 60, 0.3), origin->port());
    ASSERT_TRUE(serial.setUp() && serial.runSlice(0));
    std::vector<Outcome> expected;
    for (const Sample& sample : serial.samples()) expected.push_back(sample.outcome);
    EXPECT_EQ(seen, expected);
    EXPECT_GT(std::count(seen.begin(), seen.end(), Outcome::Refused), 5);
    EXPECT_GT(std::count(seen.begin(), seen.end(), Outcome::Finished), 20);
}

TEST_P(EveryBackend, an_origin_that_is_not_there_fails_and_does_not_hang) {
    std::uint16_t port = 0;
    {
        auto origin = OriginServer::start({});
        ASSERT_TRUE(origin);
        port = origin->port();
    }
    BackendRig rig(downloads(backend(), 10, 0), port);
    ASSERT_TRUE(rig.backend().setUp());
    if (!rig.runSlice(0)) return; // Told at the lead-in.
    for (const Sample& sample : rig.samples()) EXPECT_EQ(sample.outcome, Outcome::Failed);
}

TEST_P(EveryBackend, does_the_steps_of_a_task_in_order_and_stamps_each) {
    BackendRig rig(threeSteps(backend(), 100));
    ASSERT_TRUE(rig.setUp() && rig.runSlice(0));
    expectAllFinished(rig.samples());
    EXPECT_EQ(digests(rig.samples()), serialDigests(100, 0, true));
    for (const Sample& sample : rig.samples()) {
        EXPECT_GE(sample.stepEnd[0], sample.start);
        EXPECT_GE(sample.stepEnd[1], sample.stepEnd[0]);
        EXPECT_GE(sample.end, sample.stepEnd[1]);
        EXPECT_EQ(sample.stepEnd[2], 0);
    }
}

Arrivals closed(std::int64_t inFlight, double think) {
    Arrivals arrivals{"closed", {}};
    arrivals.settings.set("in_flight", inFlight);
    arrivals.settings.set("think", think);
    return arrivals;
}

Arrivals open(double rate, const char* process, std::int64_t tasks) {
    Arrivals arrivals{"open", {}};
    arrivals.settings.set("rate", rate);
    arrivals.settings.set("process", std::string(process));
    arrivals.settings.set("tasks", tasks);
    return arrivals;
}

/// How many tasks were in flight at once at the most: due and not ended.
std::size_t mostInFlight(const std::vector<Sample>& samples) {
    std::vector<std::pair<std::int64_t, int>> changes; // At the same time, ends come first.
    for (const Sample& sample : samples) {
        changes.emplace_back(sample.due, 1);
        changes.emplace_back(sample.end, -1);
    }
    std::sort(changes.begin(), changes.end());
    int now = 0;
    int most = 0;
    for (const auto& [time, change] : changes) most = std::max(most, now += change);
    return static_cast<std::size_t>(most);
}

TEST_P(EveryBackend, keeps_so_many_in_flight_where_arrivals_are_closed) {
    Scenario scenario = computation(backend(), 0);
    scenario.workload.arrivals = closed(3, 0);
    scenario.workload.arrivals.settings.set("tasks", std::int64_t{200});
    BackendRig rig(scenario);
    ASSERT_TRUE(rig.setUp());
    for (const std::uint64_t round : {0, 1}) {
        ASSERT_TRUE(rig.runSlice(round));
        expectAllFinished(rig.samples());
        EXPECT_EQ(digests(rig.samples()), serialDigests(200, round));
        EXPECT_LE(mostInFlight(rig.samples()), 3U);
    }
}

TEST_P(EveryBackend, lets_users_think_and_stops_them_when_their_time_is_over) {
    Scenario scenario = computation(backend(), 0);
    scenario.workload.arrivals = closed(2, 0.002);
    scenario.workload.arrivals.settings.set("duration", 0.05);
    BackendRig rig(scenario);
    ASSERT_TRUE(rig.setUp() && rig.runSlice(0));
    const auto samples = rig.samples();
    expectAllFinished(samples);
    EXPECT_GE(samples.size(), 2U);
    EXPECT_LE(samples.size(), 50U); // Two users, 2 ms or more a turn.
    const std::int64_t begin = samples.front().due;
    for (const Sample& sample : samples) EXPECT_LT(sample.due - begin, 50'000'000);
}

TEST_P(EveryBackend, takes_tasks_as_they_come_at_a_rate) {
    Scenario scenario = computation(backend(), 0);
    scenario.workload.arrivals = open(2000.0, "poisson", 100);
    BackendRig rig(scenario);
    ASSERT_TRUE(rig.setUp() && rig.runSlice(0));
    expectAllFinished(rig.samples());
    EXPECT_EQ(digests(rig.samples()), serialDigests(100, 0));
}

/// With every whole-number setting at its least: one worker, one task in flight, room for one.
Scenario asNarrowAsCanBe(const std::string& backend) {
    Scenario scenario = computation(backend, 0);
    for (const Setting& setting : backendKind(backend)->declaration.settings) {
        if (setting.type != SettingType::Integer) continue;
        scenario.contenders.front().settings.set(setting.name,
                                                 static_cast<std::int64_t>(setting.low));
    }
    return scenario;
}

TEST_P(EveryBackend, works_off_what_comes_faster_than_it_can) {
    Scenario scenario = asNarrowAsCanBe(backend());
    scenario.workload.arrivals = open(20'000.0, "poisson", 200);
    BackendRig rig(scenario);
    ASSERT_TRUE(rig.setUp());
    for (const std::uint64_t round : {0, 1, 2}) {
        ASSERT_TRUE(rig.runSlice(round));
        expectAllFinished(rig.samples());
        EXPECT_EQ(digests(rig.samples()), serialDigests(200, round));
    }
}

TEST_P(EveryBackend, works_off_what_comes_while_as_many_as_may_be_are_in_flight) {
    Scenario scenario = computation(backend(), 0);
    scenario.workload.steps.front().settings.set("amount", std::int64_t{500}); // about 0.2 ms
    if (scenario.contenders.front().settings.has("in_flight"))
        scenario.contenders.front().settings.set("in_flight", std::int64_t{20});
    scenario.workload.arrivals = open(12'000.0, "constant", 400);
    BackendRig rig(scenario);
    ASSERT_TRUE(rig.setUp() && rig.runSlice(0));
    expectAllFinished(rig.samples());
}

TEST_P(EveryBackend, works_on_no_lane_but_those_that_it_declares) {
    for (const Scenario& scenario : {computation(backend(), 300), threeSteps(backend(), 100)}) {
        const auto lanes =
            backendKind(backend())->declaration.demand(scenario, scenario.contenders.front()).lanes;
        BackendRig rig(scenario);
        ASSERT_TRUE(rig.setUp() && rig.runSlice(0));
        for (const Sample& sample : rig.samples()) EXPECT_LT(sample.lane, lanes);
    }
}

TEST_P(EveryBackend, its_account_grows_and_covers_the_work) {
    BackendRig rig(computation(backend(), 500));
    ASSERT_TRUE(rig.setUp());
    const auto before = rig.backend().account();
    ASSERT_TRUE(before && rig.runSlice(0));
    const auto after = rig.backend().account();
    ASSERT_TRUE(after);
    std::int64_t busy = 0;
    for (const Sample& sample : rig.samples()) busy += sample.end - sample.start;
    EXPECT_GT(after->cpuNs(), before->cpuNs());
    EXPECT_GT(busy, 0);
}

} // namespace
} // namespace troika::test
