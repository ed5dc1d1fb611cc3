// SPDX-License-Identifier: GPL-3.0-or-later
// A swept result in a real window: what is shown first, and how a point is chosen.
#include "pages/measure_box.h"
#include "pages/point_chooser.h"
#include "plots/chart.h"
#include "ui/sweep_fixture.h"
#include "ui/window_fixture.h"

#include <QTableView>
#include <troika/result/file.h>

namespace troika::ui {
namespace {

class SweepPageTest : public MainWindowTest {
protected:
    void open(const StoredRun& run) {
        const auto file = std::filesystem::path(m_files.path().toStdString()) / "swept.troika";
        ASSERT_TRUE(writeResult(file, run, catalogue()));
        ASSERT_TRUE(m_window.openAndWait(file));
        QTest::qWait(1);
    }
    bool offered(const char* name) { return find<QToolButton>(name)->isVisible(); }
    /// The throughput of the pool, as the board has it.
    QString figureOfPool() {
        const auto* board = find<QTableView>("board")->model();
        for (int row = 0; row < board->rowCount(); ++row) {
            if (board->index(row, 0).data().toString().startsWith("pool")) {
                return board->index(row, 2).data().toString();
            }
        }
        return {};
    }
    void pick(const char* name, int place) {
        auto* box = find<QComboBox>(name);
        box->setCurrentIndex(place);
        Q_EMIT box->activated(place);
        QTest::qWait(1);
    }
    QTemporaryDir m_files;
};

TEST_F(SweepPageTest, one_parameter_is_drawn_first_as_curves) {
    EXPECT_FALSE(offered("race.view4"));
    open(sweptRun());
    EXPECT_TRUE(offered("race.view4"));
    EXPECT_FALSE(offered("race.view5")) << "a map has two parameters";
    EXPECT_EQ(find<Chart>("race")->chosen(), 4U);
    EXPECT_EQ(find<Chart>("latency")->chosen(), 2U);
    EXPECT_TRUE(find<QLabel>("sweepVerdict")->text().contains("pool"));
    EXPECT_TRUE(find<MeasureBox>("race.measure")->isVisible());
    click("race.view0");
    EXPECT_FALSE(find<MeasureBox>("race.measure")->isVisible());
}

TEST_F(SweepPageTest, two_parameters_are_drawn_first_as_a_map) {
    open(sweptGrid());
    EXPECT_EQ(find<Chart>("race")->chosen(), 5U);
    EXPECT_EQ(find<MeasureBox>("race.measure")->count(), int(judgedMeasures.size()));
    click("race.view4");
    EXPECT_EQ(find<MeasureBox>("race.measure")->count(), int(allMeasures.size()));
    EXPECT_NE(m_window.findChild<QComboBox*>("point.1"), nullptr);
}

TEST_F(SweepPageTest, the_board_shows_the_chosen_point) {
    open(sweptRun());
    EXPECT_EQ(figureOfPool(), "8.00");
    pick("point.0", 1);
    EXPECT_EQ(figureOfPool(), "16.0");
    EXPECT_TRUE(find<QLabel>("verdict")->text().contains("pool"));
    pick("point.0", 2);
    EXPECT_TRUE(find<QLabel>("doubts")->text().contains("It was killed"));
    Q_EMIT find<Chart>("race")->pointChosen(3);
    QTest::qWait(1);
    EXPECT_EQ(figureOfPool(), "64.0");
    EXPECT_EQ(find<QComboBox>("point.0")->currentIndex(), 3);
}

TEST_F(SweepPageTest, a_measure_is_chosen_for_each_chart) {
    open(sweptRun());
    EXPECT_EQ(find<Chart>("race")->fileName(), "sweep-throughput");
    EXPECT_EQ(find<Chart>("latency")->fileName(), "sweep-p99");
    pick("latency.measure", 5);
    EXPECT_EQ(find<Chart>("latency")->fileName(), "sweep-memory");
}

TEST_F(SweepPageTest, charts_are_written_under_what_they_show) {
    open(sweptGrid());
    const QString folder = m_files.filePath("charts");
    EXPECT_EQ(m_window.saveCharts(folder, {"png", "svg"}, {}), "");
    EXPECT_TRUE(QFile::exists(folder + "/map-throughput.png"));
    EXPECT_TRUE(QFile::exists(folder + "/sweep-p99.svg"));
}

TEST_F(SweepPageTest, another_result_without_a_sweep_looks_as_ever) {
    open(sweptRun());
    StoredRun plain = sweptRun();
    plain.result.points.resize(1);
    plain.result.points[0].parameters = Json::object();
    open(plain);
    EXPECT_EQ(find<Chart>("race")->chosen(), 0U);
    EXPECT_FALSE(offered("race.view4"));
    EXPECT_FALSE(find<PointChooser>("point")->isVisible());
    EXPECT_FALSE(find<QLabel>("sweepVerdict")->isVisible());
    EXPECT_FALSE(find<MeasureBox>("latency.measure")->isVisible());
}

} // namespace
} // namespace troika::ui
