// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario_document.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <troika/backend/catalogue.h>

namespace troika::ui {
namespace {

const std::filesystem::path families =
    std::filesystem::path(TROIKA_SOURCE) / "resources/scenarios/downloads-families.json";

TEST(ScenarioDocumentTest, opens_edits_and_says_what_is_wrong_at_its_field) {
    ScenarioDocument document(catalogue(), {});
    ASSERT_TRUE(document.open(families).empty());
    EXPECT_FALSE(document.modified());
    const QSignalSpy changes(&document, &ScenarioDocument::changed);
    document.set("workload.arrivals.tasks", Json(128));
    EXPECT_EQ(document.scenario().workload.arrivals.settings.integer("tasks"), 128);
    EXPECT_TRUE(document.modified());
    document.set("workload.steps.0.size", Json("50 parsecs"));
    EXPECT_FALSE(document.findings().empty());
    EXPECT_FALSE(document.findingAt("workload.steps.0.size", Language::English).isEmpty());
    EXPECT_NE(document.findingAt("workload.steps.0.size", Language::Russian),
              document.findingAt("workload.steps.0.size", Language::English));
    EXPECT_TRUE(document.findingAt("rounds", Language::English).isEmpty());
    EXPECT_EQ(document.scenario().workload.arrivals.settings.integer("tasks"), 128);
    document.set("workload.steps.0.size", Json("2 MiB"));
    EXPECT_TRUE(document.findings().empty());
    EXPECT_EQ(document.scenario().workload.steps[0].settings.bytes("size"), 2U << 20);
    EXPECT_EQ(changes.count(), 3);
    document.set("workload.arrivals.tasks", Json(64));
    document.set("workload.steps.0.size", Json("100 KiB"));
    EXPECT_FALSE(document.modified()) << "as it was opened";
}

TEST(ScenarioDocumentTest, members_of_an_object_are_edited_and_found_by_their_path) {
    ScenarioDocument document(catalogue(), {});
    ASSERT_TRUE(document.open(families.parent_path() / "payload-shipping.json").empty());
    document.set("workload.steps.0.payload.input", Json("3 MiB"));
    EXPECT_EQ(document.scenario().workload.steps[0].settings.bytes("payload.input"), 3U << 20);
    document.set("workload.steps.0.payload.input", Json("3 MiBs"));
    EXPECT_FALSE(document.findingAt("workload.steps.0.payload.input", Language::English).isEmpty());
    EXPECT_TRUE(document.findingAt("workload.steps.0.payload.output", Language::English).isEmpty());
}

TEST(ScenarioDocumentTest, a_file_that_cannot_be_opened_changes_nothing) {
    ScenarioDocument document(catalogue(), {});
    ASSERT_TRUE(document.open(families).empty());
    const Scenario before = document.scenario();
    EXPECT_FALSE(document.open("/nowhere.json").empty());
    EXPECT_FALSE(document.open(std::filesystem::path(TROIKA_SOURCE) / "LICENSE").empty());
    EXPECT_EQ(document.scenario(), before);
}

TEST(ScenarioDocumentTest, is_saved_whole_and_read_back) {
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "mine.json";
    ScenarioDocument document(catalogue(), {});
    ASSERT_TRUE(document.open(families).empty());
    document.set("rounds", Json(7));
    ASSERT_EQ(document.save(file), "");
    EXPECT_FALSE(document.modified());
    ScenarioDocument again(catalogue(), {});
    ASSERT_TRUE(again.open(file).empty());
    EXPECT_EQ(again.scenario(), document.scenario());
    EXPECT_NE(document.save("/proc/nothing/mine.json"), "");
}

TEST(ScenarioDocumentTest, every_kind_of_arrivals_takes_over_what_it_knows_too) {
    ScenarioDocument document(catalogue(), {});
    ASSERT_TRUE(document.open(families).empty());
    for (const Kind& kind : catalogue().arrivals) {
        document.setArrivals(kind.name);
        EXPECT_EQ(document.scenario().workload.arrivals.kind, kind.name);
        EXPECT_EQ(document.scenario().workload.arrivals.settings.integer("tasks"), 64);
        EXPECT_TRUE(document.findings().empty()) << kind.name;
    }
    document.setArrivals("batch");
    EXPECT_FALSE(document.modified());
}

TEST(ScenarioDocumentTest, takes_the_machine_into_account) {
    MachineLimits limits;
    limits.descriptors = 20;
    ScenarioDocument document(catalogue(), limits);
    ASSERT_TRUE(document.open(families).empty());
    EXPECT_FALSE(document.findings().empty());
    document.setMachineLimits({});
    EXPECT_TRUE(document.findings().empty());
}

} // namespace
} // namespace troika::ui
