// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/scales.h"
#include "plots/views.h"
#include "text/figures.h"

#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace troika::ui {

namespace {

/// Tasks a second against something that goes on: time, or rounds.
class RateLikeView : public ChartView {
public:
    void prepare(QCustomPlot& plot) const override {
        makeLinear(*plot.xAxis);
        makeLinear(*plot.yAxis);
    }

    bool alike(const ContenderCurves& one, const ContenderCurves& other) const override {
        return pointsOf(one) == pointsOf(other);
    }

    QString describe(const ChartContent& content, double x, double) const override {
        QStringList lines{whereText(x)};
        for (const ContenderStyle& style : content.styles) {
            const auto points = pointsOf(content, style);
            const auto nearest = std::min_element(points.begin(), points.end(),
                                                  [x](const CurvePoint& a, const CurvePoint& b) {
                                                      return std::abs(a.x - x) < std::abs(b.x - x);
                                                  });
            if (nearest == points.end() || x > points.back().x + reach()) continue;
            lines << QCoreApplication::translate("RateView", "%1: %2 a second")
                         .arg(style.title, rateText(nearest->y));
        }
        return lines.join("\n");
    }

protected:
    /// Of a contender that is to be drawn.
    [[nodiscard]] virtual const std::vector<CurvePoint>&
    pointsOf(const ContenderCurves& curves) const = 0;
    [[nodiscard]] virtual QString whereText(double x) const = 0;
    /// How far behind its last point a contender is still told.
    [[nodiscard]] virtual double reach() const { return 0; }

    [[nodiscard]] std::vector<CurvePoint> pointsOf(const ChartContent& content,
                                                   const ContenderStyle& style) const {
        const ContenderCurves* curves = content.shown(style);
        return curves == nullptr ? std::vector<CurvePoint>{} : pointsOf(*curves);
    }

    void drawLines(Canvas& canvas, const ChartContent& content, double left, double right,
                   bool marked) const {
        double most = 0;
        std::vector<Canvas::LineEnd> names;
        for (const ContenderStyle& style : content.styles) {
            const auto points = pointsOf(content, style);
            if (points.empty()) continue;
            canvas.line(style, points);
            if (marked) canvas.marks(style, points);
            for (const CurvePoint& point : points) most = std::max(most, point.y);
            names.push_back({&style, style.title, points.back().x, points.back().y});
        }
        constexpr double air = 1.05;
        canvas.setRanges(left, right, 0, most > 0 ? most * air : 1);
        canvas.nameLineEnds(std::move(names), content.names());
    }
};

class RateView final : public RateLikeView {
    Q_DECLARE_TR_FUNCTIONS(RateView)
public:
    QString name() const override { return tr("throughput"); }
    QString title(const ChartContent&) const override {
        return tr("Tasks finished a second, in own working time");
    }
    void draw(Canvas& canvas, const ChartContent& content) const override {
        canvas.setLabels(tr("own working time, s"), tr("tasks a second"));
        double width = 0;
        for (const ContenderStyle& style : content.styles) {
            const auto points = RateLikeView::pointsOf(content, style);
            if (!points.empty()) width = std::max(width, points.back().x);
        }
        drawLines(canvas, content, 0, width > 0 ? width : 1, false);
    }

protected:
    const std::vector<CurvePoint>& pointsOf(const ContenderCurves& curves) const override {
        return curves.rate;
    }
    QString whereText(double x) const override {
        return tr("after %1 of own work:").arg(durationText(x));
    }
};

class RoundsView final : public RateLikeView {
    Q_DECLARE_TR_FUNCTIONS(RoundsView)
public:
    QString name() const override { return tr("per round"); }
    QString title(const ChartContent&) const override {
        return tr("Tasks finished a second, round by round");
    }
    void draw(Canvas& canvas, const ChartContent& content) const override {
        canvas.setLabels(tr("round"), tr("tasks a second"));
        double last = 1;
        for (const ContenderStyle& style : content.styles) {
            const auto points = RateLikeView::pointsOf(content, style);
            if (!points.empty()) last = std::max(last, points.back().x);
        }
        drawLines(canvas, content, 0.5, last + 0.5, true);
    }

protected:
    const std::vector<CurvePoint>& pointsOf(const ContenderCurves& curves) const override {
        return curves.rounds;
    }
    QString whereText(double x) const override { return tr("round %1:").arg(std::lround(x)); }
    double reach() const override { return 0.5; }
};

} // namespace

ChartViewPtr rateView() { return std::make_unique<RateView>(); }
ChartViewPtr roundsView() { return std::make_unique<RoundsView>(); }

} // namespace troika::ui
