// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/base/check.h>
#include <troika/scenario/points.h>

#include "scenario/point_reader.h"
#include "scenario/sweep_json.h"

#include <algorithm>

namespace troika {

namespace {

std::map<double, std::int64_t> amountsOf(const Sweep& sweep) {
    std::map<double, std::int64_t> amounts;
    if (sweep.amounts.empty()) return amounts;
    const auto values = valuesOf(sweep);
    TROIKA_CHECK(values.size() == sweep.amounts.size(), "each value has its amount");
    for (std::size_t i = 0; i < values.size(); ++i) amounts[values[i]] = sweep.amounts[i];
    return amounts;
}

/// One value of a sweep takes its place in a scenario, instead of what excludes it.
Findings place(Json& document, const Sweep& sweep, const std::map<double, std::int64_t>& amounts,
               double value) {
    const std::string other = otherWay(sweep.path);
    const auto amount = amounts.find(value);
    const bool known = amount != amounts.end();
    if (!other.empty()) static_cast<void>(setField(document, known ? sweep.path : other, Json()));
    return known ? setField(document, other, amount->second)
                 : setField(document, sweep.path, writeSwept(value, sweep.unit));
}

} // namespace

PointReader::PointReader(const Scenario& scenario, const Catalogue& catalogue)
    : m_catalogue(catalogue), m_sweeps(scenario.sweep) {
    Scenario base = scenario;
    base.sweep.clear();
    m_base = writeScenario(base, catalogue);
    for (const Sweep& sweep : m_sweeps) m_amounts.push_back(amountsOf(sweep));
}

tl::expected<Point, Findings> PointReader::read(const std::vector<double>& values) const {
    Json document = m_base;
    Point point;
    for (std::size_t i = 0; i < m_sweeps.size(); ++i) {
        auto findings = place(document, m_sweeps[i], m_amounts[i], values[i]);
        if (!findings.empty()) return tl::unexpected(std::move(findings));
        point.parameters[m_sweeps[i].path] = writeSwept(values[i], m_sweeps[i].unit);
    }
    auto scenario = readScenario(document, m_catalogue);
    if (!scenario) return tl::unexpected(scenario.error());
    point.scenario = std::move(*scenario);
    return point;
}

std::vector<std::vector<double>> gridOf(const std::vector<Sweep>& sweeps) {
    std::vector<std::vector<double>> grid{{}};
    for (const Sweep& sweep : sweeps) {
        std::vector<std::vector<double>> longer;
        for (const std::vector<double>& begun : grid) {
            for (const double value : valuesOf(sweep)) {
                longer.push_back(begun);
                longer.back().push_back(value);
            }
        }
        grid = std::move(longer);
    }
    return grid;
}

std::uint64_t pointCount(const Scenario& scenario) {
    std::uint64_t count = 1;
    for (const Sweep& sweep : scenario.sweep) count *= countOf(sweep);
    return count;
}

std::uint64_t trialCount(const Scenario& scenario) {
    return pointCount(scenario) * scenario.contenders.size();
}

std::vector<Point> pointsOf(const Scenario& scenario, const Catalogue& catalogue) {
    if (scenario.sweep.empty()) return {{Json::object(), scenario}};
    const PointReader reader(scenario, catalogue);
    std::vector<Point> points;
    for (const std::vector<double>& values : gridOf(scenario.sweep)) {
        auto point = reader.read(values);
        TROIKA_CHECK(point.has_value(), "a valid scenario has valid points");
        points.push_back(std::move(*point));
    }
    return points;
}

Scenario firstPointOf(const Scenario& scenario, const Catalogue& catalogue) {
    if (scenario.sweep.empty()) return scenario;
    std::vector<double> values;
    for (const Sweep& sweep : scenario.sweep) values.push_back(valuesOf(sweep).front());
    auto point = PointReader(scenario, catalogue).read(values);
    TROIKA_CHECK(point.has_value(), "a valid scenario has valid points");
    return std::move(point->scenario);
}

} // namespace troika
