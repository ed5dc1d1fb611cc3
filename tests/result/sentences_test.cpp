// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/example.h"

#include <gtest/gtest.h>
#include <limits>
#include <troika/result/sentences.h>

namespace troika {
namespace {

Comparison comparison(const std::string& measure, double ratio, double low, double high,
                      Verdict verdict) {
    return {"large", "small", measure, ratio, Interval{low, high}, verdict, 10, 0, {}};
}

Text said(const Comparison& one) { return comparisonSentence(one, example::scenario()); }

TEST(Sentences, SayWhoWasAhead) {
    const Text text = said(comparison("throughput", 3.12, 2.91, 3.29, Verdict::Ahead));
    EXPECT_EQ(
        text.en,
        "large pool finished 3.1 times as many downloads a second as small pool (2.9 to 3.3)");
    EXPECT_EQ(text.ru, "участник «большой пул» завершал в 3,1 раза больше загрузок в секунду, чем "
                       "участник «малый пул» (от 2,9 до 3,3)");
}

TEST(Sentences, ABehindIsToldFromTheOthersSide) {
    const Text text = said(comparison("throughput", 0.25, 0.2, 0.5, Verdict::Behind));
    EXPECT_EQ(
        text.en,
        "small pool finished 4.0 times as many downloads a second as large pool (2.0 to 5.0)");
}

TEST(Sentences, LatencyAndCostNameWhoHasMoreOfIt) {
    EXPECT_EQ(said(comparison("latency.p50", 0.5, 0.4, 0.8, Verdict::Ahead)).en,
              "the median latency of small pool was 2.0 times that of large pool (1.2 to 2.5)");
    EXPECT_EQ(
        said(comparison("latency.p99", 1.5, 1.25, 1.75, Verdict::Behind)).ru,
        "задержка на 99-м процентиле у участника «большой пул» была в 1,50 раза больше, чем у "
        "участника «малый пул» (от 1,25 до 1,75)");
    EXPECT_EQ(said(comparison("cpu", 1.5, 1.25, 1.75, Verdict::Behind)).en,
              "large pool needed 1.50 times as much processor time a task as small pool "
              "(1.25 to 1.75)");
}

TEST(Sentences, NoClearDifferenceSaysSo) {
    const Text text = said(comparison("throughput", 0.98, 0.95, 1.02, Verdict::NoClearDifference));
    EXPECT_EQ(text.en, "no clear difference between large pool and small pool in downloads a "
                       "second (0.98, 0.95 to 1.02)");
    EXPECT_EQ(text.ru, "между участниками «большой пул» и «малый пул» нет явной разницы по числу "
                       "загрузок в секунду (0,98; от 0,95 до 1,02)");
}

TEST(Sentences, FewRoundsGiveNoVerdict) {
    Comparison few{"large", "small", "throughput", 2.0, {}, Verdict::TooFewRounds, 3, 0, {}};
    EXPECT_EQ(said(few).en, "large pool finished 2.0 times as many downloads a second as small "
                            "pool; no verdict with fewer than 5 rounds");
    few.ratio = std::nullopt;
    few.leftOut = 2;
    EXPECT_EQ(said(few).en, "large pool and small pool have no round to compare; rounds left out "
                            "for want of figures: 2");
    few.ratio = std::numeric_limits<double>::infinity();
    EXPECT_EQ(said(few).ru, "у участников «большой пул» и «малый пул» нет раундов для сравнения; "
                            "пропущено раундов без данных: 2");
}

TEST(Sentences, UnequalFailuresGiveNoVerdict) {
    const Comparison one{"large", "small", "throughput", 2.0, {}, Verdict::UnequalFailures, 10,
                         0,       {}};
    EXPECT_TRUE(said(one).en.ends_with("as small pool; no verdict, since the shares of their tasks "
                                       "that failed differ"))
        << said(one).en;
    EXPECT_TRUE(said(one).ru.ends_with("вывода нет: доли неудавшихся задач у них различаются"));
}

TEST(Sentences, ASmallClearDifferenceIsNotShownAsNone) {
    const Text text = said(comparison("throughput", 1.006, 1.003, 1.009, Verdict::Ahead));
    EXPECT_NE(text.en.find("(1.003 to 1.009)"), std::string::npos) << text.en;
}

TEST(Sentences, RussianCountsItsTimes) {
    const auto times = [](double ratio) {
        return said(comparison("throughput", ratio, ratio, ratio, Verdict::Ahead)).ru;
    };
    EXPECT_NE(times(11).find("в 11 раз больше"), std::string::npos);
    EXPECT_NE(times(12).find("в 12 раз больше"), std::string::npos);
    EXPECT_NE(times(22).find("в 22 раза больше"), std::string::npos);
    EXPECT_NE(times(31).find("в 31 раз больше"), std::string::npos);
    EXPECT_NE(times(113).find("в 113 раз больше"), std::string::npos);
    EXPECT_NE(times(5).find("в 5,0 раза больше"), std::string::npos);
}

TEST(Sentences, AnUnknownLabelStandsForItself) {
    auto one = comparison("throughput", 3, 2, 4, Verdict::Ahead);
    one.of = "stranger";
    EXPECT_EQ(said(one).en.rfind("stranger finished", 0), 0U);
}

TEST(Sentences, NameTheTasksAfterTheirSteps) {
    const auto noun = [](std::vector<Step> steps) {
        return workloadNoun({std::move(steps), {}, {}});
    };
    EXPECT_EQ(noun({{"download", {}}}).en, "downloads");
    EXPECT_EQ(noun({{"disk", {}}, {"disk", {}}}).ru, "дисковых операций");
    EXPECT_EQ(noun({{"compute", {}}}).en, "computations");
    EXPECT_EQ(noun({{"download", {}}, {"compute", {}}}).ru, "задач");
    EXPECT_EQ(noun({}).en, "tasks");
}

} // namespace
} // namespace troika
