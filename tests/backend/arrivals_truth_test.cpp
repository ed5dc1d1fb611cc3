// SPDX-License-Identifier: GPL-3.0-or-later
// What is measured where tasks come by themselves, against what queueing theory says of the very
// same draws.
#include "backend/backend_rig.h"
#include "support/queue_oracle.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <thread>
#include <troika/origin/server.h>
#include <troika/stats/percentile.h>
#include <troika/stats/queue_depth.h>

namespace troika::test {
namespace {

using Times = std::vector<std::int64_t>;

TEST(QueueOracle, TableOfAnswers) {
    EXPECT_EQ(predictedWaits({}, {}, 1), Times{});
    EXPECT_EQ(predictedWaits({7}, {100}, 1), Times{0});
    // By hand, one server: each begins when the one before has ended.
    EXPECT_EQ(predictedWaits({0, 1, 2, 30}, {10, 10, 10, 10}, 1), (Times{0, 9, 18, 0}));
    EXPECT_EQ(predictedWaits({0, 0, 0}, {5, 5, 5}, 1), (Times{0, 5, 10}));
    // Two servers: the third takes whichever is free first.
    EXPECT_EQ(predictedWaits({0, 1, 2, 3}, {10, 4, 1, 9}, 2), (Times{0, 0, 3, 3}));
    // As many servers as tasks: nobody waits.
    EXPECT_EQ(predictedWaits({0, 0, 0}, {9, 9, 9}, 3), (Times{0, 0, 0}));
    EXPECT_EQ(predictedWaits({0, 0, 0}, {0, 0, 0}, 1), (Times{0, 0, 0}));
}

TEST(QueueOracle, WithOneServerItIsLindleysRecursion) {
    const Times arrivals{0, 3, 4, 9, 20, 21};
    const Times services{5, 2, 6, 1, 4, 4};
    const Times waits = predictedWaits(arrivals, services, 1);
    std::int64_t wait = 0;
    for (std::size_t task = 0; task < waits.size(); ++task) {
        EXPECT_EQ(waits[task], wait);
        if (task + 1 == waits.size()) break;
        wait = std::max<std::int64_t>(0, wait + services[task] -
                                             (arrivals[task + 1] - arrivals[task]));
    }
}

double mean(const Times& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double p99(Times values) {
    std::sort(values.begin(), values.end());
    return static_cast<double>(percentile(values, 990).value());
}

/// Downloads of 1 KiB whose server takes an exponential time of `meanSeconds` to answer, coming by
/// chance at a rate.
Scenario comingDownloads(const std::string& backend, double meanSeconds, double rate,
                         std::int64_t tasks) {
    Scenario scenario = downloads(backend, tasks, 0);
    scenario.workload.steps.front().settings.set(
        "delay", Delay{.distribution = Delay::Distribution::Exponential, .first = meanSeconds});
    Arrivals& arrivals = scenario.workload.arrivals;
    arrivals = {"open", {}};
    arrivals.settings.set("rate", rate);
    arrivals.settings.set("process", std::string("poisson"));
    arrivals.settings.set("tasks", tasks);
    return scenario;
}

struct Queue {
    const char* backend;
    const char* setting; ///< That says how many serve; empty: one does.
    std::size_t servers;
};

class OpenArrivals : public ::testing::TestWithParam<Queue> {};
INSTANTIATE_TEST_SUITE_P(
    Queues, OpenArrivals,
    ::testing::Values(Queue{"serial", "", 1}, Queue{"thread.pool", "workers", 4},
                      Queue{"thread.queue", "workers", 4}, Queue{"async.loop", "in_flight", 4},
                      Queue{"async.uring", "in_flight", 4}),
    [](const auto& parameter) {
        std::string name = parameter.param.backend;
        std::replace_if(
            name.begin(), name.end(), [](char c) { return !std::isalnum(c); }, '_');
        return name;
    });

/// Whether the measured waits of one slice are within 3 % and 60 us of the oracle's in the mean,
/// and within 2 % at the 99th percentile.
::testing::AssertionResult areAsPredicted(const std::vector<Sample>& samples, std::size_t servers) {
    Times arrivals;
    Times services;
    Times measured;
    for (const Sample& sample : samples) {
        arrivals.push_back(sample.due);
        services.push_back(sample.end - sample.start);
        measured.push_back(sample.start - sample.due);
    }
    const Times predicted = predictedWaits(arrivals, services, servers);
    const double meanOff = std::abs(mean(measured) - mean(predicted));
    const double p99Off = std::abs(p99(measured) - p99(predicted));
    const bool inside = meanOff <= mean(predicted) * 0.03 + 60e3 && p99Off <= p99(predicted) * 0.02;
    auto answer = inside ? ::testing::AssertionSuccess() : ::testing::AssertionFailure();
    return answer << "mean wait " << mean(measured) / 1e6 << " ms for " << mean(predicted) / 1e6
                  << ", p99 " << p99(measured) / 1e6 << " ms for " << p99(predicted) / 1e6;
}

/// How late this machine wakes a thread that sleeps for a millisecond, on average, now.
std::chrono::nanoseconds wakeUpDelay() {
    constexpr int sleeps = 200;
    std::int64_t late = 0;
    for (int i = 0; i < sleeps; ++i) {
        const std::int64_t due = monotonicNow() + 1'000'000;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        late += monotonicNow() - due;
    }
    return std::chrono::nanoseconds(late / sleeps);
}

// Not thread.per-task, thread.graph and processes: starting a thread, waking one of oneTBB's, or a
// message to a worker and back, is time that no sample calls service, nor its server free. Not
// those whose servers have queues of their own: several loops, and workers that hold tasks. A busy
// machine lets threads wake late, now and then; what is measured wrongly is wrong in every slice.
TEST_P(OpenArrivals, waitAsTheOracleOfTheSameDrawsSays) {
    const auto [backend, setting, servers] = GetParam();
    auto origin = OriginServer::start({});
    ASSERT_TRUE(origin);
    // Nine tenths of what the servers can do: waits are tens of milliseconds, long against the time
    // that a busy machine takes to wake somebody.
    const double meanSeconds = servers == 1 ? 0.005 : 0.015;
    const double rate = 0.9 * static_cast<double>(servers) / (meanSeconds + 0.0003);
    const auto tasks = static_cast<std::int64_t>(servers == 1 ? 500 : 700);
    Scenario scenario = comingDownloads(backend, meanSeconds, rate, tasks);
    if (*setting != '\0') {
        scenario.contenders.front().settings.set(setting, static_cast<std::int64_t>(servers));
    }
    BackendRig rig(scenario, origin->port());
    ASSERT_TRUE(rig.setUp());
    ::testing::AssertionResult answer = ::testing::AssertionFailure();
    std::string all;
    for (std::uint64_t round = 0; round < 8 && !answer; ++round) {
        ASSERT_TRUE(rig.runSlice(round));
        const auto samples = rig.samples();
        ASSERT_EQ(samples.size(), static_cast<std::size_t>(tasks));
        for (const Sample& sample : samples) ASSERT_EQ(sample.outcome, Outcome::Finished);
        answer = areAsPredicted(samples, servers);
        all += std::string(answer.message()) + "\n";
    }
    // Nine servers' worth of work for ten: who begins late by that much waits ten times as long.
    const auto delay = answer ? std::chrono::nanoseconds(0) : wakeUpDelay();
    if (delay > std::chrono::microseconds(300)) {
        GTEST_SKIP() << "this machine wakes threads " << static_cast<double>(delay.count()) * 1e-6
                     << " ms late: too busy to tell\n"
                     << all;
    }
    EXPECT_TRUE(answer) << all;
}

/// Closed arrivals: `users` each go from a task to the next, after a pause.
Scenario users(const std::string& backend, std::int64_t inFlight, double think) {
    Scenario scenario = comingDownloads(backend, 0.002, 1, 400);
    Arrivals& arrivals = scenario.workload.arrivals;
    arrivals = {"closed", {}};
    arrivals.settings.set("in_flight", inFlight);
    arrivals.settings.set("think", think);
    arrivals.settings.set("tasks", std::int64_t{400});
    return scenario;
}

class ClosedArrivals : public ::testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Backends, ClosedArrivals,
                         ::testing::Values("serial", "thread.pool", "thread.queue", "async.loop"));

// Muntz and Wong, Asymptotic properties of closed queueing network models (1974): a user is either
// answered or thinks, so N users at a throughput of X have N = X (R + Z), but for the turns at the
// beginning and the end.
TEST_P(ClosedArrivals, keepTheResponseTimeLaw) {
    constexpr double count = 6;
    constexpr double think = 0.003;
    auto origin = OriginServer::start({});
    ASSERT_TRUE(origin);
    BackendRig rig(users(GetParam(), 6, think), origin->port());
    ASSERT_TRUE(rig.setUp() && rig.runSlice(0));
    const auto samples = rig.samples();
    Times responses;
    std::int64_t last = 0;
    for (const Sample& sample : samples) {
        responses.push_back(sample.end - sample.due);
        last = std::max(last, sample.end);
    }
    const double seconds = static_cast<double>(last - samples.front().due) / 1e9;
    const double throughput = static_cast<double>(samples.size()) / seconds;
    const double turn = mean(responses) / 1e9 + think;
    const double longest =
        static_cast<double>(*std::max_element(responses.begin(), responses.end())) / 1e9 + think;
    // At the end each user lacks a turn at the most, and the last pause is nobody's.
    EXPECT_LE(throughput * turn, count * (1 + think / seconds) * 1.001);
    EXPECT_GE(throughput * turn, count * (1 - longest / seconds) * 0.999);
    // Little: those in flight on average are throughput times response time.
    EXPECT_NEAR(meanDepth(openTasks(samples)), throughput * mean(responses) / 1e9, 1e-6);
}

// Overload: what comes faster than it can be done waits, from the moment it was due, whatever the
// backend does with it in the meantime; a queue before a step never holds more than it may.
TEST(BackPressure, AFullQueueHoldsUpWhoeverComesBeforeAndNothingIsLost) {
    Scenario scenario = threeSteps("thread.queue", 300);
    scenario.workload.steps[1].settings.set("amount", std::int64_t{200}); // The bottleneck.
    scenario.contenders.front().settings.set("workers", std::int64_t{1});
    scenario.contenders.front().settings.set("capacity", std::int64_t{1});
    BackendRig rig(scenario);
    ASSERT_TRUE(rig.setUp());
    Times due;
    const std::int64_t begin = monotonicNow();
    for (std::int64_t task = 0; task < 300; ++task) due.push_back(begin + task * 1'000);
    const auto plan = planOf(due);
    ASSERT_TRUE(rig.runSlice(0, *plan));
    const auto samples = rig.samples();
    ASSERT_EQ(samples.size(), 300U);
    for (std::size_t task = 0; task < samples.size(); ++task) {
        EXPECT_EQ(samples[task].outcome, Outcome::Finished);
        EXPECT_EQ(samples[task].due, due[task]);
        EXPECT_GE(samples[task].start, due[task]);
    }
    // One waits, one is worked on, and one is still with whoever wants to hand it on.
    EXPECT_LE(greatestDepth(tasksAtStep(samples, 1, 3)), 3);
    EXPECT_LE(greatestDepth(tasksAtStep(samples, 2, 3)), 3);
    // So the others wait before the first step.
    EXPECT_GT(greatestDepth(waitingTasks(samples)), 100);
}

} // namespace
} // namespace troika::test
