// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result_store.h"

#include "models/scenario_document.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>
#include <troika/backend/catalogue.h>
#include <troika/result/file.h>
#include <troika/run/bundled.h>

namespace troika::ui {
namespace {

TEST(ResultStoreTest, keeps_a_race_in_the_users_own_data) {
    const QTemporaryDir data;
    const QByteArray before = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", data.path().toUtf8());
    ScenarioDocument document(catalogue(), {});
    ASSERT_TRUE(document.open(bundledScenarios().front().file).empty());
    StoredRun run;
    run.result.scenario = document.scenario();
    run.result.started = "2026-01-02T03:04:05Z";
    run.result.scenario.name = "mine";
    const auto kept = keepResult(run);
    ASSERT_TRUE(kept) << kept.error().text.en;
    EXPECT_EQ(*kept, std::filesystem::path(data.path().toStdString()) /
                         "troika/results/mine-2026-01-02T03-04-05Z.troika");
    EXPECT_TRUE(looksLikeResult(*kept));
    const auto another = keepResult(run); // Of the same second: both are kept.
    ASSERT_TRUE(another);
    EXPECT_NE(*another, *kept);
    qputenv("XDG_DATA_HOME", "/proc/nothing");
    EXPECT_FALSE(keepResult(run));
    qputenv("XDG_DATA_HOME", before);
}

} // namespace
} // namespace troika::ui
