// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/race_curves.h"
#include "models/sweep_curves.h"
#include "plots/canvas.h"

#include <QCoreApplication>
#include <memory>
#include <optional>
#include <set>
#include <troika/result/result.h>

namespace troika::ui {

/// A swept race as a chart shows it.
struct SweepContent {
    std::shared_ptr<const SweepTable> table; ///< Null where nothing was swept.
    std::size_t chosen = 0;                  ///< The point's place in the result.
    Measure measure = Measure::Throughput;
    Language language = Language::English;
};

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
    SweepContent sweep;
    std::size_t queue = 0; ///< Place in DepthCurves::places.

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
    /// Whether two states of a contender are drawn alike: then a chart can stay as it is.
    [[nodiscard]] virtual bool alike(const ContenderCurves& one,
                                     const ContenderCurves& other) const = 0;
    /// What a cursor at that place points at, a line each.
    [[nodiscard]] virtual QString describe(const ChartContent& content, double x,
                                           double y) const = 0;
    /// Place of the swept point that is meant by a click there; nothing where none is.
    [[nodiscard]] virtual std::optional<std::size_t> pointAt(const ChartContent& content, double x,
                                                             double y) const {
        static_cast<void>(content), static_cast<void>(x), static_cast<void>(y);
        return std::nullopt;
    }
    /// What a file with this picture is called, where it is not the chart's name.
    [[nodiscard]] virtual QString fileName(const ChartContent& content) const {
        static_cast<void>(content);
        return {};
    }
};

} // namespace troika::ui
