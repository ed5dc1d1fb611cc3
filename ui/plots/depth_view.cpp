// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/scales.h"
#include "plots/views.h"
#include "text/figures.h"

#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace troika::ui {

namespace {

class DepthView final : public ChartView {
    Q_DECLARE_TR_FUNCTIONS(DepthView)
public:
    QString name() const override { return tr("queue"); }
    QString title(const ChartContent& content) const override {
        const int round = roundOf(content);
        if (content.queue == 0) return tr("Tasks due and not begun, in round %1").arg(round);
        if (content.queue == 1) return tr("Tasks due and not ended, in round %1").arg(round);
        return tr("Tasks at step %1, waiting or in work, in round %2")
            .arg(content.queue - 1)
            .arg(round);
    }
    void prepare(QCustomPlot& plot) const override {
        makeLinear(*plot.xAxis);
        makeLinear(*plot.yAxis);
    }

    void draw(Canvas& canvas, const ChartContent& content) const override {
        canvas.setLabels(tr("time, s"), tr("tasks"));
        double right = 0;
        double top = 0;
        std::vector<Canvas::LineEnd> names;
        for (const ContenderStyle& style : content.styles) {
            const auto* curve = curveOf(content, style);
            if (curve == nullptr) continue;
            canvas.steps(style, *curve);
            const auto highest = std::ranges::max_element(*curve, {}, &CurvePoint::y);
            right = std::max(right, curve->back().x);
            top = std::max(top, highest->y);
            names.push_back({&style, style.title, highest->x, highest->y});
        }
        constexpr double air = 1.06;
        canvas.setRanges(0, right > 0 ? right : 1, 0, top > 0 ? top * air : 1);
        canvas.nameLineEnds(std::move(names), content.names());
    }

    bool alike(const ContenderCurves& one, const ContenderCurves& other) const override {
        return one.depth == other.depth;
    }

    QString describe(const ChartContent& content, double x, double) const override {
        QStringList lines{tr("after %1:").arg(durationText(x))};
        for (const ContenderStyle& style : content.styles) {
            const auto* curve = curveOf(content, style);
            if (curve == nullptr) continue;
            const auto next = std::ranges::upper_bound(*curve, x, {}, &CurvePoint::x);
            const double tasks = next == curve->begin() ? 0 : std::prev(next)->y;
            lines << tr("%1: %n task(s)", nullptr, static_cast<int>(std::lround(tasks)))
                         .arg(style.title);
        }
        return lines.join("\n");
    }
    QString fileName(const ChartContent&) const override { return "queue"; }

private:
    static const std::vector<CurvePoint>* curveOf(const ChartContent& content,
                                                  const ContenderStyle& style) {
        const ContenderCurves* curves = content.shown(style);
        if (curves == nullptr || content.queue >= curves->depth.places.size()) return nullptr;
        const auto& curve = curves->depth.places[content.queue];
        return curve.empty() ? nullptr : &curve;
    }
    static int roundOf(const ChartContent& content) {
        int round = 0;
        for (const auto& [label, curves] : content.curves) {
            round = std::max(round, curves.depth.round);
        }
        return round;
    }
};

} // namespace

ChartViewPtr depthView() { return std::make_unique<DepthView>(); }

} // namespace troika::ui
