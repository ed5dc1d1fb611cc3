// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session.h"

#include "models/user_folders.h"
#include "ui/window_fixture.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <troika/backend/catalogue.h>
#include <troika/run/bundled.h>

namespace troika::ui {
namespace {

class SessionTest : public WithOwnFolders {
protected:
    SessionTest() {
        for (const BundledScenario& bundled : bundledScenarios()) {
            if (bundled.name == "compute-tiny") m_tiny = bundled.file;
            if (bundled.name == "compute-heavy") m_heavy = bundled.file;
        }
        QObject::connect(&m_session, &Session::told, [this](const Text& text) { m_told = text; });
    }
    void raceShortly() {
        m_session.open(m_tiny);
        m_session.document().set("workload.arrivals.tasks", Json(100));
        m_session.document().set("rounds", Json(2));
        QSignalSpy kept(&m_session, &Session::kept);
        m_session.run();
        ASSERT_EQ(m_session.state(), Session::State::Running);
        ASSERT_TRUE(kept.wait(60'000));
        ASSERT_EQ(m_session.state(), Session::State::Finished);
    }
    static std::filesystem::path latestResult() {
        std::filesystem::path latest;
        std::filesystem::file_time_type when;
        for (const auto& entry : std::filesystem::directory_iterator(resultsFolder())) {
            if (!latest.empty() && entry.last_write_time() < when) continue;
            latest = entry.path();
            when = entry.last_write_time();
        }
        return latest;
    }

    Session m_session{catalogue(), "/var/tmp"};
    std::filesystem::path m_tiny;
    std::filesystem::path m_heavy;
    Text m_told;
};

TEST_F(SessionTest, races_keeps_the_race_and_opens_it_again) {
    raceShortly();
    const RunResult raced = m_session.result()->result;
    EXPECT_FALSE(m_session.curves().empty());
    EXPECT_TRUE(m_session.data().empty());
    Session other(catalogue(), "/var/tmp");
    QSignalSpy opened(&other, &Session::opened);
    other.open(latestResult());
    EXPECT_EQ(other.state(), Session::State::Opening);
    ASSERT_TRUE(opened.wait(10'000));
    EXPECT_TRUE(opened[0][0].toBool());
    EXPECT_EQ(other.result()->result, raced);
    EXPECT_EQ(other.curves().size(), m_session.curves().size());
    EXPECT_EQ(other.document().scenario(), raced.scenario);
    EXPECT_TRUE(other.fileIsResult());
    m_session.discardChanges();
}

TEST_F(SessionTest, unsaved_edits_are_there_again_and_can_be_discarded) {
    m_session.open(m_heavy);
    const Scenario original = m_session.document().scenario();
    m_session.document().set("rounds", Json(3));
    m_session.document().set("workload.arrivals.tasks",
                             Json("many")); // Wrong, and kept all the same.
    m_session.open(m_tiny);
    EXPECT_FALSE(m_session.document().modified());
    m_session.open(m_heavy);
    EXPECT_TRUE(m_session.document().modified());
    EXPECT_EQ(m_session.document().typedAt("workload.arrivals.tasks"), Json("many"));
    EXPECT_EQ(m_session.document().typedAt("rounds"), Json(3));
    EXPECT_FALSE(m_told.empty());
    m_session.discardChanges();
    EXPECT_FALSE(m_session.document().modified());
    EXPECT_EQ(m_session.document().scenario(), original);
    m_session.open(m_tiny);
    m_session.open(m_heavy);
    EXPECT_FALSE(m_session.document().modified());
}

TEST_F(SessionTest, a_saved_scenario_leaves_no_draft) {
    const QTemporaryDir folder;
    const auto mine = std::filesystem::path(folder.path().toStdString()) / "mine.json";
    m_session.open(m_heavy);
    m_session.document().set("rounds", Json(3));
    ASSERT_EQ(m_session.saveScenario(mine), "");
    EXPECT_EQ(m_session.file(), mine);
    m_session.open(m_heavy);
    EXPECT_FALSE(m_session.document().modified());
    EXPECT_NE(m_session.saveScenario("/proc/nothing/mine.json"), "");
}

TEST_F(SessionTest, after_a_race_the_scenario_is_the_file_that_it_was_saved_into) {
    const QTemporaryDir folder;
    const auto mine = std::filesystem::path(folder.path().toStdString()) / "mine.json";
    raceShortly();
    ASSERT_EQ(m_session.saveScenario(mine), "");
    EXPECT_EQ(m_session.file(), mine);
    EXPECT_FALSE(m_session.fileIsResult());
}

TEST_F(SessionTest, discarding_after_a_race_returns_to_the_file_and_keeps_the_figures) {
    raceShortly();
    EXPECT_TRUE(m_session.document().modified());
    m_session.discardChanges();
    EXPECT_FALSE(m_session.document().modified());
    EXPECT_NE(m_session.document().scenario().rounds, 2);
    EXPECT_NE(m_session.result(), nullptr);
}

TEST_F(SessionTest, edits_that_were_taken_back_leave_no_draft) {
    m_session.open(m_heavy);
    const int rounds = m_session.document().scenario().rounds;
    m_session.document().set("rounds", Json(rounds + 1));
    m_session.open(m_tiny);
    m_session.open(m_heavy);
    m_session.document().set("rounds", Json(rounds));
    m_session.open(m_tiny);
    m_session.open(m_heavy);
    EXPECT_EQ(m_session.document().scenario().rounds, rounds);
    EXPECT_FALSE(m_session.document().modified());
}

TEST_F(SessionTest, edits_are_kept_a_moment_after_they_were_made) {
    m_session.open(m_heavy);
    m_session.document().set("rounds", Json(3));
    ASSERT_TRUE(QTest::qWaitFor([this] {
        Session other(catalogue(), "/var/tmp");
        other.open(m_heavy);
        return other.document().scenario().rounds == 3;
    }));
}

TEST_F(SessionTest, what_could_not_be_read_again_is_not_saved) {
    const QTemporaryDir folder;
    const auto mine = std::filesystem::path(folder.path().toStdString()) / "mine.json";
    m_session.open(m_heavy);
    m_session.document().set("rounds", Json("three"));
    EXPECT_NE(m_session.saveScenario(mine), "");
    EXPECT_FALSE(std::filesystem::exists(mine));
    EXPECT_TRUE(m_session.document().modified());
}

TEST_F(SessionTest, figures_are_exported_or_the_reason_is_told) {
    raceShortly();
    const QTemporaryDir folder;
    const auto place = std::filesystem::path(folder.path().toStdString()) / "new";
    QSignalSpy told(&m_session, &Session::told);
    m_session.exportFigures(place, {"csv", "json", "troika"});
    ASSERT_TRUE(told.wait(10'000));
    for (const char* const name : {"summary.csv", "samples.csv", "result.json"}) {
        EXPECT_TRUE(std::filesystem::exists(place / name)) << name;
    }
    m_session.exportFigures("/proc/nothing", {"csv"});
    ASSERT_TRUE(told.wait(10'000));
    EXPECT_NE(m_told.en.find("/proc/nothing"), std::string::npos) << m_told.en;
    m_session.discardChanges();
}

TEST_F(SessionTest, what_cannot_be_opened_is_told_and_changes_nothing) {
    const QTemporaryDir folder;
    const auto damaged = std::filesystem::path(folder.path().toStdString()) / "damaged.troika";
    std::ofstream(damaged, std::ios::binary) << std::string("PK\x03\x04", 4) << "nonsense";
    m_session.open(m_tiny);
    QSignalSpy opened(&m_session, &Session::opened);
    m_session.open(damaged);
    ASSERT_TRUE(!opened.isEmpty() || opened.wait(10'000));
    EXPECT_FALSE(opened[0][0].toBool());
    EXPECT_FALSE(m_told.empty());
    EXPECT_EQ(m_session.file(), m_tiny);
    EXPECT_EQ(m_session.state(), Session::State::Ready);
    m_session.open("/nowhere.json");
    EXPECT_FALSE(opened.back()[0].toBool());
    EXPECT_EQ(m_session.file(), m_tiny);
}

TEST_F(SessionTest, what_cannot_be_run_is_not_run) {
    m_session.run(); // Nothing is open.
    EXPECT_NE(m_session.state(), Session::State::Running);
    m_session.open(m_tiny);
    m_session.document().set("rounds", Json("three"));
    m_session.run();
    EXPECT_EQ(m_session.state(), Session::State::Ready);
    m_session.discardChanges();
}

} // namespace
} // namespace troika::ui
