// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/foreign_key.h"

#include "scenario/small_catalogue.h"

#include <gtest/gtest.h>
#include <troika/backend/catalogue.h>

namespace troika::test {
namespace {

using Lines = std::vector<std::string>;

Lines problemsWith(const std::string& place, const char* value) {
    Json document = {
        {"schema", "troika-scenario/1"},
        {"name", "example"},
        {"workload",
         {{"steps", Json::array({{{"kind", "compute"}, {"duration", "1 ms"}}})},
          {"arrivals", {{"kind", "open"}, {"rate", 10}, {"tasks", 5}}}}},
        {"backends", Json::array({{{"backend", "thread.pool"}}})},
    };
    document[Json::json_pointer(place)] = Json::parse(value);
    const auto scenario = readScenario(document, catalogue());
    Lines lines;
    if (scenario) return lines;
    for (const Finding& finding : scenario.error()) {
        lines.push_back(finding.field + ": " + finding.problem.en);
        EXPECT_FALSE(finding.problem.ru.empty());
    }
    return lines;
}

TEST(ForeignKey, AGrainWithoutAParallelLoop) {
    EXPECT_EQ(problemsWith("/backends/0/grain", "5"),
              Lines{"backends[thread.pool].grain: thread.pool has no grain; it belongs to "
                    "thread.parallel-for"});
}

TEST(ForeignKey, OpenArrivalsWithANumberInFlight) {
    EXPECT_EQ(problemsWith("/workload/arrivals/in_flight", "5"),
              Lines{"workload.arrivals.in_flight: open has no in_flight; it belongs to closed"});
}

TEST(ForeignKey, AComputationWithADelay) {
    EXPECT_EQ(problemsWith("/workload/steps/0/delay", "\"1 ms\""),
              Lines{"workload.steps.0.delay: compute has no delay; it belongs to download"});
}

TEST(ForeignKey, ADownloadWithAPayload) {
    EXPECT_EQ(
        problemsWith("/workload/steps/0",
                     R"({"kind": "download", "size": "1 KiB", "payload": {"input": "1 KiB"}})"),
        Lines{"workload.steps.0.payload: download has no payload; it belongs to compute"});
}

TEST(ForeignKey, WhatNobodyHasAndWhatOneHasIsLeftAlone) {
    EXPECT_EQ(problemsWith("/workload/arrivals/batch_size", "5"),
              Lines{"workload.arrivals.batch_size: no such key"});
    EXPECT_EQ(problemsWith("/backends/0/workers", "\"many\"").size(), 1U);
    EXPECT_EQ(problemsWith("/backends/0/workers", "\"many\"").front().find("belongs"),
              std::string::npos);
}

} // namespace
} // namespace troika::test
