// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/check_sweep.h"

#include "scenario/nearest.h"
#include "scenario/point_reader.h"
#include "scenario/read_setting.h"
#include "scenario/sweep_fields.h"
#include "scenario/sweep_json.h"
#include "scenario/wording.h"

#include <algorithm>
#include <utility>

namespace troika {
namespace {

/// Where a value of a sweep stands: `sweep.0.values.2`, or the end of the range that is to blame.
std::string fieldOfValue(const Sweep& sweep, std::size_t which, std::size_t value) {
    const std::string path = sweepPath(which);
    if (sweep.form == Sweep::Form::List) return fmt::format("{}.values.{}", path, value);
    return fieldOf(path, value == 0 ? "from" : "to");
}

/// Paths like the one that was meant, else some that there are.
Text pathsAllowed(const std::string& meant, const std::vector<std::string>& known) {
    if (const auto nearest = nearestWord(meant, known)) {
        return bilingual("the path of a number, such as {}", "путь к числу, например {}", *nearest);
    }
    constexpr std::size_t some = 3;
    const std::vector<std::string> few(
        known.begin(), known.begin() + static_cast<std::ptrdiff_t>(std::min(some, known.size())));
    return bilingual("the path of a number: {}, …", "путь к числу: {}, …", listed(few));
}

/// Whether a contender's field is not one of numbers, though the scenario has it.
bool checkPath(const Scenario& scenario, const Sweep& sweep, std::size_t which,
               const std::vector<std::string>& known, const Json& base, Findings& findings) {
    for (const std::string& path : plainPaths(sweep.path, scenario)) {
        if (std::ranges::find(known, path) != known.end()) continue;
        const Json* there = fieldAt(base, path);
        findings.push_back({fieldOf(sweepPath(which), "path"), shown(Json(sweep.path)),
                            there != nullptr
                                ? bilingual("not a number: {} is {}", "это не число: {} — {}",
                                            shownPlain(path), shown(*there))
                                : bilingual("there is no {}", "поля {} нет", shownPlain(path)),
                            pathsAllowed(path, known)});
        return false;
    }
    return true;
}

/// A plain number of a field that takes quantities is written with its unit from now on.
void takeUnit(Sweep& sweep, const Point& point, const Catalogue& catalogue) {
    if (sweep.unit != Unit::None) return;
    const Json written = writeScenario(point.scenario, catalogue);
    const Json* there = fieldAt(written, sweep.path);
    if (there == nullptr || !there->is_string()) return;
    for (const Unit unit : {Unit::Seconds, Unit::Bytes, Unit::BytesPerSecond}) {
        if (readQuantity(there->get_ref<const std::string&>(), unit)) sweep.unit = unit;
    }
}

/// What is wrong with a point, told as being wrong with the value that makes it so.
Finding blamed(const std::vector<Sweep>& sweeps, const std::vector<double>& values,
               std::size_t which, const std::string& field, const Finding& wrong) {
    std::string others;
    for (std::size_t i = 0; i < sweeps.size(); ++i) {
        if (i == which) continue;
        others +=
            fmt::format(" ({} = {})", sweeps[i].path, shown(writeSwept(values[i], sweeps[i].unit)));
    }
    const bool isItself = wrong.field == sweeps[which].path;
    const std::string prefix = isItself ? std::string() : wrong.field + ": ";
    return {field,
            shown(writeSwept(values[which], sweeps[which].unit)),
            {prefix + wrong.problem.en + others, prefix + wrong.problem.ru + others},
            wrong.allowed};
}

/// Each value of one sweep, beside the first of the other.
void checkAlone(std::vector<Sweep>& sweeps, std::size_t which, const PointReader& reader,
                const Catalogue& catalogue, Findings& findings) {
    std::vector<double> point;
    for (const Sweep& sweep : sweeps) point.push_back(valuesOf(sweep).front());
    const std::vector<double> values = valuesOf(sweeps[which]);
    bool isFirst = true;
    for (std::size_t i = 0; i < values.size(); ++i) {
        point[which] = values[i];
        const auto read = reader.read(point);
        if (read) {
            if (std::exchange(isFirst, false)) takeUnit(sweeps[which], *read, catalogue);
            continue;
        }
        const Finding& wrong = read.error().front();
        findings.push_back(
            blamed({sweeps[which]}, {values[i]}, 0, fieldOfValue(sweeps[which], which, i), wrong));
        if (sweeps[which].form != Sweep::Form::List) return;
    }
}

/// The first combination that cannot be, where each value alone could.
void checkTogether(const std::vector<Sweep>& sweeps, const PointReader& reader,
                   Findings& findings) {
    for (const std::vector<double>& values : gridOf(sweeps)) {
        const auto read = reader.read(values);
        if (read) continue;
        const std::size_t last = sweeps.size() - 1;
        findings.push_back(blamed(sweeps, values, last, sweepPath(last), read.error().front()));
        return;
    }
}

void checkCount(const Scenario& scenario, Findings& findings) {
    if (trialCount(scenario) <= mostTrials) return;
    const auto& sweeps = scenario.sweep;
    const auto longest = static_cast<std::size_t>(
        std::ranges::max_element(sweeps, {}, [](const Sweep& one) { return countOf(one); }) -
        sweeps.begin());
    const Sweep& sweep = sweeps[longest];
    const std::uint64_t others = trialCount(scenario) / countOf(sweep);
    const std::uint64_t most = std::max<std::uint64_t>(mostTrials / others, 1);
    const bool isList = sweep.form == Sweep::Form::List;
    const Json greatest = writeSwept(valuesOf(sweep)[most - 1], sweep.unit);
    const bool isMore = countOf(sweep) > mostTrials;
    const Text trials =
        bilingual("{}{} trials ({} contenders at each point)",
                  "испытаний {}{} (участников в каждой точке — {})", isMore ? "> " : "",
                  trialCount(scenario) - (isMore ? others : 0), scenario.contenders.size());
    findings.push_back(
        {fieldOf(sweepPath(longest), isList ? "values" : "to"),
         isList ? std::to_string(sweep.values.size()) : shown(writeSwept(sweep.to, sweep.unit)),
         bilingual("would make {}, and there may be {}", "получилось бы: {}, а можно {}", trials,
                   mostTrials),
         isList ? bilingual("at most {} values", "не больше {} значений", most)
                : bilingual("at most {0} here ({1} values)", "здесь не больше {0} (значений — {1})",
                            greatest.dump(), most)});
}

} // namespace

void checkSweeps(Scenario& scenario, const Catalogue& catalogue, Findings& findings) {
    const std::size_t before = findings.size();
    const PointReader base(scenario, catalogue);
    const auto known = numericPaths(scenario, catalogue, base.base());
    for (std::size_t i = 0; i < scenario.sweep.size(); ++i) {
        checkPath(scenario, scenario.sweep[i], i, known, base.base(), findings);
    }
    checkCount(scenario, findings);
    if (findings.size() != before) return;
    for (std::size_t i = 0; i < scenario.sweep.size(); ++i) {
        checkAlone(scenario.sweep, i, base, catalogue, findings);
    }
    if (findings.size() != before || scenario.sweep.size() < 2) return;
    checkTogether(scenario.sweep, base, findings);
}

} // namespace troika
