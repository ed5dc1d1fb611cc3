// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/race_curves.h"
#include "plots/canvas.h"

#include <QCoreApplication>
#include <set>
#include <troika/result/result.h>

namespace troika::ui {

/// What a chart shows: curves of those contenders that are not hidden, and, once a race has ended,
/// comparisons.
struct ChartContent {
    std::vector<ContenderStyle> styles;
    RaceCurves curves;
    std::vector<Comparison> comparisons; ///< Against the chosen baseline.
    QString baseline;                    ///< Its title.
    std::set<std::string> hidden;        ///< Labels.
    bool fromStart = true;               ///< Latencies: service time, else response time.
    bool batch = true;                   ///< All tasks are due at once.

    /// The curves of a contender that is to be drawn, or null.
    [[nodiscard]] const ContenderCurves* shown(const ContenderStyle& style) const;
    [[nodiscard]] std::vector<QString> names(const QString& more = {}) const;
};

/// One way to look at a race. Texts are made when asked for: they follow the language.
class ChartView {
public:
    virtual ~ChartView() = default;

    /// For the switch: a word or two.
    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual QString title(const ChartContent& content) const = 0;
    /// Scales and tickers, once the view is chosen.
    virtual void prepare(QCustomPlot& plot) const = 0;
    /// Draws everything and says which ranges show all of it.
    virtual void draw(Canvas& canvas, const ChartContent& content) const = 0;
    /// What a cursor at that place points at, a line each.
    [[nodiscard]] virtual QString describe(const ChartContent& content, double x,
                                           double y) const = 0;
};

} // namespace troika::ui
