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

RaceCurve raceCurve(std::span<const RoundData> rounds, double tasksPerFinish, std::size_t points) {
    RaceCurve curve;
    const bool anyOver = std::ranges::any_of(rounds, &RoundData::over);
    std::vector<const std::vector<double>*> told;
    std::vector<std::size_t> counts;
    for (const RoundData& round : rounds) {
        if (anyOver && !round.over) continue;
        told.push_back(&round.finishes);
        counts.push_back(round.finishes.size());
    }
    if (counts.empty()) return curve;
    std::sort(counts.begin(), counts.end());
    const std::size_t most = counts[counts.size() / 2];
    const auto add = [&](std::size_t k, double middle, double low, double high) {
        curve.tasks.push_back(static_cast<double>(k) * tasksPerFinish);
        const auto later = [](std::vector<double>& times, double time) {
            times.push_back(times.empty() ? time : std::max(times.back(), time));
        };
        later(curve.median, middle);
        later(curve.earliest, low);
        later(curve.latest, high);
    };
    add(0, 0, 0, 0);
    const std::size_t steps = std::min(most, points);
    std::vector<double> times;
    for (std::size_t step = 1; step <= steps; ++step) {
        const std::size_t k = most * step / steps;
        times.clear();
        for (const std::vector<double>* finishes : told) {
            if (finishes->size() >= k) times.push_back((*finishes)[k - 1]);
        }
        const auto [low, high] = std::minmax_element(times.begin(), times.end());
        add(k, *median(times), *low, *high);
    }
    return curve;
}

std::vector<CurvePoint> rateCurve(std::span<const RoundData> rounds, double tasksPerFinish,
                                  std::size_t points) {
    constexpr std::size_t finishesOfStretch = 32;
    double total = 0;
    std::size_t finishes = 0;
    for (const RoundData& round : rounds) {
        total += round.seconds;
        finishes += round.finishes.size();
    }
    if (total <= 0 || finishes == 0) return {};
    const std::size_t stretches = std::clamp<std::size_t>(finishes / finishesOfStretch, 1, points);
    const double width = total / static_cast<double>(stretches);
    std::vector<double> counts(stretches, 0);
    double begin = 0;
    for (const RoundData& round : rounds) {
        for (const double finish : round.finishes) {
            const auto place = static_cast<std::size_t>((begin + finish) / width);
            counts[std::min(place, stretches - 1)] += tasksPerFinish;
        }
        begin += round.seconds;
    }
    std::vector<CurvePoint> curve;
    for (std::size_t i = 0; i < stretches; ++i) {
        curve.push_back({(static_cast<double>(i) + 0.5) * width, counts[i] / width});
    }
    if (stretches == 1) curve = {{0, counts[0] / width}, {total, counts[0] / width}};
    return curve;
}

double percentileAxis(double share) { return -std::log10(1 - share); }

std::vector<CurvePoint> percentileCurve(std::span<const std::int64_t> ascending,
                                        std::size_t points) {
    std::vector<CurvePoint> curve;
    if (ascending.size() <= leastAbovePercentile) return curve;
    const auto count = static_cast<double>(ascending.size());
    const std::size_t last = ascending.size() - leastAbovePercentile; // The greatest rank told.
    const double end = percentileAxis(static_cast<double>(last) / count);
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
    curve.push_back({end, static_cast<double>(ascending[last - 1]) * nanosecond});
    for (const CurvePoint& mark : percentileMarks(ascending)) { // They lie on the line.
        curve.insert(std::ranges::upper_bound(curve, mark.x, {}, &CurvePoint::x), mark);
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

std::vector<CurvePoint> histogram(std::span<const std::int64_t> ascending) {
    if (ascending.empty()) return {};
    const auto edge = [](int bin) { return std::pow(10, static_cast<double>(bin) / binsOfDecade); };
    const double least = static_cast<double>(std::max<std::int64_t>(ascending.front(), 1));
    int bin = static_cast<int>(std::floor(std::log10(least * nanosecond) * binsOfDecade));
    std::vector<CurvePoint> curve;
    auto from = ascending.begin();
    while (from != ascending.end()) {
        const double end = edge(bin + 1);
        const auto to = std::partition_point(from, ascending.end(), [end](std::int64_t value) {
            return static_cast<double>(value) * nanosecond < end;
        });
        curve.push_back(
            {edge(bin), static_cast<double>(to - from) / static_cast<double>(ascending.size())});
        from = to;
        ++bin;
    }
    curve.push_back({edge(bin), 0});
    return curve;
}

} // namespace troika::ui
