// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/unfinished.h"

#include <gtest/gtest.h>

#include <cerrno>

namespace troika::test {
namespace {

Unfinished with(std::initializer_list<Sample> samples) {
    Unfinished all;
    for (const Sample& sample : samples) all.add(sample);
    return all;
}

const Sample finished{.outcome = Outcome::Finished};
const Sample refused{.outcome = Outcome::Refused};
const Sample timedOut{.outcome = Outcome::TimedOut};
const Sample lost{.outcome = Outcome::Lost};
const Sample full{.digest = ENOSPC, .outcome = Outcome::Failed};
const Sample answered{.outcome = Outcome::Failed};

TEST(Unfinished, half_of_the_tasks_is_still_a_measurement) {
    EXPECT_FALSE(with({finished, lost}).tooMany(2));
    EXPECT_FALSE(with({}).tooMany(0));
}

TEST(Unfinished, what_the_scenario_asked_for_does_not_count) {
    EXPECT_FALSE(with({refused, refused, finished}).tooMany(3));
}

TEST(Unfinished, says_how_the_tasks_ended) {
    const auto why = with({finished, timedOut, timedOut, lost, full}).tooMany(5);
    ASSERT_TRUE(why);
    EXPECT_EQ(why->code, "tasks-failed");
    EXPECT_EQ(why->text.en, "4 of 5 tasks of a slice did not finish; timed out: 2, lost with their "
                            "processes: 1, failed: 1 (No space left on device).");
    EXPECT_EQ(why->text.ru, "В одном отрезке не выполнено задач: 4 из 5; не уложились в срок: 2, "
                            "потеряны вместе со своими процессами: 1, завершились ошибкой: 1 (на "
                            "диске нет места).");
}

TEST(Unfinished, the_system_s_error_is_told_whoever_failed_last) {
    const auto why = with({full, answered}).tooMany(2);
    ASSERT_TRUE(why);
    EXPECT_NE(why->text.en.find("failed: 2 (No space left on device)"), std::string::npos);
}

TEST(Unfinished, an_answer_of_another_kind_is_no_error_of_the_system) {
    const auto why = with({answered}).tooMany(1);
    ASSERT_TRUE(why);
    EXPECT_EQ(why->text.en,
              "1 of 1 tasks of a slice did not finish; failed: 1 (unexpected answer).");
}

} // namespace
} // namespace troika::test
