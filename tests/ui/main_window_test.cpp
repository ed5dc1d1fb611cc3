// SPDX-License-Identifier: GPL-3.0-or-later
// A real window without a display: found by object names, clicked, and raced for real.
#include "models/board_model.h"
#include "models/user_folders.h"
#include "ui/window_fixture.h"

#include <QTableView>
#include <QTemporaryDir>

namespace troika::ui {
namespace {

TEST_F(MainWindowTest, opens_with_a_scenario_that_can_be_run) {
    m_window.close();
    MainWindow fresh({.language = Language::English, .diskBase = "/var/tmp"});
    EXPECT_FALSE(fresh.findChild<QPushButton*>("main")->isEnabled());
    fresh.openFirst();
    EXPECT_TRUE(fresh.findChild<QPushButton*>("main")->isEnabled());
    EXPECT_TRUE(fresh.findChild<QLabel*>("title")->text().startsWith("Downloads"));
}

TEST_F(MainWindowTest, races_in_a_few_clicks_and_says_who_won) {
    type("workload.arrivals.tasks", "200");
    type("rounds", "5");
    ASSERT_TRUE(button("main")->isEnabled());
    QTest::mouseClick(button("main"), Qt::LeftButton);
    EXPECT_TRUE(button("stop")->isVisible());
    EXPECT_FALSE(button("main")->isEnabled());
    ASSERT_TRUE(QTest::qWaitFor([this] { return button("main")->isEnabled(); }, 60'000));
    EXPECT_FALSE(button("stop")->isVisible());
    EXPECT_EQ(button("main")->text(), "▶ Run again");
    EXPECT_TRUE(button("export")->isEnabled());
    EXPECT_TRUE(find<QLabel>("verdict")->text().contains("computations a second"))
        << find<QLabel>("verdict")->text().toStdString();
    auto* board = find<QTableView>("board");
    EXPECT_EQ(board->model()->index(0, BoardModel::Tasks).data().toString(), "1,000");
}

TEST_F(MainWindowTest, saves_its_charts_with_title_and_text_as_text) {
    const QTemporaryDir folder;
    ASSERT_EQ(m_window.saveCharts(folder.filePath("new"), {"png", "svg", "pdf"}, {}), "");
    for (const char* const name : {"race.png", "race.svg", "race.pdf", "latency.png"}) {
        EXPECT_GT(QFileInfo(folder.filePath("new/") + name).size(), 1000) << name;
    }
    QFile svg(folder.filePath("new/race.svg"));
    ASSERT_TRUE(svg.open(QIODevice::ReadOnly));
    EXPECT_TRUE(svg.readAll().contains("Tiny computation: what dispatch costs — Tasks finished"));
    const QImage picture(folder.filePath("new/race.png"));
    EXPECT_EQ(picture.size(), PrintSize().pixels);
    EXPECT_EQ(qRound(picture.dotsPerMeterX() * 0.0254), PrintSize().dotsPerInch);
    EXPECT_NE(m_window.saveCharts("/proc/nothing", {"png"}, {}), "");
}

TEST_F(MainWindowTest, stops_within_a_moment_and_keeps_what_was_measured) {
    type("workload.arrivals.tasks", "50000");
    type("rounds", "20");
    QTest::mouseClick(button("main"), Qt::LeftButton);
    QTest::qWait(500);
    QTest::mouseClick(button("stop"), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([this] { return button("main")->isEnabled(); }, 20'000));
    EXPECT_TRUE(find<QLabel>("verdict")->text().startsWith("Stopped before the end"));
}

TEST_F(MainWindowTest, closing_in_a_race_stops_it_keeps_it_and_asks_nothing) {
    const auto kept = [] {
        std::error_code none;
        return std::distance(std::filesystem::directory_iterator(resultsFolder(), none), {});
    };
    const auto before = kept();
    type("workload.arrivals.tasks", "50000");
    QTest::mouseClick(button("main"), Qt::LeftButton);
    QTest::qWait(500);
    EXPECT_FALSE(m_window.close());
    ASSERT_TRUE(QTest::qWaitFor([this] { return !m_window.isVisible(); }, 20'000));
    EXPECT_EQ(kept(), before + 1);
}

TEST_F(MainWindowTest, what_is_wrong_is_told_at_its_field_and_nothing_can_be_run) {
    choose("Downloads: one by one");
    type("workload.steps.0.size", "50 parsecs");
    EXPECT_FALSE(button("main")->isEnabled());
    const auto errors = m_window.findChildren<QLabel*>("error");
    EXPECT_EQ(
        std::count_if(errors.begin(), errors.end(),
                      [](const QLabel* label) { return label->isVisibleTo(label->window()); }),
        1);
    type("workload.steps.0.size", "2 KiB");
    EXPECT_TRUE(button("main")->isEnabled());
}

TEST_F(MainWindowTest, why_it_cannot_be_run_is_told_in_the_words_of_the_form) {
    choose("Downloads: one by one");
    type("backends[small].workers", "0");
    type("warm_up.rounds", "1000");
    const QString why = button("main")->toolTip();
    EXPECT_TRUE(why.contains("Threads (small pool): ")) << why.toStdString();
    type("backends[small].workers", "4");
    EXPECT_TRUE(button("main")->toolTip().contains("Warm-up rounds: "));
}

TEST_F(MainWindowTest, follows_the_system_until_something_else_is_chosen) {
    const QPalette before = QGuiApplication::palette();
    const auto system = [](const char* colour) {
        QPalette palette = QGuiApplication::palette();
        palette.setColor(QPalette::Window, QColor(colour));
        QGuiApplication::setPalette(palette);
        QTest::qWait(1);
    };
    system("white");
    m_window.setDark(false);
    system("black");
    EXPECT_TRUE(m_window.options().dark);
    system("white");
    EXPECT_FALSE(m_window.options().dark);
    m_window.setDark(true);
    system("black");
    EXPECT_TRUE(m_window.options().dark);
    m_window.setDark(false);
    system("white");
    system("black");
    EXPECT_TRUE(m_window.options().dark) << "as the system had been meanwhile";
    QGuiApplication::setPalette(before);
}

TEST_F(MainWindowTest, what_is_being_typed_counts_when_a_race_starts_from_the_keyboard) {
    auto* line = find<QWidget>("rounds")->findChild<QLineEdit*>();
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, "2");
    m_window.run();
    ASSERT_TRUE(QTest::qWaitFor([this] { return button("main")->isEnabled(); }, 60'000));
    type("workload.arrivals.tasks", "100");
    EXPECT_TRUE(button("main")->isEnabled());
}

TEST_F(MainWindowTest, speaks_russian_and_back_while_it_is_open) {
    m_window.setLanguage(Language::Russian);
    EXPECT_EQ(button("main")->text(), "▶ Запустить");
    m_window.setLanguage(Language::English);
    EXPECT_EQ(button("main")->text(), "▶ Run");
}

TEST_F(MainWindowTest, a_file_that_is_no_scenario_is_told_in_place) {
    m_window.open(std::filesystem::path(TROIKA_SOURCE) / "LICENSE");
    EXPECT_TRUE(find<QWidget>("message")->isVisible());
    EXPECT_FALSE(find<QLabel>("messageText")->text().isEmpty());
    QTest::mouseClick(find<QToolButton>("closeMessage"), Qt::LeftButton);
    EXPECT_FALSE(find<QWidget>("message")->isVisible());
}

} // namespace
} // namespace troika::ui
