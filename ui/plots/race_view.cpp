// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/scales.h"
#include "plots/views.h"
#include "text/figures.h"

#include <algorithm>
#include <qcustomplot.h>

namespace troika::ui {

namespace {

/// A contender that ends later than this many times the median of all runs off the chart.
constexpr double mostOfMedian = 4;

class RaceView final : public ChartView {
    Q_DECLARE_TR_FUNCTIONS(RaceView)
public:
    QString name() const override { return tr("race"); }
    QString title(const ChartContent& content) const override {
        return content.batch ? tr("Tasks finished since all were due")
                             : tr("Tasks finished since the slice began");
    }
    void prepare(QCustomPlot& plot) const override {
        makeLinear(*plot.xAxis);
        makeLinear(*plot.yAxis);
    }

    void draw(Canvas& canvas, const ChartContent& content) const override {
        canvas.setLabels(tr("time, s"), tr("tasks"));
        std::vector<double> ends;
        double tasks = 1;
        for (const ContenderStyle& style : content.styles) {
            const RaceCurve* curve = shown(content, style);
            if (curve == nullptr) continue;
            ends.push_back(curve->latest.back());
            tasks = std::max(tasks, curve->tasks.back());
        }
        double width = 1e-3;
        if (!ends.empty()) {
            std::sort(ends.begin(), ends.end());
            width = std::min(ends.back(), mostOfMedian * ends[(ends.size() - 1) / 2]);
        }
        constexpr double air = 1.02;
        canvas.setRanges(0, width * air, 0, tasks * air);
        std::vector<Canvas::LineEnd> names;
        for (const ContenderStyle& style : content.styles) {
            const RaceCurve* curve = shown(content, style);
            if (curve == nullptr) continue;
            canvas.band(style, curve->earliest, curve->latest, curve->tasks);
            canvas.path(style, curve->median, curve->tasks);
            names.push_back(endOf(style, *curve, width));
        }
        canvas.nameLineEnds(std::move(names), content.names(" → " + durationText(99.9)));
    }

    bool alike(const ContenderCurves& one, const ContenderCurves& other) const override {
        return one.race == other.race;
    }

    QString describe(const ChartContent& content, double x, double) const override {
        QStringList lines{tr("after %1:").arg(durationText(x))};
        for (const ContenderStyle& style : content.styles) {
            const RaceCurve* curve = shown(content, style);
            if (curve == nullptr) continue;
            const auto next = std::upper_bound(curve->median.begin(), curve->median.end(), x);
            if (next == curve->median.begin()) continue;
            const auto index = static_cast<std::size_t>(next - curve->median.begin()) - 1;
            lines << tr("%1: %2 finished")
                         .arg(style.title, countText(static_cast<qint64>(curve->tasks[index])));
        }
        return lines.join("\n");
    }

private:
    static const RaceCurve* shown(const ChartContent& content, const ContenderStyle& style) {
        const ContenderCurves* curves = content.shown(style);
        return curves == nullptr || curves->race.tasks.size() < 2 ? nullptr : &curves->race;
    }

    static Canvas::LineEnd endOf(const ContenderStyle& style, const RaceCurve& curve,
                                 double width) {
        std::size_t last = curve.tasks.size() - 1;
        while (last > 0 && curve.median[last] > width) --last;
        const bool runsOff = curve.median.back() > width;
        const QString text =
            runsOff ? style.title + " → " + durationText(curve.median.back()) : style.title;
        return {&style, text, curve.median[last], curve.tasks[last]};
    }
};

} // namespace

ChartViewPtr raceView() { return std::make_unique<RaceView>(); }

} // namespace troika::ui
