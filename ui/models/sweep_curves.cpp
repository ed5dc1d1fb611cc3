// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sweep_curves.h"

#include <algorithm>

namespace troika::ui {

namespace {

/// As comparisons name them; empty for what is not compared.
std::string_view nameOf(Measure measure) {
    switch (measure) {
    case Measure::Throughput:
        return "throughput";
    case Measure::P50:
        return "latency.p50";
    case Measure::P99:
        return "latency.p99";
    case Measure::Cpu:
        return "cpu";
    case Measure::P90:
    case Measure::Memory:
    case Measure::Switches:
        break;
    }
    return {};
}

bool clearlyAhead(const SweptPoint& point, Measure measure, const std::string& winner,
                  const std::string& second) {
    return std::ranges::any_of(point.comparisons, [&](const Comparison& comparison) {
        if (comparison.measure != nameOf(measure)) return false;
        const bool straight = comparison.of == winner && comparison.to == second;
        const bool turned = comparison.of == second && comparison.to == winner;
        return (straight && comparison.verdict == Verdict::Ahead) ||
               (turned && comparison.verdict == Verdict::Behind);
    });
}

/// Why nobody has a figure there: what befell everybody, or that it is not there yet.
MapCell::State whyEmpty(const SweptPoint& point, const std::set<std::string>& hidden) {
    bool any = false;
    bool failed = false;
    for (const auto& [label, figures] : point.contenders) {
        if (hidden.contains(label)) continue;
        if (figures.standing == Standing::Missing) return MapCell::State::Missing;
        any = true;
        failed |= figures.standing == Standing::Failed;
    }
    if (!any) return MapCell::State::Missing;
    return failed ? MapCell::State::Failed : MapCell::State::Unavailable;
}

std::size_t indexOf(const std::vector<double>& values, double value) {
    return static_cast<std::size_t>(std::ranges::find(values, value) - values.begin());
}

MapCell cellOf(const SweepTable& table, const SweptPoint& point, Measure measure,
               const std::set<std::string>& hidden) {
    MapCell cell{.place = point.place, .column = indexOf(table.axes[0].values, point.at[0])};
    if (table.axes.size() > 1) cell.row = indexOf(table.axes[1].values, point.at[1]);
    std::vector<std::pair<double, std::string>> ranked;
    for (const auto& [label, figures] : point.contenders) {
        const auto figure = figureOf(figures, measure, false);
        if (figure && !hidden.contains(label)) ranked.emplace_back(figure->value, label);
    }
    const bool more = measure == Measure::Throughput;
    std::ranges::stable_sort(ranked, [more](const auto& left, const auto& right) {
        return more ? left.first > right.first : left.first < right.first;
    });
    if (ranked.empty()) {
        cell.state = whyEmpty(point, hidden);
        return cell;
    }
    cell.winner = ranked[0].second;
    cell.state = MapCell::State::Alone;
    if (ranked.size() == 1) return cell;
    cell.second = ranked[1].second;
    const auto [least, most] = std::minmax(ranked[0].first, ranked[1].first);
    if (least > 0) cell.ratio = most / least;
    cell.state = clearlyAhead(point, measure, cell.winner, cell.second) ? MapCell::State::Clear
                                                                        : MapCell::State::Unclear;
    return cell;
}

} // namespace

std::optional<SweptFigure> figureOf(const SweptFigures& figures, Measure measure, bool fromStart) {
    const auto& latency = fromStart ? figures.service : figures.response;
    switch (measure) {
    case Measure::Throughput:
        return figures.throughput;
    case Measure::P50:
        return latency[0];
    case Measure::P90:
        return latency[1];
    case Measure::P99:
        return latency[2];
    case Measure::Cpu:
        return figures.cpuOfTask;
    case Measure::Memory:
        return figures.memory;
    case Measure::Switches:
        return figures.switchesOfTask;
    }
    return std::nullopt;
}

Measure highestPercentile(const SweepTable& table) {
    for (const Measure measure : {Measure::P99, Measure::P90, Measure::P50}) {
        for (const SweptPoint& point : table.points) {
            for (const auto& [label, figures] : point.contenders) {
                if (figureOf(figures, measure, true)) return measure;
            }
        }
    }
    return Measure::P99;
}

std::map<std::string, SweepCurve> sweepCurves(const SweepTable& table, Measure measure,
                                              bool fromStart, std::size_t chosen) {
    std::vector<const SweptPoint*> line;
    const auto here = std::ranges::find(table.points, chosen, &SweptPoint::place);
    for (const SweptPoint& point : table.points) {
        const bool aside =
            table.axes.size() > 1 && here != table.points.end() && point.at[1] != here->at[1];
        if (!aside) line.push_back(&point);
    }
    std::ranges::stable_sort(line, {}, [](const SweptPoint* point) { return point->at[0]; });
    std::map<std::string, SweepCurve> curves;
    std::set<std::string> broken; // At the point before.
    for (const SweptPoint* point : line) {
        for (const auto& [label, figures] : point->contenders) curves[label];
        for (auto& [label, curve] : curves) {
            const auto found = point->contenders.find(label);
            const auto figure = found == point->contenders.end()
                                    ? std::nullopt
                                    : figureOf(found->second, measure, fromStart);
            if (!figure) {
                broken.insert(label);
                continue;
            }
            if (broken.erase(label) > 0 || curve.empty()) curve.emplace_back();
            curve.back().push_back({point->at[0], figure->value, figure->interval, point->place});
        }
    }
    return curves;
}

std::vector<MapCell> winnersMap(const SweepTable& table, Measure measure,
                                const std::set<std::string>& hidden) {
    std::vector<MapCell> cells;
    if (table.empty()) return cells;
    for (const SweptPoint& point : table.points) {
        cells.push_back(cellOf(table, point, measure, hidden));
    }
    return cells;
}

std::map<std::string, Wins> winsOf(const std::vector<MapCell>& cells) {
    std::map<std::string, Wins> wins;
    for (const MapCell& cell : cells) {
        if (cell.winner.empty()) continue;
        const bool unclear = cell.state == MapCell::State::Unclear;
        ++(unclear ? wins[cell.winner].unclear : wins[cell.winner].clear);
    }
    return wins;
}

} // namespace troika::ui
