// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/troika/table.h"

#include <gtest/gtest.h>
#include <troika/result/sentences.h>

using namespace troika;
using namespace troika::cli;

namespace {

ContenderResult contender(const std::string& label, double throughput) {
    ContenderResult one;
    one.label = label;
    one.backend = label;
    one.tasks.finished = 640;
    one.throughput.median = throughput;
    one.throughput.interval = {throughput * 0.9, throughput * 1.1};
    one.service.p50 = 0.0042;
    one.usage.cpuUserSeconds = 0.5;
    one.usage.peakMemoryBytes = 12'300'000;
    one.usage.threads = 5;
    one.usage.processes = 1;
    one.slices.resize(1);
    one.slices[0].counted = true;
    return one;
}

/// Serial, an async loop three times as fast, a pool that failed, one that is not available.
RunResult example() {
    RunResult result;
    result.scenario.name = "example";
    result.scenario.title = {"An example", "Пример"};
    result.scenario.workload.steps = {{"download", {}}};
    result.scenario.workload.arrivals.kind = "batch";
    result.scenario.workload.arrivals.settings.set("tasks", std::int64_t{64});
    result.scenario.baseline = "serial";
    for (const char* const label : {"serial", "pool", "loop", "cluster"}) {
        result.scenario.contenders.push_back({label, {label, ""}, label, {}});
    }
    result.scenario.contenders[2].title = {"the loop", "цикл событий"};
    result.seconds = 12.3;
    PointResult point;
    point.contenders = {contender("cluster", 0), contender("pool", 500), contender("serial", 60),
                        contender("loop", 186)};
    point.contenders[0].status = TrialStatus::Unavailable;
    point.contenders[0].reason = Failure{"none", {"There is none here.", "Здесь его нет."}};
    point.contenders[1].status = TrialStatus::Failed;
    point.contenders[1].reason = Failure{"worker-killed", {"A worker died.", "Процесс погиб."}};
    point.contenders[3].notes = {{"files: io_uring", "файлы: io_uring"}};
    point.contenders[3].tasks.failed = 3;
    Comparison ahead{.of = "loop", .to = "serial", .measure = "throughput"};
    ahead.ratio = 3.1;
    ahead.interval = Interval{2.9, 3.3};
    ahead.verdict = Verdict::Ahead;
    ahead.rounds = 10;
    ahead.sentence = comparisonSentence(ahead, result.scenario);
    point.comparisons = {ahead};
    point.doubts = {
        {"noisy-machine", "", {"It was noisy.", "Было шумно."}, {"Rest.", "Отдохните."}},
        {"few-rounds", "", {"Rounds: 2.", "Раундов: 2."}, {"Run more.", "Больше."}}};
    result.points = {point};
    return result;
}

std::size_t placeOf(const std::string& text, const std::string& part) {
    const std::size_t place = text.find(part);
    EXPECT_NE(place, std::string::npos) << part << "\n" << text;
    return place;
}

} // namespace

TEST(Table, TheFastestStandsFirstAndWhatFailedLast) {
    const std::string text = resultTable(example(), {.width = 0});
    EXPECT_LT(placeOf(text, "\nthe loop"), placeOf(text, "\nserial"));
    EXPECT_LT(placeOf(text, "\nserial"), placeOf(text, "\npool"));
    EXPECT_LT(placeOf(text, "\npool"), placeOf(text, "\ncluster"));
    placeOf(text, "pool: failed: A worker died.");
    placeOf(text, "cluster: unavailable here: There is none here.");
}

TEST(Table, FiguresVerdictsDoubtsAndNotesFollowEachOther) {
    const std::string text = resultTable(example(), {.width = 0});
    EXPECT_EQ(placeOf(text, "An example\n"), 0U);
    for (const char* const part : {"downloads/s", "× serial", "service p50", "640 (3 failed)",
                                   "186", "167–205", "3.10", "2.90–3.30", "4.20 ms", "11.7 MiB"}) {
        placeOf(text, part);
    }
    const std::size_t verdict = placeOf(text, "- the loop finished 3.1 times as many downloads");
    const std::size_t doubt = placeOf(text, "Doubt: It was noisy. Rest.");
    placeOf(text, "Doubt: Rounds: 2. Run more.\n");
    const std::size_t note = placeOf(text, "the loop: files: io_uring");
    EXPECT_LT(verdict, doubt);
    EXPECT_LT(doubt, note);
}

TEST(Table, WaitingIsToldWhereTasksComeOneAfterTheOther) {
    RunResult result = example();
    EXPECT_EQ(resultTable(result, {.width = 0}).find("mean wait"), std::string::npos);
    result.scenario.workload.arrivals.kind = "open";
    for (ContenderResult& one : result.points[0].contenders) {
        one.queueing.mean = 0.0125;
        one.waiting.most = 1234;
    }
    const std::string text = resultTable(result, {.width = 0});
    for (const char* const part :
         {"latency p50", "mean wait", "12.5 ms", "waiting at most", "1,234"}) {
        placeOf(text, part);
    }
}

TEST(Table, WhereADurationEndsARoundNobodyCountsTasksBeforehand) {
    RunResult result = example();
    placeOf(resultTable(result, {.width = 0}), "Tasks a round: 64.");
    Arrivals& arrivals = result.scenario.workload.arrivals;
    arrivals = {"open", {}};
    arrivals.settings.set("rate", 100.0);
    arrivals.settings.set("duration", 0.5);
    const std::string text = resultTable(result, {.width = 0});
    placeOf(text, "Tasks come for a fixed time each round.");
    EXPECT_EQ(text.find("Tasks a round"), std::string::npos);
}

TEST(Table, InRussianWithADecimalComma) {
    const std::string text = resultTable(example(), {.language = Language::Russian, .width = 0});
    for (const char* const part : {"Пример\n", "загрузок/с", "цикл событий", "3,10", "11,7 МиБ",
                                   "Оговорка: Было шумно.", "pool: сбой: Процесс погиб."}) {
        placeOf(text, part);
    }
}

TEST(Table, NoLineIsWiderThanTheTerminal) {
    const std::string text = resultTable(example(), {.width = 80});
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = text.find('\n', begin);
        std::size_t letters = 0;
        for (std::size_t i = begin; i < end; ++i) {
            letters += (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U ? 1 : 0;
        }
        EXPECT_LE(letters, 80U) << text.substr(begin, end - begin);
        begin = end + 1;
    }
    EXPECT_LT(placeOf(text, "\nserial"), text.rfind("\nserial"));
}

TEST(Table, AHostileTitleCannotWriteToTheTerminal) {
    RunResult result = example();
    result.scenario.title = {"\033]0;x\a", ""};
    result.scenario.contenders[0].title = {"\033[2J", ""};
    EXPECT_EQ(resultTable(result, {}).find('\033'), std::string::npos);
}

TEST(Table, NothingMeasured) {
    RunResult result = example();
    result.status = RunStatus::Cancelled;
    result.points.clear();
    placeOf(resultTable(result, {}), "Cancelled");
    result.points.emplace_back();
    placeOf(resultTable(result, {}), "contender");
}
