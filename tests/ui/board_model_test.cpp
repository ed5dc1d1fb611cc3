// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/board_model.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <troika/backend/catalogue.h>

namespace troika::ui {
namespace {

Scenario twoContenders() {
    Scenario scenario;
    scenario.contenders = {{"slow", {"slow", ""}, "serial", {}},
                           {"fast", {"fast", ""}, "async.loop", {}}};
    scenario.baseline = "slow";
    return scenario;
}

class BoardModelTest : public ::testing::Test {
protected:
    BoardModelTest() {
        const Scenario scenario = twoContenders();
        m_board.setStyles({{.label = "slow", .title = "slow"}, {.label = "fast", .title = "fast"}},
                          scenario, catalogue());
    }
    QString cell(int row, int column) {
        return m_board.data(m_board.index(row, column), Qt::DisplayRole).toString();
    }

    BoardModel m_board;
    QAbstractItemModelTester m_tester{&m_board,
                                      QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(BoardModelTest, is_live_while_a_race_goes_on) {
    RaceData data;
    for (const std::uint64_t finished : {100U, 300U, 200U}) {
        data["fast"].rounds.push_back({.finished = finished, .seconds = 1, .over = true});
    }
    data["fast"].finished = 42;
    m_board.setLive(data);
    EXPECT_EQ(cell(1, BoardModel::RateText), "200");
    EXPECT_EQ(cell(1, BoardModel::Tasks), "42");
    EXPECT_EQ(cell(0, BoardModel::RateText), "–");
    EXPECT_EQ(cell(1, BoardModel::Cpu), "–");
    EXPECT_EQ(cell(1, BoardModel::Ratio), "–");
    data["slow"].rounds.push_back({.finished = 50, .seconds = 1, .over = true});
    m_board.setLive(data);
    EXPECT_EQ(cell(1, BoardModel::Ratio), "4.00 ×");
    EXPECT_EQ(cell(0, BoardModel::Ratio), "1");
}

TEST_F(BoardModelTest, tells_ratios_to_the_baseline_costs_and_reasons) {
    PointResult point;
    ContenderResult slow{.label = "slow"};
    slow.throughput.median = 50;
    slow.throughput.interval = Interval{45, 60};
    ContenderResult fast{.label = "fast"};
    fast.throughput.median = 155;
    fast.usage.peakMemoryBytes = 3 << 20;
    fast.usage.processes = 1;
    fast.reason = Failure{"gone", {"It died.", "Умер."}};
    point.contenders = {slow, fast};
    m_board.setResult(point,
                      {{.of = "fast",
                        .to = "slow",
                        .measure = "throughput",
                        .ratio = 3.1,
                        .interval = Interval{2.9, 3.3}}},
                      "slow");
    EXPECT_EQ(cell(1, BoardModel::Ratio), "3.10 × (2.90–3.30)");
    EXPECT_EQ(cell(0, BoardModel::Ratio), "1");
    const QVariant tip = m_board.data(m_board.index(0, BoardModel::Rate), Qt::ToolTipRole);
    EXPECT_EQ(tip.toString(), "50.0 (45.0–60.0)");
    EXPECT_TRUE(m_board.asText({0}).contains("\t50.0 (45.0–60.0)\t"));
    EXPECT_EQ(cell(1, BoardModel::Memory), "3.00 MiB");
    EXPECT_EQ(cell(0, BoardModel::Cpu), "–") << "not known";
    EXPECT_EQ(m_board.data(m_board.index(1, 0), BoardModel::ReasonRole).toString(), "It died.");
    m_board.setResult(point, {}, "slow");
    EXPECT_EQ(cell(1, BoardModel::RateText), "155");
    EXPECT_EQ(cell(1, BoardModel::Ratio), "⚠ failed") << "beside what it had measured";
    m_board.setLanguage(Language::Russian);
    EXPECT_EQ(m_board.data(m_board.index(1, 0), BoardModel::ReasonRole).toString(), "Умер.");
}

TEST_F(BoardModelTest, tells_who_cannot_go_on_while_others_race) {
    RaceData data;
    data["slow"].rounds.push_back({.finished = 50, .seconds = 1, .over = true});
    data["fast"].ended = {"It died.", "Умер."};
    m_board.setLive(data);
    EXPECT_EQ(cell(1, BoardModel::RateText), "⚠ failed");
    EXPECT_EQ(m_board.data(m_board.index(1, 0), BoardModel::ReasonRole).toString(), "It died.");
    EXPECT_EQ(cell(0, BoardModel::RateText), "50.0");
    data["fast"].unavailable = true;
    m_board.setLive(data);
    EXPECT_NE(cell(1, BoardModel::RateText), "⚠ failed");
    m_board.setLive({});
    EXPECT_EQ(m_board.data(m_board.index(1, 0), BoardModel::ReasonRole).toString(), "");
}

TEST_F(BoardModelTest, hides_contenders_and_copies_as_text) {
    const QSignalSpy hidden(&m_board, &BoardModel::hiddenChanged);
    EXPECT_TRUE(m_board.hidden().empty());
    ASSERT_TRUE(m_board.setData(m_board.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    EXPECT_EQ(m_board.hidden(), (std::set<std::string>{"slow"}));
    EXPECT_EQ(hidden.count(), 1);
    const QStringList lines = m_board.asText({1, 0}).split('\n');
    EXPECT_EQ(lines.size(), 4);
    EXPECT_TRUE(lines[1].startsWith("fast\t"));
    EXPECT_TRUE(lines[2].startsWith("slow\t"));
    EXPECT_EQ(lines[0].count('\t'), lines[1].count('\t'));
}

TEST_F(BoardModelTest, names_the_settings_that_tell_contenders_apart) {
    Scenario scenario = twoContenders();
    scenario.contenders[1].settings.set("in_flight", std::int64_t{64});
    m_board.setStyles(m_board.styles(), scenario, catalogue());
    EXPECT_EQ(cell(0, BoardModel::Name), "slow");
    EXPECT_EQ(cell(1, BoardModel::Name), "fast  In flight at most 64");
}

} // namespace
} // namespace troika::ui
