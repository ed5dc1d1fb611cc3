// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <troika/scenario/points.h>
#include <vector>

namespace troika {

/// Makes single points of a swept scenario, whose other fields have to be valid. The catalogue has
/// to outlive it.
class PointReader {
public:
    PointReader(const Scenario& scenario, const Catalogue& catalogue);

    /// With one value a sweep; the findings of a scenario that would be like that.
    [[nodiscard]] tl::expected<Point, Findings> read(const std::vector<double>& values) const;
    /// The scenario as written, without its sweep.
    [[nodiscard]] const Json& base() const { return m_base; }

private:
    const Catalogue& m_catalogue;
    std::vector<Sweep> m_sweeps;
    /// Of each sweep: the amounts of its values, where they are calibrated.
    std::vector<std::map<double, std::int64_t>> m_amounts;
    Json m_base;
};

/// All combinations of values, the last sweep's changing fastest; one, empty, without a sweep.
[[nodiscard]] std::vector<std::vector<double>> gridOf(const std::vector<Sweep>& sweeps);

} // namespace troika
