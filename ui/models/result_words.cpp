// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result_words.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

namespace troika::ui {

namespace {

QString in(const Text& text, Language language) {
    return QString::fromStdString(text.in(language));
}

const PointResult* pointAt(const RunResult& result, std::size_t place) {
    return place < result.points.size() ? &result.points[place] : nullptr;
}

/// Throughput's: those against the baseline first, from the greatest ratio on.
std::vector<const Comparison*> inOrder(const RunResult& result, std::size_t place) {
    std::vector<const Comparison*> all;
    if (const PointResult* point = pointAt(result, place)) {
        for (const Comparison& comparison : point->comparisons) {
            if (comparison.measure == "throughput") all.push_back(&comparison);
        }
    }
    const std::string& baseline = result.scenario.baseline;
    const auto others = std::ranges::stable_partition(
        all, [&](const Comparison* one) { return one->to == baseline; });
    std::ranges::stable_sort(all.begin(), others.begin(), std::greater{},
                             [](const Comparison* one) { return one->ratio.value_or(0); });
    return all;
}

/// A contender's title, wherever it stands as a word.
QRegularExpression titlesOf(const RunResult& result, Language language) {
    QStringList titles;
    for (const Contender& contender : result.scenario.contenders) {
        titles << QRegularExpression::escape(
            in(result.scenario.titleOf(contender.label), language).toHtmlEscaped());
    }
    // The longest first: a title may be the beginning of another.
    std::ranges::sort(titles, std::greater{}, &QString::size);
    return QRegularExpression("(?<!\\w)(" + titles.join('|') + ")(?!\\w)",
                              QRegularExpression::UseUnicodePropertiesOption);
}

} // namespace

QStringList verdictsHtml(const RunResult& result, Language language, std::size_t point) {
    const auto comparisons = inOrder(result, point);
    const bool stopped = result.status == RunStatus::Cancelled;
    QStringList sentences;
    if (stopped) {
        sentences << QCoreApplication::translate("result", "Stopped before the end.");
    }
    const QRegularExpression title = titlesOf(result, language);
    for (const Comparison* comparison : comparisons) {
        QString text = in(comparison->sentence, language) + ".";
        // Where a sentence begins with a contender's title, that stays as it is.
        if (title.match(text.toHtmlEscaped()).capturedStart() != 0) text[0] = text[0].toUpper();
        sentences << text.toHtmlEscaped().replace(title, "<b>\\1</b>");
    }
    return sentences;
}

int verdictsAgainstBaseline(const RunResult& result, std::size_t point) {
    const auto all = inOrder(result, point);
    const auto told = std::ranges::count_if(
        all, [&](const Comparison* one) { return one->to == result.scenario.baseline; });
    return static_cast<int>(told) + (result.status == RunStatus::Cancelled ? 1 : 0);
}

QStringList doubtsHtml(const RunResult& result, Language language, std::size_t place) {
    QStringList lines;
    const auto add = [&](const std::vector<Doubt>& doubts) {
        for (const Doubt& doubt : doubts) {
            lines << in(doubt.evidence, language) + " " + in(doubt.advice, language);
        }
    };
    if (const PointResult* point = pointAt(result, place)) {
        for (const ContenderResult& contender : point->contenders) {
            const bool stopped = contender.status == TrialStatus::Cancelled;
            if (stopped || !contender.reason) continue;
            lines << in(result.scenario.titleOf(contender.label), language) + ": " +
                         in(contender.reason->text, language);
        }
        add(point->doubts);
    }
    add(result.doubts);
    std::ranges::transform(lines, lines.begin(), &QString::toHtmlEscaped);
    return lines;
}

QString footnoteText(const RunResult& result) {
    QStringList parts;
    const Json machine = result.environment.value("machine", Json::object());
    if (machine.contains("processor") && machine.at("processor").is_string()) {
        parts << QString::fromStdString(machine.at("processor").get<std::string>());
    }
    parts << QCoreApplication::translate("result", "seed %1").arg(result.scenario.seed);
    parts << QString::fromStdString(result.started);
    return parts.join(" · ");
}

QString aboutText() {
    return QCoreApplication::translate(
               "result", "Troika %1\n\nThreads, processes or async? Races them on "
                         "the same work and shows who wins.\n\nGPL-3.0-or-later. Built "
                         "on Qt %2 (LGPL), QCustomPlot (GPL), Boost, {fmt}, "
                         "nlohmann-json, OpenSSL, libzip, liburing, xxHash.")
        .arg(QString::fromStdString(thisTroika()), QString::fromUtf8(qVersion()));
}

} // namespace troika::ui
