// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sweep_words.h"
#include "plots/scales.h"
#include "plots/views.h"
#include "text/figures.h"

#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace troika::ui {

namespace {

/// On a measure that the engine does not compare nobody could win clearly: throughput instead.
Measure judged(Measure measure) {
    const bool is = std::ranges::find(judgedMeasures, measure) != judgedMeasures.end();
    return is ? measure : Measure::Throughput;
}

class MapView final : public ChartView {
    Q_DECLARE_TR_FUNCTIONS(MapView)
public:
    QString name() const override { return tr("map"); }
    QString title(const ChartContent& content) const override {
        switch (judged(content.sweep.measure)) {
        case Measure::P50:
            return tr("Who has the least p50 of the response time");
        case Measure::P99:
            return tr("Who has the least p99 of the response time");
        case Measure::Cpu:
            return tr("Who needs the least processor time");
        default:
            return tr("Who finishes the most tasks a second");
        }
    }
    void prepare(QCustomPlot& plot) const override {
        makeLinear(*plot.xAxis);
        makeLinear(*plot.yAxis);
        for (QCPAxis* axis : {plot.xAxis, plot.yAxis}) axis->grid()->setVisible(false);
    }

    void draw(Canvas& canvas, const ChartContent& content) const override {
        const SweepContent& sweep = content.sweep;
        const auto cells = cellsOf(content);
        const bool any = std::ranges::any_of(
            cells, [](const MapCell& cell) { return cell.state != MapCell::State::Missing; });
        if (!any) return;
        const auto& axes = sweep.table->axes;
        nameTicks(canvas.axisX(), axes[0], sweep.language);
        if (axes.size() > 1) {
            nameTicks(canvas.axisY(), axes[1], sweep.language);
        } else {
            makeNamed(canvas.axisY(), {}, false);
        }
        canvas.setLabels(axisText(axes[0], sweep.language),
                         axes.size() > 1 ? axisText(axes[1], sweep.language) : QString());
        const double rows = axes.size() > 1 ? static_cast<double>(axes[1].values.size()) : 1;
        canvas.setRanges(-0.5, static_cast<double>(axes[0].values.size()) - 0.5, -0.5, rows - 0.5);
        canvas.legend(legendOf(content, cells));
        for (const MapCell& cell : cells) {
            canvas.cell({.style = styleOf(content, cell.winner),
                         .x = static_cast<double>(cell.column),
                         .y = static_cast<double>(cell.row),
                         .hatched = cell.state == MapCell::State::Unclear,
                         .chosen = cell.place == sweep.chosen,
                         .texts = textsOf(content, cell)});
        }
    }

    bool alike(const ContenderCurves&, const ContenderCurves&) const override { return true; }

    QString describe(const ChartContent& content, double x, double y) const override {
        const auto cells = cellsOf(content);
        const MapCell* cell = at(cells, x, y);
        if (cell == nullptr) return {};
        const SweepContent& sweep = content.sweep;
        return pointText(*sweep.table, cell->place, sweep.language) + "\n" + told(content, *cell);
    }

    std::optional<std::size_t> pointAt(const ChartContent& content, double x,
                                       double y) const override {
        const auto cells = cellsOf(content);
        const MapCell* cell = at(cells, x, y);
        return cell == nullptr ? std::nullopt : std::optional(cell->place);
    }
    QString fileName(const ChartContent& content) const override {
        switch (judged(content.sweep.measure)) {
        case Measure::P50:
            return "map-p50";
        case Measure::P99:
            return "map-p99";
        case Measure::Cpu:
            return "map-cpu";
        default:
            return "map-throughput";
        }
    }

private:
    static std::vector<MapCell> cellsOf(const ChartContent& content) {
        const SweepContent& sweep = content.sweep;
        if (!sweep.table) return {};
        return winnersMap(*sweep.table, judged(sweep.measure), content.hidden);
    }

    static const MapCell* at(const std::vector<MapCell>& cells, double x, double y) {
        const auto found = std::ranges::find_if(cells, [&](const MapCell& cell) {
            return std::abs(x - static_cast<double>(cell.column)) <= 0.5 &&
                   std::abs(y - static_cast<double>(cell.row)) <= 0.5;
        });
        return found == cells.end() ? nullptr : &*found;
    }

    static const ContenderStyle* styleOf(const ChartContent& content, const std::string& label) {
        const auto found = std::ranges::find(content.styles, label, &ContenderStyle::label);
        return found == content.styles.end() ? nullptr : &*found;
    }

    static void nameTicks(QCPAxis& axis, const SweepAxis& swept, Language language) {
        std::vector<std::pair<double, QString>> ticks;
        for (std::size_t i = 0; i < swept.values.size(); ++i) {
            ticks.emplace_back(static_cast<double>(i),
                               sweptText(swept.values[i], swept.unit, language));
        }
        makeNamed(axis, ticks, false);
    }

    /// Who wins anything, from most cells to fewest.
    static std::vector<std::pair<const ContenderStyle*, QString>>
    legendOf(const ChartContent& content, const std::vector<MapCell>& cells) {
        const auto wins = winsOf(cells);
        std::vector<std::pair<int, const ContenderStyle*>> ranked;
        for (const ContenderStyle& style : content.styles) {
            const auto found = wins.find(style.label);
            if (found == wins.end()) continue;
            ranked.emplace_back(found->second.clear + found->second.unclear, &style);
        }
        std::ranges::stable_sort(ranked, std::greater{},
                                 &std::pair<int, const ContenderStyle*>::first);
        std::vector<std::pair<const ContenderStyle*, QString>> entries;
        for (const auto& [count, style] : ranked) {
            entries.emplace_back(style, markerSign(*style) + " " + style->title);
        }
        return entries;
    }

    /// The longest first.
    static std::vector<QString> textsOf(const ChartContent& content, const MapCell& cell) {
        const ContenderStyle* style = styleOf(content, cell.winner);
        switch (cell.state) {
        case MapCell::State::Failed:
            return {tr("all failed"), "✕"};
        case MapCell::State::Unavailable:
            return {tr("not here"), "–"};
        case MapCell::State::Missing:
            return {"…"};
        case MapCell::State::Clear:
        case MapCell::State::Unclear:
        case MapCell::State::Alone:
            break;
        }
        if (style == nullptr) return {};
        const QString sign = markerSign(*style);
        if (cell.state == MapCell::State::Alone) return {sign + " " + tr("alone"), sign};
        const QString ratio = ratioText(cell.ratio, std::nullopt);
        return {sign + " " + ratio, sign};
    }

    static QString told(const ChartContent& content, const MapCell& cell) {
        const auto titleOf = [&](const std::string& label) {
            const ContenderStyle* style = styleOf(content, label);
            return style == nullptr ? QString::fromStdString(label) : style->title;
        };
        switch (cell.state) {
        case MapCell::State::Clear:
            return tr("%1, clearly ahead of %2: %3")
                .arg(titleOf(cell.winner), titleOf(cell.second),
                     ratioText(cell.ratio, std::nullopt));
        case MapCell::State::Unclear:
            return tr("%1, not clearly ahead of %2: %3")
                .arg(titleOf(cell.winner), titleOf(cell.second),
                     ratioText(cell.ratio, std::nullopt));
        case MapCell::State::Alone:
            return tr("%1; nobody else has a figure here").arg(titleOf(cell.winner));
        case MapCell::State::Failed:
            return tr("Everybody failed here.");
        case MapCell::State::Unavailable:
            return tr("This machine lacks what it would take.");
        case MapCell::State::Missing:
            break;
        }
        return tr("Not measured yet.");
    }
};

} // namespace

ChartViewPtr mapView() { return std::make_unique<MapView>(); }

} // namespace troika::ui
