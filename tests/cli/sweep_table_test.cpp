// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/troika/sweep_table.h"

#include <gtest/gtest.h>
#include <troika/result/sentences.h>

using namespace troika;
using namespace troika::cli;

namespace {

ContenderResult contender(const std::string& label, double throughput) {
    ContenderResult one;
    one.label = label;
    one.throughput.median = throughput;
    return one;
}

/// At the first of three points the loop is ahead, at the second nobody, at the third the pool
/// failed.
RunResult example() {
    RunResult result;
    result.scenario.name = "example";
    result.scenario.workload.steps = {{"download", {}}};
    result.scenario.workload.arrivals.kind = "batch";
    result.scenario.workload.arrivals.settings.set("tasks", std::int64_t{64});
    result.scenario.contenders = {{"pool", {"a pool", "пул"}, "pool", {}},
                                  {"loop", {"the loop", "цикл событий"}, "loop", {}}};
    result.scenario.baseline = "pool";
    for (const int workers : {1, 2, 4}) {
        PointResult point;
        point.parameters = {{"backends[pool].workers", workers}};
        point.contenders = {contender("pool", 100 * workers), contender("loop", 200)};
        point.doubts = {{"noisy-machine", "", {"It was noisy.", "Было шумно."}, {"Rest.", "-"}}};
        Comparison comparison{.of = "loop", .to = "pool", .measure = "throughput"};
        comparison.ratio = 2.0 / workers;
        comparison.interval = Interval{1.9 / workers, 2.1 / workers};
        comparison.verdict = workers == 1 ? Verdict::Ahead : Verdict::NoClearDifference;
        comparison.rounds = 10;
        comparison.sentence = comparisonSentence(comparison, result.scenario);
        point.comparisons = {comparison};
        result.points.push_back(point);
    }
    PointResult& last = result.points.back();
    last.contenders[0].status = TrialStatus::Failed;
    last.contenders[0].reason = Failure{"died", {"It died.", "Он погиб."}};
    last.comparisons.clear();
    last.doubts.clear();
    return result;
}

} // namespace

TEST(SweepTable, HasARowAPointAndASentenceAPoint) {
    EXPECT_EQ(sweepTable(example(), {.width = 0}),
              "Figures are downloads/s, the median of the rounds.\n"
              "\n"
              "backends[pool].workers  a pool  the loop  ahead\n"
              "1                          100       200  the loop\n"
              "2                          200       200  no clear difference\n"
              "4                       failed       200  no verdict\n"
              "\n"
              "the loop is ahead at 1 of 3 points.\n"
              "No clear difference at 1 of 3 points.\n"
              "\n"
              "- backends[pool].workers = 1: " +
                  example().points[0].comparisons[0].sentence.en +
                  "\n"
                  "- backends[pool].workers = 2: " +
                  example().points[1].comparisons[0].sentence.en +
                  "\n"
                  "\n"
                  "a pool: failed: It died. (backends[pool].workers = 4)\n"
                  "\n"
                  "Doubt: It was noisy. Rest. (backends[pool].workers = 1; 2 points in all)\n");
}

TEST(SweepTable, IsThereInRussian) {
    const std::string text = sweepTable(example(), {.language = Language::Russian, .width = 0});
    for (const char* const part : {"цикл событий: впереди в точках — 1 из 3.", "явной разницы нет",
                                   "загрузок/с", "всего точек: 2"}) {
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    }
}

TEST(SweepTable, AGridHasAColumnAParameter) {
    RunResult result = example();
    for (PointResult& point : result.points) point.parameters["workload.steps.0.delay"] = "10 ms";
    const std::string text = sweepTable(result, {.width = 0});
    EXPECT_NE(text.find("backends[pool].workers  workload.steps.0.delay  a pool"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("- backends[pool].workers = 2, workload.steps.0.delay = 10 ms: "),
              std::string::npos)
        << text;
}
