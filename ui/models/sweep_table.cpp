// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sweep_table.h"

#include <algorithm>
#include <cmath>
#include <troika/scenario/points.h>

namespace troika::ui {

namespace {

/// Number or quantity, as a result tells a parameter; nothing where it is neither.
std::optional<double> valueOf(const Json& parameter) {
    if (parameter.is_number()) return parameter.get<double>();
    if (!parameter.is_string()) return std::nullopt;
    for (const Unit unit : {Unit::Seconds, Unit::Bytes, Unit::BytesPerSecond}) {
        if (auto value = readQuantity(parameter.get_ref<const std::string&>(), unit)) return value;
    }
    return std::nullopt;
}

/// A field "backends[*].workers" is declared as that of any contender, and is nobody's alone.
SweepAxis axisOf(const std::string& path, const std::vector<SweepField>& fields) {
    SweepAxis axis{path, {}, {path, path}, Unit::None, {}};
    const std::string everybody = "backends[*]";
    const bool ofAll = path.starts_with(everybody);
    const std::string rest = ofAll ? path.substr(everybody.size()) : std::string();
    for (const SweepField& field : fields) {
        const bool same = ofAll ? field.path.starts_with("backends[") && field.path.ends_with(rest)
                                : field.path == path;
        if (!same) continue;
        axis.title = field.title;
        axis.unit = field.unit;
        axis.owner = ofAll ? Text{"all", "все"} : field.owner;
        break;
    }
    return axis;
}

std::vector<SweepAxis> axesOf(const Json& parameters, const Scenario& scenario,
                              const Catalogue& catalogue) {
    Scenario still = scenario;
    still.sweep.clear();
    const auto fields = sweepFields(still, catalogue);
    std::vector<SweepAxis> axes;
    for (const auto& parameter : parameters.items()) {
        axes.push_back(axisOf(parameter.key(), fields));
    }
    return axes;
}

Standing standingOf(const ContenderResult& contender) {
    if (contender.status == TrialStatus::Failed) return Standing::Failed;
    if (contender.status == TrialStatus::Unavailable) return Standing::Unavailable;
    return contender.tasks.finished > 0 ? Standing::Measured : Standing::Missing;
}

std::optional<SweptFigure> figure(std::optional<double> value,
                                  const std::optional<Interval>& interval) {
    return value ? std::optional(SweptFigure{*value, interval}) : std::nullopt;
}

SweptFigures figuresOf(const ContenderResult& contender) {
    SweptFigures figures;
    figures.standing = standingOf(contender);
    if (contender.reason) figures.reason = contender.reason->text;
    if (figures.standing != Standing::Measured) return figures;
    figures.throughput = figure(contender.throughput.median, contender.throughput.interval);
    figures.service = sweptPercentiles(contender.service);
    figures.response = sweptPercentiles(contender.latency);
    const Usage& usage = contender.usage;
    figures.cpuOfTask = figure(contender.cpuOfTask(), usage.cpuOfTaskInterval);
    figures.switchesOfTask = figure(contender.switchesOfTask(), usage.switchesOfTaskInterval);
    if (usage.peakMemoryBytes > 0) {
        figures.memory = figure(static_cast<double>(usage.peakMemoryBytes), {});
    }
    return figures;
}

/// Adds a point, and its values to the axes; false where its parameters are not these axes' values.
bool addPoint(SweepTable& table, const Json& parameters, std::size_t place) {
    SweptPoint point;
    point.place = place;
    for (SweepAxis& axis : table.axes) {
        const auto found = parameters.find(axis.path);
        const auto value = found == parameters.end() ? std::nullopt : valueOf(*found);
        if (!value) return false;
        if (std::ranges::find(axis.values, *value) == axis.values.end()) {
            axis.values.push_back(*value);
        }
        point.at.push_back(*value);
    }
    table.points.push_back(std::move(point));
    return true;
}

/// Greatest distance of neighbours against the least; both of ascending values.
double unevenness(const std::vector<double>& ascending) {
    double least = ascending[1] - ascending[0];
    double most = least;
    for (std::size_t i = 2; i < ascending.size(); ++i) {
        least = std::min(least, ascending[i] - ascending[i - 1]);
        most = std::max(most, ascending[i] - ascending[i - 1]);
    }
    return most / least;
}

} // namespace

bool growsByFactors(const SweepAxis& axis) {
    std::vector<double> values = axis.values;
    std::ranges::sort(values);
    if (values.size() < 3 || values.front() <= 0) return false;
    std::vector<double> logarithms;
    for (const double value : values) logarithms.push_back(std::log(value));
    return unevenness(logarithms) < unevenness(values);
}

namespace {

SweepTable sorted(SweepTable table) {
    for (SweepAxis& axis : table.axes) std::ranges::sort(axis.values);
    return table;
}

} // namespace

std::optional<std::size_t> SweepTable::placeOf(const std::vector<double>& at) const {
    const auto found = std::ranges::find(points, at, &SweptPoint::at);
    return found == points.end() ? std::nullopt : std::optional(found->place);
}

std::array<std::optional<SweptFigure>, 3> sweptPercentiles(const Latency& latency) {
    return {figure(latency.p50, latency.p50Interval), figure(latency.p90, latency.p90Interval),
            figure(latency.p99, latency.p99Interval)};
}

SweepTable sweepTable(const RunResult& result, const Catalogue& catalogue) {
    SweepTable table;
    if (result.points.empty()) return table;
    table.axes = axesOf(result.points.front().parameters, result.scenario, catalogue);
    if (table.axes.empty() || table.axes.size() > mostSweeps) return {};
    for (std::size_t i = 0; i < result.points.size(); ++i) {
        const PointResult& point = result.points[i];
        if (!addPoint(table, point.parameters, i)) return {};
        SweptPoint& added = table.points.back();
        added.comparisons = point.comparisons;
        for (const ContenderResult& contender : point.contenders) {
            added.contenders[contender.label] = figuresOf(contender);
        }
    }
    return sorted(std::move(table));
}

SweepTable plannedTable(const Scenario& scenario, const Catalogue& catalogue) {
    if (scenario.sweep.empty()) return {};
    const std::vector<Point> points = pointsOf(scenario, catalogue);
    SweepTable table;
    table.axes = axesOf(points.front().parameters, scenario, catalogue);
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!addPoint(table, points[i].parameters, i)) return {};
    }
    return sorted(std::move(table));
}

} // namespace troika::ui
