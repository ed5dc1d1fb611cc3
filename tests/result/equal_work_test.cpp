// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/equal_work.h"
#include "result/example.h"
#include "support/sentences.h"

#include <gtest/gtest.h>

namespace troika {
namespace {

class EqualWork : public testing::Test {
protected:
    std::optional<Failure> find(std::size_t which) const {
        return findUnequalWork(trials, which, example::scenario());
    }
    Sample& sample(std::size_t trial, std::size_t round, std::size_t task) {
        return trials[trial].slices[round + 1].samples[task];
    }

    std::vector<TrialRecord> trials{example::trial("small", 3, 4, 1000),
                                    example::trial("serial", 3, 4, 1000),
                                    example::trial("large", 3, 4, 1000)};
};

TEST_F(EqualWork, IsFoundEqual) {
    for (std::size_t i = 0; i < trials.size(); ++i) EXPECT_EQ(find(i), std::nullopt);
}

TEST_F(EqualWork, AMismatchBlamesTheOneThatIsNotTheBaselineAndNamesRoundAndTask) {
    sample(0, 2, 3).digest ^= 1;
    const auto found = find(0);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->code, "digest-mismatch");
    EXPECT_NE(found->text.en.find("Round 2, task 3"), std::string::npos) << found->text.en;
    EXPECT_NE(found->text.ru.find("Раунд 2, задача 3"), std::string::npos) << found->text.ru;
    EXPECT_EQ(find(1), std::nullopt);
    EXPECT_EQ(find(2), std::nullopt);
}

TEST_F(EqualWork, WithoutTheBaselineTheFirstThatFinishedIsTheReference) {
    sample(1, 0, 0).outcome = Outcome::Failed;
    sample(2, 0, 0).digest ^= 1;
    EXPECT_EQ(find(0), std::nullopt);
    ASSERT_TRUE(find(2));
    EXPECT_EQ(find(2)->code, "digest-mismatch");
    EXPECT_NE(find(2)->text.en.find("of small pool,"), std::string::npos) << find(2)->text.en;
    EXPECT_NE(find(2)->text.ru.find("«малый пул»"), std::string::npos) << find(2)->text.ru;
    test::expectSentences(find(2)->text);
}

TEST_F(EqualWork, WhatOnlyOneFinishedIsNotCompared) {
    sample(0, 0, 0).digest ^= 1;
    sample(1, 0, 0).outcome = Outcome::TimedOut;
    sample(2, 0, 0).outcome = Outcome::Lost;
    EXPECT_EQ(find(0), std::nullopt);
}

TEST_F(EqualWork, UncountedSlicesAndWarmUpAreNotCompared) {
    trials[0].slices[0].samples[0].digest ^= 1;
    sample(0, 1, 0).digest ^= 1;
    trials[0].slices[2].counted = false;
    EXPECT_EQ(find(0), std::nullopt);
}

TEST_F(EqualWork, LessWorkIsNoMismatch) {
    trials[1].slices[1].samples.resize(1);
    trials[1].slices.resize(2);
    EXPECT_EQ(find(0), std::nullopt);
}

TEST_F(EqualWork, WrongOutputIsToldWhereverItWas) {
    trials[2].slices[0].samples[1].outcome = Outcome::Wrong;
    ASSERT_TRUE(find(2));
    EXPECT_EQ(find(2)->code, "wrong-output");
    test::expectSentences(find(2)->text);
    EXPECT_EQ(find(0), std::nullopt);
}

} // namespace
} // namespace troika
