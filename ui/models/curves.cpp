// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/curves.h"

#include <troika/stats/median.h>
#include <troika/stats/percentile.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace troika::ui {

namespace {

constexpr double nanosecond = 1e-9;
constexpr std::array<int, 4> markedPermille{500, 900, 990, 999};

} // namespace

RaceCurve raceCurve(std::span<const std::vector<double>> finishes, std::size_t points) {
    RaceCurve curve;
    std::vector<std::size_t> counts;
    for (const auto& round : finishes) counts.push_back(round.size());
    if (counts.empty()) return curve;
    std::sort(counts.begin(), counts.end());
    const std::size_t most = counts[counts.size() / 2];
    const auto add = [&](std::size_t k, double middle, double low, double high) {
        curve.tasks.push_back(static_cast<double>(k));
        curve.median.push_back(middle);
        curve.earliest.push_back(low);
        curve.latest.push_back(high);
    };
    add(0, 0, 0, 0);
    const std::size_t steps = std::min(most, points);
    for (std::size_t step = 1; step <= steps; ++step) {
        const std::size_t k = most * step / steps;
        std::vector<double> times;
        for (const auto& round : finishes) {
            if (round.size() >= k) times.push_back(round[k - 1]);
        }
        const auto [low, high] = std::minmax_element(times.begin(), times.end());
        add(k, *median(times), *low, *high);
    }
    return curve;
}

double percentileAxis(double share) { return -std::log10(1 - share); }

std::vector<CurvePoint> percentileCurve(std::span<const std::int64_t> ascending,
                                        std::size_t points) {
    std::vector<CurvePoint> curve;
    if (ascending.size() <= leastAbovePercentile) return curve;
    const auto count = static_cast<double>(ascending.size());
    const std::size_t last = ascending.size() - leastAbovePercentile; // The greatest rank told.
    const double end = percentileAxis((static_cast<double>(last) - 0.5) / count);
    std::size_t before = 0;
    for (std::size_t i = 0; i <= points; ++i) {
        const double x = end * static_cast<double>(i) / static_cast<double>(points);
        const double share = 1 - std::pow(10, -x);
        const auto wanted = static_cast<std::size_t>(std::ceil(share * count));
        const std::size_t rank = std::clamp<std::size_t>(wanted, 1, last);
        if (rank == before) continue;
        before = rank;
        curve.push_back({x, static_cast<double>(ascending[rank - 1]) * nanosecond});
    }
    return curve;
}

std::vector<CurvePoint> percentileMarks(std::span<const std::int64_t> ascending) {
    std::vector<CurvePoint> marks;
    for (const int permille : markedPermille) {
        const auto value = percentile(ascending, permille);
        if (value) {
            marks.push_back(
                {percentileAxis(permille * 1e-3), static_cast<double>(*value) * nanosecond});
        }
    }
    return marks;
}

} // namespace troika::ui
