// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/work.h"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

namespace troika {
namespace {

/// Ends as it is told; its digest tells which step of which task it was.
class ToldBlocking final : public BlockingStep {
public:
    explicit ToldBlocking(Outcome outcome) : m_outcome(outcome) {}
    Result<> leadIn() override { return {}; }
    StepOutcome perform(const TaskName& task) override { return {m_outcome, 100U + task.step}; }
    void settle() override {}

private:
    Outcome m_outcome;
};

class ToldAsync final : public AsyncStep {
public:
    explicit ToldAsync(Outcome outcome) : m_outcome(outcome) {}
    Async<Result<>> leadIn(std::uint32_t) override { co_return Result<>{}; }
    Async<StepOutcome> perform(TaskName task) override {
        co_return StepOutcome{m_outcome, 100U + task.step};
    }
    void settle() override {}

private:
    Outcome m_outcome;
};

class Told final : public StepWork {
public:
    explicit Told(Outcome outcome) : m_outcome(outcome) {}
    std::unique_ptr<BlockingStep> blocking() const override {
        return std::make_unique<ToldBlocking>(m_outcome);
    }
    std::unique_ptr<AsyncStep> async(const LoopPlace&) const override {
        return std::make_unique<ToldAsync>(m_outcome);
    }

private:
    Outcome m_outcome;
};

Sample blocking(const std::vector<Outcome>& steps) {
    const StampClock clock;
    std::vector<std::unique_ptr<StepWork>> made;
    for (const Outcome outcome : steps) made.push_back(std::make_unique<Told>(outcome));
    const Work work(std::move(made), clock);
    return work.blockingLane()->perform({});
}

Sample async(const std::vector<Outcome>& steps) {
    const StampClock clock;
    std::vector<std::unique_ptr<StepWork>> made;
    for (const Outcome outcome : steps) made.push_back(std::make_unique<Told>(outcome));
    const Work work(std::move(made), clock);
    boost::asio::io_context loop;
    const auto lane = work.asyncLane({loop.get_executor()});
    struct : SampleSink {
        void take(std::uint32_t, const Sample& taken) override { sample = taken; }
        Sample sample;
    } sink;
    boost::asio::co_spawn(loop, lane->perform({}, sink), boost::asio::detached);
    loop.run();
    return sink.sample;
}

class WorkTest : public ::testing::TestWithParam<Sample (*)(const std::vector<Outcome>&)> {};
INSTANTIATE_TEST_SUITE_P(BothWays, WorkTest, ::testing::Values(blocking, async));

TEST_P(WorkTest, one_step_is_the_task) {
    const Sample sample = GetParam()({Outcome::Finished});
    EXPECT_EQ(sample.outcome, Outcome::Finished);
    EXPECT_EQ(sample.digest, 100U);
    EXPECT_GT(sample.start, 0);
    EXPECT_GE(sample.end, sample.start);
    EXPECT_EQ(sample.stepEnd[0], 0);
}

TEST_P(WorkTest, several_steps_are_stamped_and_folded_in_their_order) {
    const Sample sample = GetParam()({Outcome::Finished, Outcome::Finished, Outcome::Finished});
    EXPECT_EQ(sample.outcome, Outcome::Finished);
    EXPECT_EQ(sample.digest, foldDigest(foldDigest(foldDigest(0, 100), 101), 102));
    EXPECT_GE(sample.stepEnd[0], sample.start);
    EXPECT_GE(sample.stepEnd[1], sample.stepEnd[0]);
    EXPECT_GE(sample.end, sample.stepEnd[1]);
    EXPECT_EQ(sample.stepEnd[2], 0);
}

TEST_P(WorkTest, the_first_step_that_does_not_finish_ends_the_task) {
    const Sample sample = GetParam()({Outcome::Finished, Outcome::Refused, Outcome::Finished});
    EXPECT_EQ(sample.outcome, Outcome::Refused);
    EXPECT_GT(sample.stepEnd[0], 0);
    EXPECT_EQ(sample.stepEnd[1], 0);
    EXPECT_GT(sample.end, 0);
}

TEST_P(WorkTest, what_does_not_finish_keeps_its_own_digest_for_the_error) {
    const Sample sample = GetParam()({Outcome::Finished, Outcome::Failed});
    EXPECT_EQ(sample.outcome, Outcome::Failed);
    EXPECT_EQ(sample.digest, 101U);
}

TEST(LaneRulesTest, a_task_that_ends_after_its_timeout_has_timed_out_whatever_it_did) {
    const StampClock clock;
    for (const auto outcome : {Outcome::Finished, Outcome::Refused}) {
        std::vector<std::unique_ptr<BlockingStep>> steps;
        steps.push_back(std::make_unique<ToldBlocking>(outcome));
        BlockingLane lane(std::move(steps), {clock, std::chrono::nanoseconds(-1)}, 0, 1);
        const Sample sample = lane.perform({});
        EXPECT_EQ(sample.outcome, outcome == Outcome::Finished ? Outcome::TimedOut : outcome);
    }
}

TEST(BlockingLaneTest, a_task_can_go_from_lane_to_lane_step_by_step) {
    const StampClock clock;
    std::vector<std::unique_ptr<StepWork>> made;
    for (int i = 0; i < 2; ++i) made.push_back(std::make_unique<Told>(Outcome::Finished));
    const Work work(std::move(made), clock);
    ASSERT_EQ(work.steps(), 2U);
    const auto first = work.blockingLane(0);
    const auto second = work.blockingLane(1);
    Sample sample;
    EXPECT_TRUE(first->performStep({}, 0, sample));
    EXPECT_EQ(sample.end, 0);
    EXPECT_FALSE(second->performStep({}, 1, sample));
    EXPECT_GE(sample.end, sample.stepEnd[0]);
    EXPECT_EQ(sample.digest, work.blockingLane()->perform({}).digest);
}

TEST(SingleTaskTest, sets_up_no_more_than_one_task_needs) {
    Workload workload;
    workload.arrivals = {"batch", {}};
    workload.arrivals.settings.set("tasks", std::int64_t{500});
    workload.steps.push_back({"disk", {}});
    Settings& disk = workload.steps.front().settings;
    disk.set("block", 4096.0);
    disk.set("blocks", std::int64_t{3});
    disk.set("file_size", 1e9);
    const Workload single = singleTask(workload);
    EXPECT_EQ(single.arrivals.settings.integer("tasks"), 1);
    EXPECT_EQ(single.steps.front().settings.bytes("file_size"), 3U * 4096U);
    EXPECT_EQ(single.steps.front().settings.bytes("block"), 4096U);
}

TEST(StepKindsTest, are_found_by_name) {
    for (const StepKind& kind : stepKinds()) EXPECT_EQ(stepKind(kind.declaration.name), &kind);
    EXPECT_EQ(stepKind("dance"), nullptr);
}

} // namespace
} // namespace troika
