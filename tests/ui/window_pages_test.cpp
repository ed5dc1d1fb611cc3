// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the race: drawers, switches, the board's choices, and taking things away.
#include "models/board_model.h"
#include "plots/chart.h"
#include "ui/window_fixture.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDropEvent>
#include <QHeaderView>
#include <QMimeData>
#include <QScrollBar>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <vector>

namespace troika::ui {
namespace {

class WindowPagesTest : public MainWindowTest {
protected:
    [[nodiscard]] std::vector<QToolButton*> switches() const {
        std::vector<QToolButton*> all;
        for (auto* button : m_window.findChildren<QToolButton*>()) {
            if (button->property("role") == "switch" && button->isVisible()) all.push_back(button);
        }
        return all;
    }
    void expectNoSwitchIsCut(int width) {
        m_window.resize(width, 800);
        QTest::qWait(1);
        for (const QToolButton* button : switches()) {
            EXPECT_GE(button->width(), button->sizeHint().width())
                << button->text().toStdString() << " at " << width;
        }
    }
};

TEST_F(WindowPagesTest, where_there_is_no_room_gallery_and_form_are_drawers) {
    m_window.resize(1024, 700);
    QTest::qWait(1);
    auto* gallery = find<QListWidget>("gallery");
    EXPECT_FALSE(gallery->isVisible());
    click("openGallery");
    EXPECT_TRUE(gallery->isVisible());
    QTest::keyClick(find<QWidget>("drawer"), Qt::Key_Escape);
    EXPECT_FALSE(gallery->isVisible());
    EXPECT_EQ(m_window.focusWidget(), button("openGallery"));
    click("openForm");
    EXPECT_TRUE(find<QWidget>("rounds")->isVisible());
    QTest::mouseClick(find<QLabel>("title"), Qt::LeftButton); // Beside the drawer.
    EXPECT_FALSE(find<QWidget>("rounds")->isVisible());
    click("openGallery");
    choose("Heavy computation");
    EXPECT_FALSE(find<QWidget>("drawer")->isVisible());
    m_window.resize(1500, 900);
    QTest::qWait(1);
    EXPECT_TRUE(gallery->isVisible());
    EXPECT_FALSE(find<QPushButton>("openForm")->isVisible());
}

TEST_F(WindowPagesTest, no_switch_of_a_chart_is_cut_however_wide_the_window_is) {
    raceShortly(); // With a result there are more of them.
    for (const Language language : {Language::English, Language::Russian}) {
        m_window.setLanguage(language);
        for (int width = 1024; width <= 1500; width += 12) expectNoSwitchIsCut(width);
    }
}

/// Each adds boxes of its own: of the baseline, of the queue.
TEST_F(WindowPagesTest, no_switch_of_a_chart_is_cut_whatever_the_charts_show) {
    choose("A bounded queue");
    raceShortly();
    for (const Language language : {Language::English, Language::Russian}) {
        m_window.setLanguage(language);
        std::size_t views = switches().size();
        EXPECT_GE(views, 7U);
        for (std::size_t i = 0; i < views; ++i) {
            QTest::mouseClick(switches().at(i), Qt::LeftButton);
            for (const int width : {1024, 1150, 1300, 1419, 1420, 1450, 1500}) {
                expectNoSwitchIsCut(width);
            }
            views = switches().size();
        }
    }
}

TEST_F(WindowPagesTest, a_search_leaves_what_holds_the_word) {
    auto* gallery = find<QListWidget>("gallery");
    const int all = gallery->count();
    QTest::keyClicks(find<QLineEdit>("search"), "durable");
    EXPECT_EQ(gallery->count(), 2); // A heading, and what stands under it.
    find<QLineEdit>("search")->clear();
    EXPECT_EQ(gallery->count(), all);
}

TEST_F(WindowPagesTest, arrow_keys_look_through_the_gallery_and_enter_opens) {
    auto* gallery = find<QListWidget>("gallery");
    m_window.activateWindow();
    gallery->setFocus();
    const auto before = m_window.file();
    for (int i = 0; i < 3; ++i) QTest::keyClick(gallery, Qt::Key_Up);
    EXPECT_EQ(m_window.file(), before);
    QTest::keyClick(gallery, Qt::Key_Return);
    EXPECT_NE(m_window.file(), before);
}

TEST_F(WindowPagesTest, the_next_result_begins_with_its_own_baseline) {
    raceShortly();
    click("race.view3");
    auto* baselines = find<QComboBox>("race.baseline");
    baselines->setCurrentIndex(1);
    Q_EMIT baselines->activated(1);
    race();
    EXPECT_EQ(baselines->currentIndex(), 0);
}

TEST_F(WindowPagesTest, charts_have_views_and_the_ratio_comes_with_a_result) {
    const auto* race = find<Chart>("race");
    EXPECT_FALSE(find<QToolButton>("race.view3")->isVisible());
    raceShortly();
    click("race.view3");
    EXPECT_EQ(race->chosen(), 3U);
    auto* baselines = find<QComboBox>("race.baseline");
    ASSERT_TRUE(baselines->isVisible());
    baselines->setCurrentIndex(1);
    Q_EMIT baselines->activated(1);
    const auto* board = find<QTableView>("board")->model();
    int ones = 0;
    for (int row = 0; row < board->rowCount(); ++row) {
        const bool chosen =
            board->index(row, 0).data().toString().startsWith(baselines->currentText());
        const bool one = board->index(row, BoardModel::Ratio).data().toString() == "1";
        EXPECT_EQ(chosen, one) << row;
        ones += one ? 1 : 0;
    }
    EXPECT_EQ(ones, 1);
    for (const char* const view : {"race.view1", "race.view2", "latency.view1", "latency.fromDue",
                                   "latency.fromStart", "latency.view0"}) {
        click(view);
        EXPECT_TRUE(find<QToolButton>(view)->isChecked()) << view;
    }
    EXPECT_FALSE(baselines->isVisible());
    for (const int key : {Qt::Key_Plus, Qt::Key_Right, Qt::Key_Up, Qt::Key_Minus, Qt::Key_Home}) {
        QTest::keyClick(find<QWidget>("latency.plot"), static_cast<Qt::Key>(key));
    }
    QTest::mouseMove(find<QWidget>("race.plot"), {120, 80});
}

TEST_F(WindowPagesTest, a_result_is_taken_away_in_every_format_and_size) {
    raceShortly();
    const QTemporaryDir folder;
    click("export");
    auto* dialog = find<QDialog>("exportDialog");
    dialog->findChild<QLineEdit*>("exportFolder")->setText(folder.filePath("all"));
    for (QCheckBox* box : dialog->findChildren<QCheckBox*>()) box->setChecked(true);
    dialog->findChild<QSpinBox*>("exportWidth")->setValue(800);
    dialog->findChild<QSpinBox*>("exportHeight")->setValue(500);
    dialog->findChild<QSpinBox*>("exportDots")->setValue(96);
    QTest::mouseClick(dialog->findChild<QPushButton*>("exportOk"), Qt::LeftButton);
    auto* message = find<QLabel>("messageText");
    ASSERT_TRUE(QTest::qWaitFor([&] { return message->text().startsWith("Written into"); }, 10'000))
        << message->text().toStdString();
    for (const char* const name :
         {"race.png", "race.svg", "race.pdf", "latency.png", "latency.svg", "latency.pdf",
          "summary.csv", "samples.csv", "result.json", "compute-tiny.troika"}) {
        EXPECT_TRUE(QFile::exists(folder.filePath("all/") + name)) << name;
    }
    EXPECT_EQ(QImage(folder.filePath("all/race.png")).size(), QSize(800, 500));
}

TEST_F(WindowPagesTest, what_cannot_be_written_is_told_in_place) {
    raceShortly();
    click("export");
    auto* dialog = find<QDialog>("exportDialog");
    dialog->findChild<QLineEdit*>("exportFolder")->setText("/proc/nothing");
    QTest::mouseClick(dialog->findChild<QPushButton*>("exportOk"), Qt::LeftButton);
    EXPECT_TRUE(find<QLabel>("messageText")->text().contains("/proc/nothing"));
}

TEST_F(WindowPagesTest, every_figure_of_the_board_can_be_seen_where_there_is_little_room) {
    raceShortly();
    m_window.resize(1024, 700);
    QTest::qWait(1);
    auto* board = find<QTableView>("board");
    EXPECT_TRUE(board->isColumnHidden(BoardModel::StartUp));
    QAction* all = nullptr;
    for (QAction* action : m_window.findChildren<QAction*>()) {
        if (action->text().remove('&') == "All figures") all = action;
    }
    ASSERT_NE(all, nullptr);
    all->trigger();
    for (int column = 0; column < BoardModel::ColumnCount; ++column) {
        EXPECT_FALSE(board->isColumnHidden(column)) << column;
    }
    all->trigger();
    EXPECT_TRUE(board->isColumnHidden(BoardModel::StartUp));
}

TEST_F(WindowPagesTest, every_pair_has_its_sentence_and_charts_keep_their_room) {
    raceShortly();
    auto* verdict = find<QLabel>("verdict");
    const auto pairs = [&] { return verdict->text().count("computations a second"); };
    const auto told = pairs();
    EXPECT_GE(told, 1);
    EXPECT_TRUE(verdict->text().contains("more</a>"));
    Q_EMIT verdict->linkActivated("unfold");
    EXPECT_GT(pairs(), told);
    Q_EMIT verdict->linkActivated("unfold");
    m_window.resize(1024, 700);
    QTest::qWait(1);
    EXPECT_LE(pairs(), 2);
    EXPECT_GT(find<QWidget>("race.plot")->height(), 140);
    EXPECT_FALSE(find<QTableView>("board")->verticalScrollBar()->isVisible());
}

TEST_F(WindowPagesTest, who_runs_by_keyboard_can_stop_and_run_again) {
    m_window.activateWindow();
    type("workload.arrivals.tasks", "50000");
    button("main")->setFocus();
    QTest::keyClick(button("main"), Qt::Key_Space);
    EXPECT_TRUE(button("stop")->hasFocus());
    const int place = button("main")->x() + button("main")->width();
    QTest::keyClick(button("stop"), Qt::Key_Space);
    ASSERT_TRUE(QTest::qWaitFor([this] { return button("main")->isEnabled(); }, 20'000));
    EXPECT_TRUE(button("main")->hasFocus());
    QTest::qWait(1);
    EXPECT_EQ(button("main")->x() + button("main")->width(), place) << "nothing jumps";
}

TEST_F(WindowPagesTest, table_and_charts_go_to_the_clipboard) {
    raceShortly();
    for (QAction* action : m_window.findChildren<QAction*>()) {
        if (action->text().contains("harts")) action->trigger();
    }
    EXPECT_FALSE(QApplication::clipboard()->image().isNull());
    for (QAction* action : m_window.findChildren<QAction*>()) {
        if (action->text().contains("table")) action->trigger();
    }
    EXPECT_TRUE(QApplication::clipboard()->text().startsWith("Contender\t"));
    QApplication::clipboard()->clear();
    m_window.activateWindow();
    find<QTableView>("board")->setFocus();
    QTest::keyClick(find<QTableView>("board"), Qt::Key_C, Qt::ControlModifier);
    EXPECT_TRUE(QApplication::clipboard()->text().startsWith("Contender\t"));
}

TEST_F(WindowPagesTest, a_file_that_is_dropped_is_opened) {
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(TROIKA_SOURCE "/resources/scenarios/downloads-many.json")});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&m_window, &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&m_window, &drop);
    EXPECT_EQ(m_window.file().filename(), "downloads-many.json");
}

TEST_F(WindowPagesTest, what_was_opened_is_among_the_recent_files) {
    m_window.open(TROIKA_SOURCE "/resources/scenarios/downloads-many.json");
    int found = 0;
    for (const QAction* action : m_window.findChildren<QAction*>()) {
        found += action->text() == "downloads-many.json" ? 1 : 0;
    }
    EXPECT_EQ(found, 1);
}

TEST_F(WindowPagesTest, presenting_enlarges_the_type_and_hides_the_form) {
    m_window.resize(1500, 900);
    const int before = find<QLabel>("title")->fontMetrics().height();
    m_window.setPresenting(true);
    QTest::qWait(1);
    EXPECT_GT(find<QLabel>("title")->fontMetrics().height(), before * 1.3);
    EXPECT_FALSE(find<QWidget>("form")->isVisible());
    m_window.setPresenting(false);
}

TEST_F(WindowPagesTest, every_control_can_be_reached_and_has_a_name) {
    raceShortly();
    for (const QWidget* widget : m_window.findChildren<QWidget*>()) {
        const bool control = qobject_cast<const QAbstractButton*>(widget) != nullptr ||
                             qobject_cast<const QLineEdit*>(widget) != nullptr ||
                             qobject_cast<const QComboBox*>(widget) != nullptr ||
                             qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
                             qobject_cast<const QAbstractItemView*>(widget) != nullptr;
        const bool other = qobject_cast<const QHeaderView*>(widget) != nullptr ||
                           widget->objectName().startsWith("qt_");
        if (!control || other || !widget->isVisible()) continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool named =
            !widget->accessibleName().isEmpty() || (button != nullptr && button->text().size() > 1);
        const QWidget* parent = widget->parentWidget();
        EXPECT_TRUE(named) << widget->metaObject()->className() << " "
                           << widget->objectName().toStdString() << " in "
                           << parent->objectName().toStdString();
        const bool inner = qobject_cast<const QAbstractSpinBox*>(parent) != nullptr ||
                           qobject_cast<const QLineEdit*>(parent) != nullptr ||
                           qobject_cast<const QAbstractItemView*>(parent) != nullptr;
        // Of a group Tab reaches the one that is chosen, and arrow keys the others.
        const bool grouped = button != nullptr && button->autoExclusive();
        EXPECT_TRUE(inner || grouped || (widget->focusPolicy() & Qt::TabFocus) != 0)
            << widget->objectName().toStdString() << " cannot be reached by Tab";
    }
}

} // namespace
} // namespace troika::ui
