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

} // namespace

QString verdictText(const RunResult& result, Language language) {
    QStringList sentences;
    if (result.status == RunStatus::Cancelled) {
        sentences << QCoreApplication::translate("result", "Stopped before the end");
    }
    for (const PointResult& point : result.points) {
        for (const Comparison& comparison : point.comparisons) {
            const bool wanted =
                comparison.measure == "throughput" && comparison.to == result.scenario.baseline;
            if (wanted) sentences << in(comparison.sentence, language);
        }
    }
    if (sentences.isEmpty()) return {};
    QString text = sentences.join("; ") + ".";
    // English sentences begin with a contender's title, which stays as it is.
    if (language == Language::Russian) text[0] = text[0].toUpper();
    return text;
}

QString allVerdictsText(const RunResult& result, Language language) {
    QStringList lines;
    for (const PointResult& point : result.points) {
        for (const Comparison& comparison : point.comparisons) {
            if (comparison.measure == "throughput") lines << in(comparison.sentence, language);
        }
    }
    return lines.join('\n');
}

QString verdictHtml(const RunResult& result, Language language) {
    QStringList titles;
    for (const Contender& contender : result.scenario.contenders) {
        titles << QRegularExpression::escape(
            in(result.scenario.titleOf(contender.label), language).toHtmlEscaped());
    }
    // The longest first: a title may be the beginning of another.
    std::ranges::sort(titles, std::greater{}, &QString::size);
    const QRegularExpression title("(?<!\\w)(" + titles.join('|') + ")(?!\\w)",
                                   QRegularExpression::UseUnicodePropertiesOption);
    return verdictText(result, language).toHtmlEscaped().replace(title, "<b>\\1</b>");
}

QString doubtText(const RunResult& result, Language language) {
    QStringList lines;
    const auto add = [&](const std::vector<Doubt>& doubts) {
        for (const Doubt& doubt : doubts) {
            lines << in(doubt.evidence, language) + " " + in(doubt.advice, language);
        }
    };
    for (const PointResult& point : result.points) {
        for (const ContenderResult& contender : point.contenders) {
            const bool stopped = contender.status == TrialStatus::Cancelled;
            if (stopped || !contender.reason) continue;
            lines << in(result.scenario.titleOf(contender.label), language) + ": " +
                         in(contender.reason->text, language);
        }
        add(point.doubts);
    }
    add(result.doubts);
    return lines.join('\n');
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
