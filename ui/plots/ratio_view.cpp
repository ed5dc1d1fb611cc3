// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/scales.h"
#include "plots/views.h"
#include "text/figures.h"

#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace troika::ui {

namespace {

class RatioView final : public ChartView {
    Q_DECLARE_TR_FUNCTIONS(RatioView)
public:
    QString name() const override { return tr("ratio"); }
    QString title(const ChartContent& content) const override {
        return tr("Throughput against %1").arg(content.baseline);
    }
    void prepare(QCustomPlot& plot) const override {
        makeLogRatio(*plot.xAxis);
        makeLinear(*plot.yAxis);
        plot.yAxis->setTickLabels(false);
        plot.yAxis->grid()->setVisible(false);
    }

    void draw(Canvas& canvas, const ChartContent& content) const override {
        canvas.setLabels(tr("ratio of tasks a second, with its interval"), {});
        double low = 1;
        double high = 1;
        double place = 0;
        std::vector<Canvas::LineEnd> names;
        std::vector<QString> texts;
        for (const auto& [style, comparison] : rows(content)) {
            place -= 1;
            const double ratio = *comparison->ratio;
            const Interval interval = comparison->interval.value_or(Interval{ratio, ratio});
            canvas.whisker(*style, ratio, place, comparison->interval);
            low = std::min(low, interval.low);
            high = std::max(high, interval.high);
            texts.push_back(style->title + "  " + ratioText(ratio, std::nullopt));
            names.push_back({style, texts.back(), interval.high, place});
        }
        if (names.empty()) return;
        canvas.rule(1);
        constexpr double air = 1.25;
        canvas.setRanges(low / air, high * air, place - 0.7, -0.3);
        canvas.nameLineEnds(std::move(names), texts);
    }

    bool alike(const ContenderCurves&, const ContenderCurves&) const override { return true; }

    QString describe(const ChartContent& content, double, double y) const override {
        const auto all = rows(content);
        const auto row = static_cast<std::size_t>(std::max(0.0, std::round(-y) - 1));
        if (row >= all.size()) return {};
        const auto& [style, comparison] = all[row];
        return style->title + ": " + ratioText(comparison->ratio, comparison->interval);
    }

private:
    using Row = std::pair<const ContenderStyle*, const Comparison*>;
    /// From the greatest ratio to the least.
    static std::vector<Row> rows(const ChartContent& content) {
        std::vector<Row> rows;
        for (const ContenderStyle& style : content.styles) {
            if (content.hidden.contains(style.label)) continue;
            for (const Comparison& comparison : content.comparisons) {
                if (comparison.of == style.label && comparison.ratio) {
                    rows.emplace_back(&style, &comparison);
                }
            }
        }
        std::ranges::stable_sort(rows, std::greater{},
                                 [](const Row& row) { return *row.second->ratio; });
        return rows;
    }
};

} // namespace

ChartViewPtr ratioView() { return std::make_unique<RatioView>(); }

} // namespace troika::ui
