// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/result/sentences.h>
#include <troika/stats/ratio.h>

#include <algorithm>
#include <cmath>

namespace troika {

namespace {

/// Ratio and interval as they are spoken of: the greater side first, so always "times as many".
struct Spoken {
    double ratio = 1;
    std::optional<Interval> interval;
    Text greater; ///< Titles.
    Text less;
};

Spoken greaterFirst(const Comparison& comparison, const Scenario& scenario) {
    const Text of = scenario.titleOf(comparison.of);
    const Text to = scenario.titleOf(comparison.to);
    if (*comparison.ratio >= 1) return {*comparison.ratio, comparison.interval, of, to};
    Spoken turned{1 / *comparison.ratio, std::nullopt, to, of};
    if (const auto& was = comparison.interval) turned.interval = {1 / was->high, 1 / was->low};
    return turned;
}

Spoken asItStands(const Comparison& comparison, const Scenario& scenario) {
    return {*comparison.ratio, comparison.interval, scenario.titleOf(comparison.of),
            scenario.titleOf(comparison.to)};
}

std::string withDecimals(double value, int decimals) {
    return fmt::format("{:.{}f}", value, decimals);
}

/// As many decimals as tell the figures apart from 1 where the verdict says that they differ.
int decimalsFor(const Spoken& spoken, bool differs) {
    int decimals = spoken.ratio < 2 ? 2 : spoken.ratio < 10 ? 1 : 0;
    const double nearest = spoken.interval ? spoken.interval->low : spoken.ratio;
    const auto looksLikeOne = [&] {
        return withDecimals(nearest, decimals) == withDecimals(1, decimals);
    };
    while (differs && decimals < 4 && looksLikeOne()) ++decimals;
    return decimals;
}

Text number(double value, int decimals) {
    Text text{withDecimals(value, decimals), withDecimals(value, decimals)};
    std::replace(text.ru.begin(), text.ru.end(), '.', ',');
    return text;
}

/// "раза" after a fraction and after 2, 3, 4, 22, …; "раз" after 5, 11, 12, 21, …
const char* timesInRussian(const std::string& shown) {
    if (shown.find(',') != std::string::npos) return "раза";
    const int lastTwo = std::stoi(shown.size() > 2 ? shown.substr(shown.size() - 2) : shown);
    const int last = lastTwo % 10;
    return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? "раза" : "раз";
}

Text rangeOf(const Spoken& spoken, int decimals) {
    if (!spoken.interval) return {};
    const Text low = number(spoken.interval->low, decimals);
    const Text high = number(spoken.interval->high, decimals);
    return bilingual("{} to {}", "от {} до {}", low, high);
}

/// What two contenders differ in or not: "in downloads a second".
Text subject(const std::string& measure, const Text& noun) {
    if (measure == "throughput") return bilingual("in {} a second", "по числу {} в секунду", noun);
    if (measure == "latency.p50") return {"in median latency", "по медианной задержке"};
    if (measure == "latency.p99")
        return {"in 99th-percentile latency", "по задержке на 99-м процентиле"};
    return {"in processor time a task", "по процессорному времени на задачу"};
}

Text differenceIn(const std::string& measure, const Spoken& spoken, const Text& noun,
                  int decimals) {
    Text times = number(spoken.ratio, decimals);
    times.ru = fmt::format("в {} {}", times.ru, timesInRussian(times.ru));
    if (measure == "throughput")
        return bilingual("{0} finished {1} times as many {2} a second as {3}",
                         "участник «{0}» завершал {1} больше {2} в секунду, чем участник «{3}»",
                         spoken.greater, times, noun, spoken.less);
    if (measure == "cpu")
        return bilingual("{0} needed {1} times as much processor time a task as {2}",
                         "участник «{0}» тратил на задачу {1} больше процессорного времени, чем "
                         "участник «{2}»",
                         spoken.greater, times, spoken.less);
    const Text latency = measure == "latency.p50"
                             ? Text{"median latency", "медианная задержка"}
                             : Text{"99th-percentile latency", "задержка на 99-м процентиле"};
    return bilingual("the {0} of {1} was {2} times that of {3}",
                     "{0} у участника «{1}» была {2} больше, чем у участника «{3}»", latency,
                     spoken.greater, times, spoken.less);
}

Text noDifference(const Comparison& comparison, const Scenario& scenario, const Text& noun) {
    const Spoken spoken = asItStands(comparison, scenario);
    const int decimals = decimalsFor(spoken, false);
    const Text range = rangeOf(spoken, decimals);
    const Text ratio = number(spoken.ratio, decimals);
    const Text what = subject(comparison.measure, noun);
    return bilingual("no clear difference between {} and {} {} ({}, {})",
                     "между участниками «{}» и «{}» нет явной разницы {} ({}; {})", spoken.greater,
                     spoken.less, what, ratio, range);
}

Text whyNoVerdict(Verdict verdict) {
    if (verdict == Verdict::UnequalFailures)
        return {"no verdict, since the shares of their tasks that failed differ",
                "вывода нет: доли неудавшихся задач у них различаются"};
    return bilingual("no verdict with fewer than {} rounds",
                     "для вывода нужно не меньше {} раундов", leastRounds);
}

Text verdictSentence(const Comparison& comparison, const Scenario& scenario) {
    const Text noun = workloadNoun(scenario.workload);
    if (comparison.verdict == Verdict::NoClearDifference)
        return noDifference(comparison, scenario, noun);
    const Spoken spoken = greaterFirst(comparison, scenario);
    const bool differs =
        comparison.verdict == Verdict::Ahead || comparison.verdict == Verdict::Behind;
    const int decimals = decimalsFor(spoken, differs);
    Text text = differenceIn(comparison.measure, spoken, noun, decimals);
    if (differs) {
        const Text range = rangeOf(spoken, decimals);
        return bilingual("{} ({})", "{} ({})", text, range);
    }
    const Text why = whyNoVerdict(comparison.verdict);
    return {text.en + "; " + why.en, text.ru + "; " + why.ru};
}

} // namespace

Text workloadNoun(const Workload& workload) {
    const auto all = [&](std::string_view kind) {
        return !workload.steps.empty() &&
               std::all_of(workload.steps.begin(), workload.steps.end(),
                           [&](const Step& step) { return step.kind == kind; });
    };
    if (all("download")) return {"downloads", "загрузок"};
    if (all("disk")) return {"disk operations", "дисковых операций"};
    if (all("compute")) return {"computations", "вычислений"};
    return {"tasks", "задач"};
}

Text comparisonSentence(const Comparison& comparison, const Scenario& scenario) {
    Text text;
    if (comparison.ratio && *comparison.ratio > 0 && std::isfinite(*comparison.ratio)) {
        text = verdictSentence(comparison, scenario);
    } else {
        const Text of = scenario.titleOf(comparison.of);
        const Text to = scenario.titleOf(comparison.to);
        text = bilingual("{} and {} have no round to compare",
                         "у участников «{}» и «{}» нет раундов для сравнения", of, to);
    }
    if (comparison.leftOut > 0) {
        text.en += fmt::format("; rounds left out for want of figures: {}", comparison.leftOut);
        text.ru += fmt::format("; пропущено раундов без данных: {}", comparison.leftOut);
    }
    return text;
}

} // namespace troika
