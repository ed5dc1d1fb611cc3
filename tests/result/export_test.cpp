// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/example.h"
#include "support/sentences.h"

#include <algorithm>
#include <cstdint>
#include <gtest/gtest.h>
#include <troika/result/export.h>

namespace troika {
namespace {

std::vector<std::string> rowsOf(const std::string& table) {
    std::vector<std::string> rows;
    for (std::size_t from = 0; from < table.size();) {
        const std::size_t end = table.find("\r\n", from);
        if (end == std::string::npos) break;
        rows.push_back(table.substr(from, end - from));
        from = end + 2;
    }
    return rows;
}

RunSamples oneTask(const std::string& label, const Sample& sample) {
    SliceSamples slice{3, 1, false, true, 1'000'000'000, {sample}};
    return {PointSamples{{ContenderSamples{label, {slice}}}}};
}

TEST(SamplesCsv, KeepsNanosecondsFromTheSlicesBegin) {
    Sample sample;
    sample.due = 1'000'000'000;
    sample.start = 1'000'000'001;
    sample.end = 3'123'456'789;
    sample.digest = 0xABC;
    sample.lane = 2;
    sample.outcome = Outcome::Finished;
    EXPECT_EQ(samplesCsv(oneTask("a", sample)),
              "point,label,round,attempt,task,lane,due_s,start_s,end_s,outcome,digest\r\n"
              "0,a,3,1,0,2,0.000000000,0.000000001,2.123456789,finished,0000000000000abc\r\n");
}

TEST(SamplesCsv, LeavesEmptyWhatWasNeverReached) {
    Sample sample;
    sample.due = 999'999'999;
    EXPECT_EQ(rowsOf(samplesCsv(oneTask("a", sample)))[1], "0,a,3,1,0,,-0.000000001,,,not-ended,");
    sample.outcome = Outcome::TimedOut;
    sample.digest = 5;
    EXPECT_EQ(rowsOf(samplesCsv(oneTask("a", sample)))[1], "0,a,3,1,0,0,-0.000000001,,,timed-out,");
}

TEST(SamplesCsv, AbsurdTimesDoNotOverflow) {
    Sample sample;
    sample.due = INT64_MIN;
    sample.end = INT64_MAX;
    RunSamples samples = oneTask("a", sample);
    samples[0].contenders[0].slices[0].begin = INT64_MAX;
    EXPECT_EQ(rowsOf(samplesCsv(samples))[1],
              "0,a,3,1,0,,-18446744073.709551615,,0.000000000,not-ended,");
}

TEST(SamplesCsv, QuotesAsRfc4180) {
    EXPECT_EQ(rowsOf(samplesCsv(oneTask("a \"b\" c", {})))[1].substr(0, 16),
              "0,\"a \"\"b\"\" c\",3,");
}

TEST(SamplesCsv, HasARowATaskWithoutWarmUp) {
    const auto rows = rowsOf(samplesCsv(example::run().samples));
    EXPECT_EQ(rows.size(), 1U + 2 * (6 + 6 + 3) * 20);
}

TEST(SummaryCsv, HasARowAContenderAndPoint) {
    const auto rows = rowsOf(summaryCsv(example::run().result));
    ASSERT_EQ(rows.size(), 1U + 2 * 3);
    EXPECT_EQ(
        rows[0].rfind("point,backends[small].workers,label,backend,status,reason,finished,", 0),
        0U);
    EXPECT_EQ(rows[1].rfind("0,2,serial,serial,finished,,120,0,0,", 0), 0U) << rows[1];
    EXPECT_EQ(rows[6].rfind("1,4,large,thread.pool,failed,worker-killed,59,0,1,", 0), 0U)
        << rows[6];
    for (const std::string& row : rows)
        EXPECT_EQ(std::count(row.begin(), row.end(), ','),
                  std::count(rows[0].begin(), rows[0].end(), ','));
}

TEST(SummaryCsv, TellsHowSureItsFiguresAre) {
    StoredRun run = example::run();
    Latency& latency = run.result.points[0].contenders[0].latency;
    latency.p99 = 0.25;
    latency.p99Interval = Interval{0.125, 0.5};
    run.result.points[0].contenders[0].usage.cpuOfTaskInterval = Interval{0.75, 1};
    run.result.points[0].contenders[0].usage.switchesOfTaskInterval = Interval{2, 3};
    const auto rows = rowsOf(summaryCsv(run.result));
    const auto fieldsOf = [](const std::string& row) {
        std::vector<std::string> fields(1);
        for (const char letter : row) {
            if (letter == ',') {
                fields.emplace_back();
            } else {
                fields.back() += letter;
            }
        }
        return fields;
    };
    const auto titles = fieldsOf(rows[0]);
    const auto values = fieldsOf(rows[1]);
    ASSERT_EQ(titles.size(), values.size());
    const auto at = [&](const std::string& title) {
        const auto place = std::ranges::find(titles, title);
        EXPECT_NE(place, titles.end()) << title;
        return place == titles.end() ? std::string()
                                     : values[static_cast<std::size_t>(place - titles.begin())];
    };
    EXPECT_EQ(at("latency_p99_s"), "0.25");
    EXPECT_EQ(at("latency_p99_low_s"), "0.125");
    EXPECT_EQ(at("latency_p99_high_s"), "0.5");
    EXPECT_EQ(at("cpu_of_task_low_s"), "0.75");
    EXPECT_EQ(at("switches_of_task_high"), "3");
}

TEST(SummaryCsv, OfNothingIsItsHeader) { EXPECT_EQ(rowsOf(summaryCsv({})).size(), 1U); }

TEST(Export, WritesTheFiles) {
    const example::Directory directory;
    const StoredRun run = example::run();
    ASSERT_TRUE(exportCsv(directory.path(), run));
    ASSERT_TRUE(exportJson(directory.path(), run.result, example::catalogue()));
    EXPECT_EQ(example::contentOf(directory / "summary.csv"), summaryCsv(run.result));
    EXPECT_EQ(example::contentOf(directory / "samples.csv"), samplesCsv(run.samples));
    EXPECT_EQ(readResult(directory / "result.json", example::catalogue())->result, run.result);
    EXPECT_EQ(directory.files(), 3U);
}

TEST(Export, WithoutSamplesThoseOfAnEarlierRunStay) {
    const example::Directory directory;
    StoredRun run = example::run();
    ASSERT_TRUE(exportCsv(directory.path(), run));
    const std::string samples = example::contentOf(directory / "samples.csv");
    run.samples.clear();
    ASSERT_TRUE(exportCsv(directory.path(), run));
    EXPECT_EQ(example::contentOf(directory / "samples.csv"), samples);
}

TEST(Export, IntoNoDirectoryIsAFailure) {
    const example::Directory directory;
    const Failure failure = exportCsv(directory / "none", {}).error();
    EXPECT_EQ(failure.code, "result-not-written");
    test::expectSentences(failure.text);
}

} // namespace
} // namespace troika
