// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/scales.h"
#include "plots/views.h"
#include "text/figures.h"

#include <QLocale>
#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace troika::ui {

namespace {

/// Room above and below on a logarithmic axis.
constexpr double logAir = 1.3;

const LatencyCurves* shown(const ChartContent& content, const ContenderStyle& style) {
    const ContenderCurves* curves = content.shown(style);
    if (curves == nullptr) return nullptr;
    return content.fromStart ? &curves->service : &curves->response;
}

class PercentileView final : public ChartView {
    Q_DECLARE_TR_FUNCTIONS(PercentileView)
public:
    QString name() const override { return tr("percentiles"); }
    QString title(const ChartContent& content) const override {
        return content.fromStart ? tr("Service time of a task") : tr("Response time of a task");
    }
    void prepare(QCustomPlot& plot) const override {
        makePercentile(*plot.xAxis);
        makeLogDuration(*plot.yAxis);
    }

    void draw(Canvas& canvas, const ChartContent& content) const override {
        canvas.setLabels(tr("share of tasks that took no longer"), {});
        double least = 0;
        double most = 0;
        double right = percentileAxis(0.9);
        std::vector<Canvas::LineEnd> names;
        for (const ContenderStyle& style : content.styles) {
            const LatencyCurves* curves = shown(content, style);
            if (curves == nullptr || curves->percentiles.empty()) continue;
            const auto& line = curves->percentiles;
            canvas.line(style, line);
            canvas.marks(style, curves->marks);
            least = least == 0 ? line.front().y : std::min(least, line.front().y);
            most = std::max(most, line.back().y);
            right = std::max(right, line.back().x);
            names.push_back({&style, style.title, line.back().x, line.back().y});
        }
        canvas.setRanges(0, right * 1.02, most > 0 ? least / logAir : 1e-4,
                         most > 0 ? most * logAir : 1);
        canvas.nameLineEnds(std::move(names), content.names());
    }

    bool alike(const ContenderCurves& one, const ContenderCurves& other) const override {
        return one.service == other.service && one.response == other.response;
    }

    QString describe(const ChartContent& content, double x, double) const override {
        const double share = 1 - std::pow(10, -std::max(x, 0.0));
        QStringList lines{tr("%1 % of tasks took at most:")
                              .arg(QLocale().toString(share * 100, 'f', share > 0.99 ? 2 : 1))};
        for (const ContenderStyle& style : content.styles) {
            const LatencyCurves* curves = shown(content, style);
            if (curves == nullptr) continue;
            const auto& line = curves->percentiles;
            const auto at = std::ranges::lower_bound(line, x, {}, &CurvePoint::x);
            if (at != line.end()) lines << style.title + ": " + durationText(at->y);
        }
        return lines.join("\n");
    }
};

class HistogramView final : public ChartView {
    Q_DECLARE_TR_FUNCTIONS(HistogramView)
public:
    QString name() const override { return tr("histogram"); }
    QString title(const ChartContent& content) const override {
        return content.fromStart ? tr("Service times: how many tasks took how long")
                                 : tr("Response times: how many tasks took how long");
    }
    void prepare(QCustomPlot& plot) const override {
        makeLogDuration(*plot.xAxis);
        makePercent(*plot.yAxis);
    }

    void draw(Canvas& canvas, const ChartContent& content) const override {
        canvas.setLabels(tr("time of a task"), tr("share of tasks"));
        double left = 0;
        double right = 0;
        double top = 0;
        std::vector<Canvas::LineEnd> names;
        for (const ContenderStyle& style : content.styles) {
            const LatencyCurves* curves = shown(content, style);
            if (curves == nullptr || curves->histogram.empty()) continue;
            const auto& bins = curves->histogram;
            canvas.steps(style, bins);
            const auto highest = std::ranges::max_element(bins, {}, &CurvePoint::y);
            left = left == 0 ? bins.front().x : std::min(left, bins.front().x);
            right = std::max(right, bins.back().x);
            top = std::max(top, highest->y);
            names.push_back({&style, style.title, highest->x, highest->y});
        }
        canvas.setRanges(right > 0 ? left / logAir : 1e-4, right > 0 ? right * logAir : 1, 0,
                         top > 0 ? top * 1.08 : 1);
        canvas.nameLineEnds(std::move(names), content.names());
    }

    bool alike(const ContenderCurves& one, const ContenderCurves& other) const override {
        return one.service == other.service && one.response == other.response;
    }

    QString describe(const ChartContent& content, double x, double) const override {
        const double width = std::pow(10, 1.0 / binsOfDecade);
        QStringList lines;
        for (const ContenderStyle& style : content.styles) {
            const LatencyCurves* curves = shown(content, style);
            if (curves == nullptr) continue;
            for (const CurvePoint& bin : curves->histogram) {
                if (x < bin.x || x >= bin.x * width || bin.y <= 0) continue;
                if (lines.isEmpty()) {
                    lines << tr("%1 to %2:").arg(durationText(bin.x), durationText(bin.x * width));
                }
                lines << tr("%1: %2 % of tasks")
                             .arg(style.title, QLocale().toString(bin.y * 100, 'g', 3));
            }
        }
        return lines.join("\n");
    }
};

} // namespace

ChartViewPtr percentileView() { return std::make_unique<PercentileView>(); }
ChartViewPtr histogramView() { return std::make_unique<HistogramView>(); }

} // namespace troika::ui
