// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/compare.h"
#include "result/example.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace troika {
namespace {

class Compare : public testing::Test {
protected:
    std::vector<Comparison> comparisons() const {
        return analyse(example::scenario(), trials).comparisons;
    }
    std::vector<std::string> pairsOf(const std::string& measure) const {
        std::vector<std::string> pairs;
        for (const Comparison& one : comparisons())
            if (one.measure == measure) pairs.push_back(one.of + "/" + one.to);
        return pairs;
    }
    Comparison find(const std::string& of, const std::string& measure) const {
        for (const Comparison& one : comparisons())
            if (one.of == of && one.to == "serial" && one.measure == measure) return one;
        ADD_FAILURE() << of << " " << measure;
        return {};
    }

    std::vector<TrialRecord> trials{example::trial("serial", 6, 20, 3'000'000),
                                    example::trial("small", 6, 20, 1'000'000),
                                    example::trial("large", 6, 20, 500'000)};
};

using Pairs = std::vector<std::string>;

TEST_F(Compare, EverybodyToTheBaselineAndNeighboursInRank) {
    EXPECT_EQ(pairsOf("throughput"), (Pairs{"small/serial", "large/serial", "large/small"}));
    EXPECT_EQ(pairsOf("latency.p50"), pairsOf("throughput"));
    EXPECT_EQ(pairsOf("cpu"), pairsOf("throughput"));
}

TEST_F(Compare, EveryMeasureHasARankOfItsOwn) {
    for (SliceRecord& slice : trials[2].slices) slice.cpuUserSeconds *= 4; // Quick, but dear.
    EXPECT_EQ(pairsOf("throughput"), (Pairs{"small/serial", "large/serial", "large/small"}));
    EXPECT_EQ(pairsOf("cpu"), (Pairs{"small/serial", "large/serial", "small/large"}));
    for (const Comparison& one : comparisons()) {
        if (one.measure != "cpu" || one.to != "large") continue;
        EXPECT_EQ(one.verdict, Verdict::Ahead);
    }
}

TEST_F(Compare, AMeasureWithoutFiguresIsLeftOut) {
    EXPECT_EQ(pairsOf("latency.p99"), Pairs{}); // 20 tasks a slice.
}

TEST_F(Compare, P99IsComparedWhereASliceTellsIt) {
    trials = {example::trial("serial", 6, 500, 3000), example::trial("small", 6, 500, 1000)};
    EXPECT_EQ(pairsOf("latency.p99"), Pairs{"small/serial"});
    EXPECT_NEAR(*find("small", "latency.p99").ratio, 1.0 / 3, 1e-9);
}

TEST_F(Compare, RatioIsOfOverToAndAheadIsBetter) {
    const auto throughput = find("small", "throughput");
    EXPECT_NEAR(*throughput.ratio, 3, 1e-9);
    EXPECT_EQ(throughput.verdict, Verdict::Ahead);
    const auto latency = find("small", "latency.p50");
    EXPECT_NEAR(*latency.ratio, 1.0 / 3, 1e-9);
    EXPECT_EQ(latency.verdict, Verdict::Ahead);
    EXPECT_EQ(find("small", "cpu").verdict, Verdict::Ahead);
    EXPECT_FALSE(throughput.sentence.empty());
}

TEST_F(Compare, FailedAndUnavailableOnesAreComparedWithNobody) {
    trials[1].status = TrialStatus::Failed;
    EXPECT_EQ(pairsOf("throughput"), Pairs{"large/serial"});
    trials[2].status = TrialStatus::Unavailable;
    EXPECT_TRUE(comparisons().empty());
}

TEST_F(Compare, WithoutTheBaselineNeighboursRemain) {
    trials[0].status = TrialStatus::Failed;
    EXPECT_EQ(pairsOf("throughput"), Pairs{"large/small"});
}

TEST_F(Compare, PairsTheSameRoundsWhateverTheOrderTheyRan) {
    const auto before = find("small", "throughput");
    std::reverse(trials[1].slices.begin(), trials[1].slices.end());
    EXPECT_EQ(find("small", "throughput").ratio, before.ratio);
    EXPECT_EQ(find("small", "throughput").interval, before.interval);
}

TEST_F(Compare, RoundsThatOneDidNotReachAreNotPaired) {
    trials[1].status = TrialStatus::Cancelled;
    trials[1].slices.resize(4);
    EXPECT_EQ(find("small", "throughput").rounds, 3);
    EXPECT_EQ(find("small", "throughput").verdict, Verdict::TooFewRounds);
    EXPECT_EQ(find("large", "throughput").rounds, 6);
}

TEST_F(Compare, RoundsWithoutFiguresAreCounted) {
    for (Sample& sample : trials[1].slices[3].samples) sample.outcome = Outcome::Failed;
    EXPECT_EQ(find("small", "throughput").rounds, 5);
    EXPECT_EQ(find("small", "throughput").leftOut, 1);
}

TEST_F(Compare, WhoLosesItsSlowTasksIsNotAheadForIt) {
    for (SliceRecord& slice : trials[1].slices)
        for (std::size_t task = 10; task < 20; ++task)
            slice.samples[task].outcome = Outcome::TimedOut;
    for (const char* const measure : {"throughput", "latency.p50", "cpu"}) {
        const auto found = find("small", measure);
        EXPECT_EQ(found.verdict, Verdict::UnequalFailures) << measure;
        EXPECT_FALSE(found.interval) << measure;
        EXPECT_NE(found.sentence.en.find("no verdict, since"), std::string::npos);
    }
    // Of the ten tasks that both finished; all of serial's twenty would give a sixth.
    EXPECT_NEAR(*find("small", "latency.p50").ratio, 1.0 / 3, 1e-9);
    EXPECT_EQ(find("large", "throughput").verdict, Verdict::Ahead);
}

TEST_F(Compare, FailuresThatAllShareLeaveTheVerdict) {
    for (const Outcome outcome : {Outcome::Refused, Outcome::Failed}) {
        for (TrialRecord& trial : trials)
            for (SliceRecord& slice : trial.slices) slice.samples[3].outcome = outcome;
        EXPECT_EQ(find("small", "throughput").verdict, Verdict::Ahead);
        EXPECT_EQ(find("small", "latency.p50").verdict, Verdict::Ahead);
    }
}

TEST_F(Compare, NobodyIsComparedWithNobody) {
    trials.clear();
    EXPECT_TRUE(comparisons().empty());
}

} // namespace
} // namespace troika
