// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sweep_words.h"

#include "text/figures.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <troika/scenario/amounts.h>

namespace troika::ui {

namespace {

QString words(const char* text) { return QCoreApplication::translate("sweep", text); }
QString words(const char* text, int count) {
    return QCoreApplication::translate("sweep", text, nullptr, count);
}

QString in(const Text& text, Language language) {
    return QString::fromStdString(text.in(language));
}

QString percentileTitle(const QString& percentile, bool fromStart) {
    return (fromStart ? QCoreApplication::translate("sweep", "%1 of the service time")
                      : QCoreApplication::translate("sweep", "%1 of the response time"))
        .arg(percentile);
}

} // namespace

QString measureName(Measure measure) {
    switch (measure) {
    case Measure::Throughput:
        return words(QT_TRANSLATE_NOOP("sweep", "throughput"));
    case Measure::P50:
        return "p50";
    case Measure::P90:
        return "p90";
    case Measure::P99:
        return "p99";
    case Measure::Cpu:
        return words(QT_TRANSLATE_NOOP("sweep", "CPU a task"));
    case Measure::Memory:
        return words(QT_TRANSLATE_NOOP("sweep", "peak memory"));
    case Measure::Switches:
        return words(QT_TRANSLATE_NOOP("sweep", "switches a task"));
    }
    return {};
}

QString measureTitle(Measure measure, bool fromStart) {
    switch (measure) {
    case Measure::Throughput:
        return words(QT_TRANSLATE_NOOP("sweep", "Tasks finished a second"));
    case Measure::P50:
    case Measure::P90:
    case Measure::P99:
        return percentileTitle(measureName(measure), fromStart);
    case Measure::Cpu:
        return words(QT_TRANSLATE_NOOP("sweep", "Processor time a task"));
    case Measure::Memory:
        return words(QT_TRANSLATE_NOOP("sweep", "Peak memory"));
    case Measure::Switches:
        return words(QT_TRANSLATE_NOOP("sweep", "Context switches a task"));
    }
    return {};
}

QString figureText(Measure measure, std::optional<double> figure) {
    switch (measure) {
    case Measure::P50:
    case Measure::P90:
    case Measure::P99:
    case Measure::Cpu:
        return durationText(figure);
    case Measure::Memory:
        return figure ? memoryText(std::llround(*figure)) : durationText(std::nullopt);
    case Measure::Throughput:
    case Measure::Switches:
        break;
    }
    return rateText(figure);
}

QString axisText(const SweepAxis& axis, Language language) {
    const QString title = in(axis.title, language);
    return axis.owner.empty() ? title : title + ", " + in(axis.owner, language);
}

QString sweptText(double value, Unit unit, Language language) {
    if (unit == Unit::None) return QLocale().toString(value, 'g', 6);
    return in(quantityText(value, unit), language);
}

QString pointText(const SweepTable& table, std::size_t place, Language language) {
    const auto point = std::ranges::find(table.points, place, &SweptPoint::place);
    if (point == table.points.end()) return {};
    QStringList parts;
    for (std::size_t i = 0; i < table.axes.size(); ++i) {
        parts << axisText(table.axes[i], language) + ": " +
                     sweptText(point->at[i], table.axes[i].unit, language);
    }
    return parts.join("; ");
}

QString sweepVerdict(const SweepTable& table, const Scenario& scenario, Language language) {
    const auto cells = winnersMap(table, Measure::Throughput, {});
    const auto wins = winsOf(cells);
    std::vector<std::pair<int, std::string>> ranked;
    int unclear = 0;
    for (const auto& [label, won] : wins) {
        if (won.clear > 0) ranked.emplace_back(won.clear, label);
        unclear += won.unclear;
    }
    if (wins.empty()) return {};
    std::ranges::stable_sort(ranked, std::greater{}, &std::pair<int, std::string>::first);
    QStringList parts;
    for (const auto& [count, label] : ranked) {
        parts << words(QT_TRANSLATE_N_NOOP("sweep", "%1 is clearly the fastest at %n point(s)"),
                       count)
                     .arg("<b>" + in(scenario.titleOf(label), language).toHtmlEscaped() + "</b>");
    }
    if (unclear > 0) {
        parts << words(QT_TRANSLATE_N_NOOP("sweep", "no clear winner at %n point(s)"), unclear);
    }
    QString text = parts.join("; ");
    if (ranked.empty()) text[0] = text[0].toUpper();
    return text + ".";
}

} // namespace troika::ui
