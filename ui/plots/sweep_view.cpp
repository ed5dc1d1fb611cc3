// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sweep_words.h"
#include "plots/scales.h"
#include "plots/views.h"

#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace troika::ui {

namespace {

/// Figures that differ more than this from one another are drawn on a logarithmic axis.
constexpr double wide = 30;

/// Of all that is drawn, intervals included.
struct Extent {
    double least = 0;
    double most = 0;

    void take(double value) {
        if (value > 0) least = least == 0 ? value : std::min(least, value);
        most = std::max(most, value);
    }
    [[nodiscard]] bool isWide() const { return least > 0 && most / least > wide; }
};

bool isDuration(Measure measure) {
    return measure == Measure::P50 || measure == Measure::P90 || measure == Measure::P99 ||
           measure == Measure::Cpu;
}

class SweepView final : public ChartView {
    Q_DECLARE_TR_FUNCTIONS(SweepView)
public:
    QString name() const override { return tr("sweep"); }
    QString title(const ChartContent& content) const override {
        const SweepContent& sweep = content.sweep;
        const QString what = measureTitle(sweep.measure, content.fromStart);
        if (!sweep.table || sweep.table->axes.size() < 2) return what;
        const SweepAxis& other = sweep.table->axes[1];
        const auto here = std::ranges::find(sweep.table->points, sweep.chosen, &SweptPoint::place);
        if (here == sweep.table->points.end()) return what;
        return tr("%1, at %2: %3")
            .arg(what, axisText(other, sweep.language),
                 sweptText(here->at[1], other.unit, sweep.language));
    }
    void prepare(QCustomPlot& plot) const override {
        makeLinear(*plot.xAxis); // Both again when it is known what is drawn.
        makeLinear(*plot.yAxis);
    }

    void draw(Canvas& canvas, const ChartContent& content) const override {
        const SweepContent& sweep = content.sweep;
        if (!sweep.table) return;
        const SweepAxis& axis = sweep.table->axes.front();
        const auto curves = curvesOf(content);
        Extent extent;
        std::vector<Canvas::LineEnd> names;
        for (const ContenderStyle& style : content.styles) {
            const auto found = curves.find(style.label);
            if (found == curves.end() || found->second.empty()) continue;
            drawCurve(canvas, style, found->second, extent);
            const SweepPlace& last = found->second.back().back();
            names.push_back({&style, style.title, last.x, last.y});
        }
        if (names.empty()) return;
        scaleX(canvas, axis, sweep.language);
        scaleY(canvas, sweep.measure, extent);
        canvas.setLabels(axisText(axis, sweep.language), unitOf(sweep.measure));
        markChosen(canvas, sweep);
        setRanges(canvas, axis, sweep.measure, extent);
        canvas.nameLineEnds(std::move(names), content.names());
    }

    bool alike(const ContenderCurves&, const ContenderCurves&) const override { return true; }

    QString describe(const ChartContent& content, double x, double) const override {
        const SweepContent& sweep = content.sweep;
        const auto near = nearest(sweep, x);
        if (!near) return {};
        QStringList lines{pointText(*sweep.table, *near, sweep.language)};
        const auto curves = curvesOf(content);
        const auto point = std::ranges::find(sweep.table->points, *near, &SweptPoint::place);
        for (const ContenderStyle& style : content.styles) {
            const auto figures = point->contenders.find(style.label);
            if (!curves.contains(style.label) || figures == point->contenders.end()) continue;
            lines << style.title + ": " + told(figures->second, content);
        }
        return lines.join("\n");
    }

    std::optional<std::size_t> pointAt(const ChartContent& content, double x,
                                       double) const override {
        return nearest(content.sweep, x);
    }
    QString fileName(const ChartContent& content) const override {
        constexpr std::array names{"throughput", "p50", "p90", "p99", "cpu", "memory", "switches"};
        return QString("sweep-") + names.at(static_cast<std::size_t>(content.sweep.measure));
    }

private:
    /// Of those that are shown.
    static std::map<std::string, SweepCurve> curvesOf(const ChartContent& content) {
        const SweepContent& sweep = content.sweep;
        if (!sweep.table) return {};
        auto curves = sweepCurves(*sweep.table, sweep.measure, content.fromStart, sweep.chosen);
        std::erase_if(curves,
                      [&](const auto& curve) { return content.hidden.contains(curve.first); });
        return curves;
    }

    static void drawCurve(Canvas& canvas, const ContenderStyle& style, const SweepCurve& curve,
                          Extent& extent) {
        std::vector<CurvePoint> all;
        std::vector<CurvePoint> sure;
        std::vector<Interval> intervals;
        for (const auto& piece : curve) {
            std::vector<CurvePoint> line;
            for (const SweepPlace& place : piece) {
                line.push_back({place.x, place.y});
                extent.take(place.y);
                if (!place.interval) continue;
                sure.push_back(line.back());
                intervals.push_back(*place.interval);
                extent.take(place.interval->low);
                extent.take(place.interval->high);
            }
            canvas.line(style, line);
            all.insert(all.end(), line.begin(), line.end());
        }
        if (!sure.empty()) canvas.bars(style, sure, intervals);
        canvas.marks(style, all);
    }

    static void scaleX(const Canvas& canvas, const SweepAxis& axis, Language language) {
        std::vector<std::pair<double, QString>> ticks;
        for (const double value : axis.values) {
            ticks.emplace_back(value, sweptText(value, axis.unit, language));
        }
        makeNamed(canvas.axisX(), ticks, growsByFactors(axis));
    }

    static void scaleY(const Canvas& canvas, Measure measure, const Extent& extent) {
        QCPAxis& axis = canvas.axisY();
        if (isDuration(measure)) return makeLogDuration(axis);
        if (extent.isWide())
            return measure == Measure::Memory ? makeLogMemory(axis) : makeLog(axis);
        if (measure == Measure::Memory) return makeMemory(axis);
        makeLinear(axis);
    }

    static void setRanges(Canvas& canvas, const SweepAxis& axis, Measure measure,
                          const Extent& extent) {
        const double first = axis.values.front();
        const double last = axis.values.back();
        constexpr double beside = 0.04;
        double left = first - beside * (last - first);
        double right = last + beside * (last - first);
        if (growsByFactors(axis)) {
            const double factor = std::pow(last / first, beside);
            left = first / factor;
            right = last * factor;
        } else if (first == last) {
            left = first - 1;
            right = last + 1;
        }
        constexpr double logAir = 1.3;
        constexpr double air = 1.06;
        const bool logarithmic = isDuration(measure) || extent.isWide();
        const double least = extent.least > 0 ? extent.least : 1e-9;
        canvas.setRanges(left, right, logarithmic ? least / logAir : 0,
                         logarithmic ? std::max(extent.most, least) * logAir
                                     : std::max(extent.most, 1e-9) * air);
    }

    /// With one row of points the chosen one is a place on the axis.
    static void markChosen(Canvas& canvas, const SweepContent& sweep) {
        const auto here = std::ranges::find(sweep.table->points, sweep.chosen, &SweptPoint::place);
        if (here != sweep.table->points.end()) canvas.rule(here->at[0]);
    }

    static QString unitOf(Measure measure) {
        if (measure == Measure::Throughput) return tr("tasks a second");
        if (measure == Measure::Switches) return tr("switches a task");
        return {}; // Its ticks tell the unit.
    }

    static QString told(const SweptFigures& figures, const ChartContent& content) {
        const Measure measure = content.sweep.measure;
        if (figures.standing == Standing::Missing) return tr("nothing yet");
        if (figures.standing == Standing::Measured) {
            const auto figure = figureOf(figures, measure, content.fromStart);
            if (!figure) return figureText(measure, std::nullopt);
            QString text = figureText(measure, figure->value);
            if (figure->interval) {
                text += " (" + figureText(measure, figure->interval->low) + "–" +
                        figureText(measure, figure->interval->high) + ")";
            }
            return text;
        }
        return QString::fromStdString(figures.reason.in(content.sweep.language));
    }

    /// The point whose first value lies nearest, among those with the chosen one's second.
    static std::optional<std::size_t> nearest(const SweepContent& sweep, double x) {
        if (!sweep.table) return std::nullopt;
        const bool logarithmic = growsByFactors(sweep.table->axes.front());
        const auto here = std::ranges::find(sweep.table->points, sweep.chosen, &SweptPoint::place);
        std::optional<std::size_t> found;
        double distance = 0;
        for (const SweptPoint& point : sweep.table->points) {
            const bool aside = point.at.size() > 1 && here != sweep.table->points.end() &&
                               point.at[1] != here->at[1];
            if (aside) continue;
            const double away = logarithmic ? std::abs(std::log(std::max(x, 1e-300) / point.at[0]))
                                            : std::abs(x - point.at[0]);
            if (found && away >= distance) continue;
            found = point.place;
            distance = away;
        }
        return found;
    }
};

} // namespace

ChartViewPtr sweepView() { return std::make_unique<SweepView>(); }

} // namespace troika::ui
