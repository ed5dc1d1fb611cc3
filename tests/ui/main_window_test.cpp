// SPDX-License-Identifier: GPL-3.0-or-later
// A real window without a display: found by object names, clicked, and raced for real.
#include "pages/main_window.h"

#include "models/result_store.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace troika::ui {
namespace {

class MainWindowTest : public ::testing::Test {
protected:
    MainWindowTest() {
        m_window.show();
        choose("Tiny computation");
    }
    template <class T>
    T* find(const char* name) {
        T* widget = m_window.findChild<T*>(name);
        EXPECT_NE(widget, nullptr) << name;
        return widget;
    }
    void choose(const QString& title) {
        auto* gallery = find<QListWidget>("gallery");
        for (int row = 0; row < gallery->count(); ++row) {
            if (gallery->item(row)->text().startsWith(title)) gallery->setCurrentRow(row);
        }
    }
    void type(const char* path, const QString& text) {
        auto* editor = find<QWidget>(path);
        auto* line = editor->findChild<QLineEdit*>();
        ASSERT_NE(line, nullptr);
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }
    QPushButton* button(const char* name) { return find<QPushButton>(name); }

    MainWindow m_window{{.language = Language::English, .diskBase = "/var/tmp"}};
};

TEST_F(MainWindowTest, opens_with_a_scenario_that_can_be_run) {
    const MainWindow fresh({.language = Language::English, .diskBase = "/var/tmp"});
    EXPECT_TRUE(fresh.findChild<QPushButton*>("main")->isEnabled());
    const auto titles = fresh.findChildren<QLabel*>("title");
    EXPECT_TRUE(std::any_of(titles.begin(), titles.end(), [](const QLabel* label) {
        return label->text().startsWith("Downloads");
    }));
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
    EXPECT_EQ(button("main")->text(), "Run again");
    EXPECT_TRUE(button("export")->isEnabled());
    EXPECT_TRUE(find<QLabel>("verdict")->text().contains("computations a second"))
        << find<QLabel>("verdict")->text().toStdString();
    auto* board = find<QTableView>("board");
    EXPECT_EQ(board->model()->index(0, BoardModel::Tasks).data().toString(), "1,000");
}

TEST_F(MainWindowTest, saves_its_charts_with_title_and_text_as_text) {
    const QTemporaryDir folder;
    ASSERT_TRUE(m_window.saveCharts(folder.filePath("new"), {"png", "svg", "pdf"}));
    for (const char* const name : {"race.png", "race.svg", "race.pdf", "latency.png"}) {
        EXPECT_GT(QFileInfo(folder.filePath("new/") + name).size(), 1000) << name;
    }
    QFile svg(folder.filePath("new/race.svg"));
    ASSERT_TRUE(svg.open(QIODevice::ReadOnly));
    EXPECT_TRUE(svg.readAll().contains("Tasks finished since all were due"));
    EXPECT_FALSE(m_window.saveCharts("/proc/nothing", {"png"}));
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
    EXPECT_EQ(button("main")->text(), "Запустить");
    m_window.setLanguage(Language::English);
    EXPECT_EQ(button("main")->text(), "Run");
}

TEST_F(MainWindowTest, a_file_that_is_no_scenario_is_told_in_place) {
    m_window.open(std::filesystem::path(TROIKA_SOURCE) / "LICENSE");
    const auto messages = m_window.findChildren<QLabel*>("doubt");
    EXPECT_TRUE(std::any_of(messages.begin(), messages.end(), [](const QLabel* label) {
        return label->isVisible() && !label->text().isEmpty();
    }));
}

TEST_F(MainWindowTest, every_control_has_an_accessible_name_or_text) {
    for (const QWidget* widget : m_window.findChildren<QWidget*>()) {
        const bool editor = qobject_cast<const QLineEdit*>(widget) != nullptr ||
                            qobject_cast<const QListWidget*>(widget) != nullptr ||
                            qobject_cast<const QTableView*>(widget) != nullptr;
        if (!editor || widget->objectName().startsWith("qt_")) continue;
        EXPECT_FALSE(widget->accessibleName().isEmpty())
            << widget->metaObject()->className() << " "
            << widget->parent()->objectName().toStdString();
    }
}

} // namespace
} // namespace troika::ui
