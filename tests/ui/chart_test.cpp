// SPDX-License-Identifier: GPL-3.0-or-later
// Charts as they leave the window, compared with golden files by what is in them: words in their
// order, and how many strokes and areas of which colour and dash; not by pixels or fonts.
#include "plots/chart.h"

#include "ui/sweep_fixture.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <map>

namespace troika::ui {
namespace {

/// Three contenders with figures made up here: exact, and the same everywhere.
RaceCurves madeUpCurves() {
    RaceCurves curves;
    double speed = 1;
    for (const char* const label : {"serial", "pool", "loop"}) {
        ContenderCurves& own = curves[label];
        for (int k = 0; k <= 20; ++k) {
            own.race.tasks.push_back(k);
            own.race.median.push_back(k / speed);
            own.race.earliest.push_back(0.9 * k / speed);
            own.race.latest.push_back(1.1 * k / speed);
            own.rate.push_back({k / speed, speed + 0.01 * k});
            own.service.percentiles.push_back({0.1 * k, 1e-3 * (k + 1) / speed});
        }
        own.rounds = {{1, speed}, {2, 1.1 * speed}, {3, 0.9 * speed}};
        own.service.marks = {{percentileAxis(0.5), 4e-3 / speed},
                             {percentileAxis(0.9), 11e-3 / speed}};
        own.service.histogram = {{1e-3 / speed, 0.25}, {2e-3 / speed, 0.75}, {4e-3 / speed, 0}};
        own.response = own.service;
        own.depth = {5, {{{0, 20}, {10 / speed, 5}, {20 / speed, 0}}}};
        speed *= 8;
    }
    return curves;
}

std::vector<ContenderStyle> madeUpStyles() {
    const Theme theme = Theme::light();
    return {{"serial", "one by one", Family::Serial, theme.family(Family::Serial), Qt::SolidLine,
             Marker::Ring, false},
            {"pool", "a pool", Family::Process, theme.family(Family::Process), Qt::DotLine,
             Marker::Square, false},
            {"loop", "one loop", Family::Async, theme.family(Family::Async), Qt::SolidLine,
             Marker::Triangle, false}};
}

/// What is in an SVG, a line each.
QString structureOf(const QString& file) {
    QFile svg(file);
    EXPECT_TRUE(svg.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&svg);
    QStringList words;
    std::map<QString, int> shapes;
    QXmlStreamAttributes group;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == u"g") {
            group = xml.attributes();
        } else if (xml.name() == u"text") {
            const QString text = xml.readElementText().trimmed();
            if (!text.isEmpty()) words << "text " + text;
        } else if (xml.name() == u"path" || xml.name() == u"polyline") {
            const bool dashed = !xml.attributes().value("stroke-dasharray").isEmpty() ||
                                !group.value("stroke-dasharray").isEmpty();
            const bool seen = group.value("stroke") != u"none" || group.value("fill") != u"none";
            if (!seen) continue;
            ++shapes[QString("shape stroke %1%2 fill %3")
                         .arg(group.value("stroke"), dashed ? " dashed" : "", group.value("fill"))];
        }
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    for (const auto& [shape, count] : shapes) {
        constexpr int countable = 90; // Strokes of hatching are as many as there is room for.
        const QString told = count > countable ? "many" : QString::number(count);
        words << QString("%1: %2").arg(shape, told);
    }
    return words.join('\n') + '\n';
}

class SweptChartTest : public ::testing::Test {
protected:
    static std::vector<ChartViewPtr> viewNamed(const std::string& name) {
        std::vector<ChartViewPtr> views;
        if (name == "race") views.push_back(raceView());
        if (name == "rate") views.push_back(rateView());
        if (name == "rounds") views.push_back(roundsView());
        if (name == "ratio") views.push_back(ratioView());
        if (name == "percentiles") views.push_back(percentileView());
        if (name == "histogram") views.push_back(histogramView());
        if (name == "queue") views.push_back(depthView());
        if (name == "sweep") views.push_back(sweepView());
        if (name == "map" || name == "grid") views.push_back(mapView());
        return views;
    }
    static void fill(Chart& chart) {
        QLocale::setDefault(QLocale::English);
        chart.resize(900, 500);
        chart.show();
        QTest::qWait(1);
        chart.setStyles(madeUpStyles());
        chart.setCurves(madeUpCurves());
        chart.setComparisons({{.of = "pool",
                               .to = "serial",
                               .measure = "throughput",
                               .ratio = 8,
                               .interval = Interval{7, 9}},
                              {.of = "loop", .to = "serial", .measure = "throughput", .ratio = 64}},
                             "one by one");
        setSweep(chart, sweptRun());
        chart.setFootnote("a machine · seed 1 · 2026-01-31");
    }

    static void setSweep(Chart& chart, const StoredRun& run) {
        const auto table = std::make_shared<const SweepTable>(sweepTable(run.result, catalogue()));
        chart.setSweep(table, 1, Language::English);
    }
    void expectGolden(const QString& name, Chart& chart);

    QTemporaryDir m_folder;
};

class ChartTest : public SweptChartTest, public ::testing::WithParamInterface<const char*> {};

void SweptChartTest::expectGolden(const QString& name, Chart& chart) {
    const QString file = m_folder.filePath(name + ".svg");
    ASSERT_EQ(chart.save(file, {{1200, 700}, 96}), "");
    const QString found = structureOf(file);
    QFile golden(QString(TROIKA_SOURCE "/tests/ui/golden/%1.txt").arg(name));
    if (qEnvironmentVariableIsSet("TROIKA_WRITE_GOLDEN")) {
        ASSERT_TRUE(golden.open(QIODevice::WriteOnly));
        golden.write(found.toUtf8());
        return;
    }
    ASSERT_TRUE(golden.open(QIODevice::ReadOnly)) << golden.fileName().toStdString();
    EXPECT_EQ(found.toStdString(), golden.readAll().toStdString());
}

TEST_P(ChartTest, is_saved_as_the_golden_file_says) {
    const QString name = GetParam();
    Chart chart(name, viewNamed(GetParam()));
    fill(chart);
    expectGolden(name, chart);
}

TEST_F(SweptChartTest, a_map_of_two_parameters_is_saved_as_the_golden_file_says) {
    Chart chart("grid", viewNamed("grid"));
    fill(chart);
    setSweep(chart, sweptGrid());
    expectGolden("grid", chart);
}

TEST_F(SweptChartTest, a_click_on_a_swept_point_chooses_it) {
    for (const char* const name : {"sweep", "grid"}) {
        Chart chart(name, viewNamed(name));
        fill(chart);
        if (std::string(name) == "grid") setSweep(chart, sweptGrid());
        QTest::qWait(1);
        std::vector<std::size_t> chosen;
        QObject::connect(&chart, &Chart::pointChosen,
                         [&](std::size_t place) { chosen.push_back(place); });
        auto* plot = chart.findChild<QWidget*>(QString(name) + ".plot");
        const QPoint right(plot->width() / 2, plot->height() / 4);
        QTest::mouseClick(plot, Qt::LeftButton, {}, QPoint(plot->width() / 8, plot->height() / 2));
        ASSERT_EQ(chosen.size(), 1U) << name;
        // What is dragged is no click.
        QTest::mousePress(plot, Qt::LeftButton, {}, right);
        QTest::mouseMove(plot, right + QPoint(40, 0));
        QTest::mouseRelease(plot, Qt::LeftButton, {}, right + QPoint(40, 0));
        EXPECT_EQ(chosen.size(), 1U) << name;
    }
}

TEST_F(SweptChartTest, a_file_with_a_sweep_is_called_by_what_it_shows) {
    Chart chart("race", viewNamed("sweep"));
    fill(chart);
    EXPECT_EQ(chart.fileName(), "sweep-throughput");
    for (const Measure measure : allMeasures) {
        chart.setMeasure(measure);
        EXPECT_TRUE(chart.fileName().startsWith("sweep-"));
        ASSERT_EQ(chart.save(m_folder.filePath(chart.fileName() + ".svg"), {{1200, 700}, 96}), "");
        EXPECT_TRUE(structureOf(m_folder.filePath(chart.fileName() + ".svg")).contains("one loop"));
    }
    EXPECT_EQ(Chart("race", viewNamed("map")).fileName(), "map-throughput");
    EXPECT_EQ(Chart("race", viewNamed("race")).fileName(), "race");
}

TEST_F(SweptChartTest, an_axis_of_figures_that_are_alike_still_has_ticks) {
    Chart chart("race", viewNamed("sweep"));
    fill(chart);
    StoredRun run = sweptRun();
    for (PointResult& point : run.result.points) {
        point.contenders = {measured("serial", 1 / 3.0), measured("loop", 1 / 2.7)};
    }
    setSweep(chart, run);
    chart.setMeasure(Measure::P50); // 6 s and 5.4 s, and a tenth around them.
    const QString file = m_folder.filePath("alike.svg");
    ASSERT_EQ(chart.save(file, {{1200, 700}, 96}), "");
    EXPECT_GE(structureOf(file).count(" s\n"), 3) << structureOf(file).toStdString();
}

TEST_P(ChartTest, who_is_hidden_is_not_drawn) {
    Chart chart("chart", viewNamed(GetParam()));
    fill(chart);
    chart.setHidden({"pool"});
    const QString file = m_folder.filePath("hidden.svg");
    ASSERT_EQ(chart.save(file, {{1200, 700}, 96}), "");
    const QString found = structureOf(file);
    EXPECT_FALSE(found.contains("a pool")) << found.toStdString();
    EXPECT_FALSE(found.contains("#cc1f00")) << found.toStdString();
    EXPECT_TRUE(found.contains("one loop")) << found.toStdString();
}

TEST_P(ChartTest, without_figures_says_what_it_was_told_to) {
    Chart chart("chart", viewNamed(GetParam()));
    fill(chart);
    chart.setCurves({});
    chart.setComparisons({}, "one by one");
    chart.setSweep(nullptr, 0, Language::English);
    chart.setEmptyText("Nothing yet");
    const QString file = m_folder.filePath("empty.svg");
    ASSERT_EQ(chart.save(file, {{1200, 700}, 96}), "");
    EXPECT_TRUE(structureOf(file).contains("Nothing yet")) << structureOf(file).toStdString();
}

INSTANTIATE_TEST_SUITE_P(Views, ChartTest,
                         ::testing::Values("race", "rate", "rounds", "ratio", "percentiles",
                                           "histogram", "queue", "sweep", "map"),
                         [](const auto& each) { return std::string(each.param); });

TEST(ChartPrintTest, a_picture_has_the_pixels_and_dots_that_were_chosen) {
    std::vector<ChartViewPtr> views;
    views.push_back(raceView());
    Chart chart("race", std::move(views));
    chart.resize(900, 500);
    const QImage image = chart.image({{3000, 2000}, 300});
    EXPECT_EQ(image.size(), QSize(3000, 2000));
    EXPECT_EQ(qRound(image.dotsPerMeterX() * 0.0254), 300);
    EXPECT_EQ(PrintSize({{3000, 2000}, 300}).layout(), QSize(960, 640));
}

} // namespace
} // namespace troika::ui
