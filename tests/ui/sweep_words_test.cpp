// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sweep_words.h"

#include "ui/sweep_fixture.h"

#include <gtest/gtest.h>

#include <QLocale>
#include <set>

namespace troika::ui {
namespace {

class SweepWordsTest : public ::testing::Test {
protected:
    SweepWordsTest() { QLocale::setDefault(QLocale::English); }
    SweepTable m_line = sweepTable(sweptRun().result, catalogue());
    SweepTable m_grid = sweepTable(sweptGrid().result, catalogue());
};

TEST_F(SweepWordsTest, every_measure_has_a_name_and_a_title) {
    std::set<QString> names;
    std::set<QString> titles;
    for (const Measure measure : allMeasures) {
        names.insert(measureName(measure));
        titles.insert(measureTitle(measure, true));
    }
    EXPECT_EQ(names.size(), allMeasures.size());
    EXPECT_EQ(titles.size(), allMeasures.size());
    EXPECT_FALSE(names.contains(QString()));
    EXPECT_NE(measureTitle(Measure::P99, true), measureTitle(Measure::P99, false));
}

TEST_F(SweepWordsTest, figures_have_their_unit) {
    EXPECT_EQ(figureText(Measure::Throughput, 302), "302");
    EXPECT_EQ(figureText(Measure::P99, 0.05), "50.0 ms");
    EXPECT_EQ(figureText(Measure::Memory, 1 << 20), "1.00 MiB");
    EXPECT_EQ(figureText(Measure::Memory, std::nullopt), "–");
}

TEST_F(SweepWordsTest, a_point_is_told_by_all_its_values) {
    const QString point = pointText(m_grid, 2, Language::English);
    EXPECT_TRUE(point.contains("pool: 2")) << point.toStdString();
    EXPECT_TRUE(point.contains("10 s")) << point.toStdString();
    EXPECT_TRUE(pointText(m_grid, 99, Language::English).isEmpty());
    EXPECT_EQ(sweptText(0.02, Unit::Seconds, Language::Russian), "20 мс");
}

TEST_F(SweepWordsTest, one_sentence_counts_who_wins) {
    const QString sentence = sweepVerdict(m_line, sweptScenario(), Language::English);
    EXPECT_TRUE(sentence.contains("<b>pool</b>")) << sentence.toStdString();
    EXPECT_TRUE(sentence.contains("2 point")) << sentence.toStdString();
    EXPECT_TRUE(sentence.endsWith(".")) << sentence.toStdString();
    EXPECT_TRUE(sweepVerdict({}, sweptScenario(), Language::English).isEmpty());
}

} // namespace
} // namespace troika::ui
