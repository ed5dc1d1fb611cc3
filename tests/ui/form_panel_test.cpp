// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/form_panel.h"

#include "ui/window_fixture.h"

#include <QComboBox>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>
#include <troika/backend/catalogue.h>

namespace troika::ui {
namespace {

class FormPanelTest : public MainWindowTest {
protected:
    /// The entry of a button's menu that begins so.
    void pick(const char* name, const QString& begin) {
        for (QAction* action : find<QToolButton>(name)->menu()->actions()) {
            if (!action->text().startsWith(begin)) continue;
            action->trigger();
            QTest::qWait(1);
            return;
        }
        ADD_FAILURE() << "nothing begins with " << begin.toStdString();
    }
};

TEST_F(FormPanelTest, contenders_of_one_backend_are_added_named_and_removed) {
    pick("addContender", "thread.pool");
    pick("addContender", "thread.pool");
    type("backends[thread.pool 2].workers", "3");
    type("backends[thread.pool 3].workers", "5");
    auto* name = find<QLineEdit>("name.thread.pool 2");
    name->selectAll();
    QTest::keyClicks(name, "three of them");
    type("workload.arrivals.tasks", "100");
    type("rounds", "1");
    race();
    const auto* board = find<QTableView>("board")->model();
    QStringList names;
    for (int row = 0; row < board->rowCount(); ++row) {
        names << board->index(row, 0).data().toString();
    }
    EXPECT_EQ(names.filter("three of them").size(), 1) << names.join("|").toStdString();
    EXPECT_EQ(names.filter("thread.pool 3").size(), 1) << names.join("|").toStdString();
    click("removeContender.thread.pool 2");
    EXPECT_EQ(m_window.findChild<QWidget*>("name.thread.pool 2"), nullptr);
    EXPECT_NE(m_window.findChild<QWidget*>("name.thread.pool 3"), nullptr);
}

TEST_F(FormPanelTest, says_how_it_is_measured_and_what_it_is_called) {
    type("seed", "18446744073709551615");
    type("warm_up.rounds", "0");
    type("workload.timeout", "5 s");
    type("rounds", "3");
    auto* title = find<QLineEdit>("scenario.title");
    title->selectAll();
    QTest::keyClicks(title, "My own");
    auto* about = find<QPlainTextEdit>("scenario.about");
    about->selectAll();
    QTest::keyClicks(about, "What there is to see.");
    EXPECT_TRUE(button("main")->isEnabled()) << button("main")->toolTip().toStdString();
    EXPECT_EQ(find<QLabel>("title")->text(), "My own");
    m_window.setLanguage(Language::Russian);
    EXPECT_EQ(find<QWidget>("seed")->findChild<QLineEdit*>()->text(), "18446744073709551615");
    EXPECT_EQ(find<QWidget>("workload.timeout")->findChild<QLineEdit*>()->text(), "5 с");
    EXPECT_EQ(find<QLineEdit>("scenario.title")->text(), "My own") << "in every language";
    EXPECT_EQ(find<QPlainTextEdit>("scenario.about")->toPlainText(), "What there is to see.");
    type("seed", "-1");
    EXPECT_FALSE(button("main")->isEnabled());
}

TEST_F(FormPanelTest, steps_of_every_kind_are_added_ready_to_be_run) {
    for (const Kind& kind : catalogue().steps) {
        pick("addStep", QString::fromStdString(kind.title.en));
        EXPECT_TRUE(button("main")->isEnabled()) << kind.name;
    }
    EXPECT_EQ(m_window.findChild<QWidget*>("addStep"), nullptr) << "a task has four steps at most";
    click("removeStep0");
    EXPECT_NE(m_window.findChild<QWidget*>("addStep"), nullptr);
}

TEST_F(FormPanelTest, tasks_arrive_as_chosen_and_charts_begin_with_what_tells_most_then) {
    const auto arrive = [this](const char* kind) {
        auto* box = find<QComboBox>("arrivals");
        box->setCurrentIndex(box->findData(kind));
        Q_EMIT box->activated(box->currentIndex());
        QTest::qWait(1);
    };
    EXPECT_TRUE(find<QToolButton>("race.view0")->isChecked());
    EXPECT_TRUE(find<QToolButton>("latency.fromStart")->isChecked());
    arrive("open");
    EXPECT_TRUE(button("main")->isEnabled());
    type("workload.arrivals.rate", "20000");
    EXPECT_TRUE(find<QToolButton>("race.view1")->isChecked());
    EXPECT_TRUE(find<QToolButton>("latency.fromDue")->isChecked());
    arrive("closed");
    type("workload.arrivals.in_flight", "3");
    type("workload.arrivals.tasks", "100");
    type("rounds", "1");
    race();
    EXPECT_TRUE(find<QLabel>("sentence")->text().contains("always 3 in flight"));
    EXPECT_TRUE(find<QToolButton>("race.view1")->isChecked());
    arrive("batch");
    EXPECT_TRUE(find<QToolButton>("race.view1")->isChecked()) << "the result is another's";
    race();
    EXPECT_TRUE(find<QToolButton>("race.view0")->isChecked());
}

TEST_F(FormPanelTest, every_backend_can_be_added_with_its_settings) {
    for (const BackendDeclaration& backend : catalogue().backends) {
        if (backend.forTests) continue;
        pick("addContender", QString::fromStdString(backend.name));
        EXPECT_TRUE(button("main")->isEnabled()) << backend.name;
    }
}

TEST_F(FormPanelTest, a_choice_takes_away_the_fields_that_it_leaves_without_a_meaning) {
    choose("Small random");
    const char* pattern = "workload.steps.0.pattern";
    const auto operate = [this](const char* operation) {
        auto* box = find<QWidget>("workload.steps.0.operation")->findChild<QComboBox*>();
        box->setFocus();
        box->setCurrentText(operation);
        QTest::qWait(1);
    };
    EXPECT_NE(m_window.findChild<QWidget*>(pattern), nullptr);
    operate("create");
    EXPECT_EQ(m_window.findChild<QWidget*>(pattern), nullptr);
    EXPECT_EQ(m_window.findChild<QWidget*>("workload.steps.0.file_size"), nullptr);
    EXPECT_TRUE(button("main")->isEnabled());
    operate("write");
    EXPECT_NE(m_window.findChild<QWidget*>(pattern), nullptr);
    EXPECT_TRUE(button("main")->isEnabled());
}

TEST_F(FormPanelTest, stalls_are_typed_as_a_list_and_told_where_they_are_wrong) {
    choose("Downloads: one by one");
    type("workload.steps.0.stalls", "5 s for 1 s, 8 s for 500 ms");
    EXPECT_TRUE(button("main")->isEnabled());
    EXPECT_FALSE(find<QLabel>("sentence")->text().contains("stalls"));
    m_window.setLanguage(Language::Russian);
    QTest::qWait(1);
    const auto* line = find<QWidget>("workload.steps.0.stalls")->findChild<QLineEdit*>();
    EXPECT_EQ(line->text(), QString("5 с на 1 с; 8 с на 500 мс"));
    type("workload.steps.0.stalls", "5 с на 1,5 с; 8 с на 500 ms");
    EXPECT_TRUE(button("main")->isEnabled());
    m_window.setLanguage(Language::English);
    EXPECT_EQ(find<QWidget>("workload.steps.0.stalls")->findChild<QLineEdit*>()->text(),
              QString("5 s for 1.5 s, 8 s for 500 ms"));
    QTest::qWait(1);
    for (const char* wrong : {"5 s", "5 s for", "5 s for 1 parsec", "5 s for 1 s, 5 s for 1 s"}) {
        type("workload.steps.0.stalls", wrong);
        EXPECT_FALSE(button("main")->isEnabled()) << wrong;
    }
    auto* typed = find<QWidget>("workload.steps.0.stalls")->findChild<QLineEdit*>();
    typed->selectAll();
    QTest::keyClick(typed, Qt::Key_Backspace);
    EXPECT_TRUE(button("main")->isEnabled());
}

TEST_F(FormPanelTest, the_baseline_is_chosen_and_falls_back_when_it_is_removed) {
    auto* box = find<QComboBox>("baseline");
    box->setCurrentIndex(1);
    Q_EMIT box->activated(1);
    const QString label = box->itemData(1).toString();
    click(("removeContender." + label).toUtf8().constData());
    EXPECT_TRUE(button("main")->isEnabled());
    EXPECT_EQ(find<QComboBox>("baseline")->currentIndex(), 0);
}

TEST_F(FormPanelTest, quantities_are_typed_and_stepped_in_the_language_of_the_window) {
    choose("Downloads: one by one");
    m_window.setLanguage(Language::Russian);
    const auto line = [this] {
        return find<QWidget>("workload.steps.0.size")->findChild<QLineEdit*>();
    };
    type("workload.steps.0.size", "1,5 МиБ");
    EXPECT_TRUE(button("main")->isEnabled());
    QTest::keyClick(line(), Qt::Key_Up);
    EXPECT_EQ(line()->text(), QString("2 МиБ"));
    type("workload.steps.0.size", "1,5 МиБ");
    m_window.setLanguage(Language::English);
    EXPECT_EQ(line()->text(), QString("1.5 MiB"));
}

TEST_F(FormPanelTest, what_is_wrong_survives_a_change_of_language) {
    choose("Downloads: one by one");
    type("workload.steps.0.size", "50 parsecs");
    m_window.setLanguage(Language::Russian);
    const auto* line = find<QWidget>("workload.steps.0.size")->findChild<QLineEdit*>();
    EXPECT_EQ(line->text(), "50 parsecs");
    EXPECT_FALSE(button("main")->isEnabled());
    m_window.setLanguage(Language::English);
    EXPECT_TRUE(find<QLabel>("sentence")->text().contains("Size (Download): "));
}

TEST_F(FormPanelTest, quantities_step_by_arrow_keys_and_empty_fields_are_taken_away) {
    choose("Downloads: one by one");
    auto* line = find<QWidget>("workload.steps.0.size")->findChild<QLineEdit*>();
    QTest::keyClick(line, Qt::Key_Up);
    EXPECT_EQ(line->text(), "128 KiB");
    QTest::keyClick(line, Qt::Key_Down);
    EXPECT_EQ(line->text(), "64 KiB");
    type("workload.steps.0.bandwidth", "1 MiB/s");
    auto* bandwidth = find<QWidget>("workload.steps.0.bandwidth")->findChild<QLineEdit*>();
    bandwidth->selectAll();
    QTest::keyClick(bandwidth, Qt::Key_Backspace);
    EXPECT_TRUE(button("main")->isEnabled());
    QTest::keyClick(bandwidth, Qt::Key_Up);
    EXPECT_EQ(bandwidth->text(), "1 MiB/s") << "begins with something usual";
    EXPECT_TRUE(button("main")->isEnabled());
}

} // namespace
} // namespace troika::ui
