// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/sweep_form.h"

#include "ui/window_fixture.h"

#include <QComboBox>
#include <QMenu>

namespace troika::ui {
namespace {

class SweepFormTest : public MainWindowTest {
protected:
    /// The entry of the menu, or of a menu within it, that stands for that path.
    void sweep(const QString& path) {
        auto* menu = find<QToolButton>("addSweep")->menu();
        QList<QAction*> actions = menu->actions();
        for (qsizetype i = 0; i < actions.size(); ++i) {
            if (actions[i]->menu() != nullptr) actions += actions[i]->menu()->actions();
            if (actions[i]->data().toString() != path) continue;
            actions[i]->trigger();
            QTest::qWait(1);
            return;
        }
        ADD_FAILURE() << "nothing stands for " << path.toStdString();
    }
    void write(const char* path, const QString& text) {
        auto* line = find<QLineEdit>(path);
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    void pick(const char* name, int place) {
        auto* box = find<QComboBox>(name);
        box->setCurrentIndex(place);
        Q_EMIT box->activated(place);
        QTest::qWait(1);
    }
    QString errorAt(const char* path) {
        auto* error = find<QLabel>((std::string(path) + ".error").c_str());
        return error->isHidden() ? QString() : error->text();
    }
};

TEST_F(SweepFormTest, a_number_is_swept_and_the_sentence_says_so) {
    const QString before = find<QLabel>("sentence")->text();
    sweep("workload.arrivals.tasks");
    EXPECT_TRUE(button("main")->isEnabled());
    EXPECT_NE(find<QLabel>("sentence")->text(), before);
    click("removeSweep0");
    EXPECT_EQ(find<QLabel>("sentence")->text(), before);
    EXPECT_EQ(m_window.findChild<QWidget*>("sweep.0.path"), nullptr);
}

TEST_F(SweepFormTest, values_are_given_in_three_ways) {
    sweep("workload.arrivals.tasks");
    pick("sweep.0.form", 0);
    EXPECT_NE(m_window.findChild<QLineEdit*>("sweep.0.values"), nullptr);
    write("sweep.0.values", "10, 20, 40");
    EXPECT_TRUE(button("main")->isEnabled());
    pick("sweep.0.form", 1);
    EXPECT_EQ(find<QLineEdit>("sweep.0.from")->text(), "10");
    EXPECT_EQ(find<QLineEdit>("sweep.0.factor")->text(), "2");
    pick("sweep.0.form", 2);
    EXPECT_EQ(find<QLineEdit>("sweep.0.step")->text(), "10");
    EXPECT_TRUE(button("main")->isEnabled());
}

TEST_F(SweepFormTest, what_is_wrong_stands_at_its_field_in_the_validators_words) {
    sweep("workload.arrivals.tasks");
    write("sweep.0.from", "many");
    EXPECT_FALSE(errorAt("sweep.0.from").isEmpty());
    EXPECT_FALSE(button("main")->isEnabled());
    write("sweep.0.from", "");
    QTest::keyClick(find<QLineEdit>("sweep.0.from"), Qt::Key_Backspace);
    EXPECT_FALSE(errorAt("sweep.0.from").isEmpty()) << "nothing is no number either";
    write("sweep.0.from", "100");
    write("sweep.0.to", "50");
    EXPECT_FALSE(errorAt("sweep.0.to").isEmpty());
    write("sweep.0.to", "400");
    EXPECT_TRUE(errorAt("sweep.0.to").isEmpty());
    EXPECT_TRUE(button("main")->isEnabled());
}

TEST_F(SweepFormTest, a_wrong_value_among_others_is_found) {
    sweep("workload.arrivals.tasks");
    pick("sweep.0.form", 0);
    write("sweep.0.values", "10, 0.5");
    EXPECT_FALSE(errorAt("sweep.0.values").isEmpty());
    write("sweep.0.values", "10, 20");
    EXPECT_TRUE(errorAt("sweep.0.values").isEmpty());
}

TEST_F(SweepFormTest, two_numbers_make_a_grid_and_no_third_can_be_added) {
    sweep("workload.arrivals.tasks");
    sweep("rounds");
    EXPECT_EQ(m_window.findChild<QWidget*>("addSweep"), nullptr);
    EXPECT_FALSE(errorAt("sweep").isEmpty())
        << "together they take more samples than a result holds";
    EXPECT_FALSE(button("main")->isEnabled());
    write("sweep.0.from", "10");
    write("sweep.0.to", "40");
    EXPECT_TRUE(errorAt("sweep").isEmpty()) << errorAt("sweep").toStdString();
    EXPECT_TRUE(button("main")->isEnabled());
    click("removeSweep0");
    EXPECT_NE(m_window.findChild<QWidget*>("addSweep"), nullptr);
    EXPECT_NE(m_window.findChild<QWidget*>("sweep.0.path"), nullptr);
}

TEST_F(SweepFormTest, with_a_contender_goes_the_sweep_of_its_number) {
    for (QAction* action : find<QToolButton>("addContender")->menu()->actions()) {
        if (!action->text().startsWith("thread.pool")) continue;
        action->trigger();
        break;
    }
    QTest::qWait(1);
    sweep("backends[thread.pool].workers");
    EXPECT_NE(m_window.findChild<QWidget*>("sweep.0.path"), nullptr);
    click("removeContender.thread.pool");
    EXPECT_EQ(m_window.findChild<QWidget*>("sweep.0.path"), nullptr);
    EXPECT_TRUE(button("main")->isEnabled());
}

} // namespace
} // namespace troika::ui
