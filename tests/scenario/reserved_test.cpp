// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/bad_input.h"
#include "scenario/read_setting.h"

namespace troika::test {
namespace {

TEST(Reserved, IsWhatTheFormatHasAndTheCatalogueMayLack) {
    for (const char* word : {"drops", "stalls", "payload", "pareto", "append", "create"}) {
        EXPECT_TRUE(isReserved(word)) << word;
    }
    for (const char* word : {"", "rounds", "workers", "Sweep", "sweeps"}) {
        EXPECT_FALSE(isReserved(word)) << word;
    }
}

TEST(Reserved, WhatTheCatalogueHasIsReadAllTheSame) {
    Catalogue catalogue = smallCatalogue();
    catalogue.arrivals[0].name = "closed";
    catalogue.steps[0].settings[3].name = "drops";
    Json document = smallDocument();
    document["workload"]["arrivals"]["kind"] = "closed";
    document["workload"]["steps"][0]["drops"] = 0.5;
    const auto scenario = readScenario(document, catalogue);
    ASSERT_TRUE(scenario);
    EXPECT_EQ(scenario->workload.arrivals.kind, "closed");
    EXPECT_EQ(scenario->workload.steps[0].settings.number("drops"), 0.5);
}

} // namespace
} // namespace troika::test
