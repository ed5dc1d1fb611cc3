// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live_sweep.h"

#include <algorithm>
#include <troika/stats/latency.h>
#include <troika/stats/median.h>

namespace troika::ui {

namespace {

/// Of every contender and point, of which there may be thousands; half of them are enough for a
/// p99.
constexpr std::size_t mostPooled = 1'200;

std::size_t countOf(const std::vector<std::vector<std::int64_t>>& slices) {
    std::size_t count = 0;
    for (const auto& slice : slices) count += slice.size();
    return count;
}

/// Those that are over and count, by point and label.
using Ended = std::map<std::pair<std::size_t, std::string>, std::vector<std::size_t>>;
Ended endedSlices(const std::vector<LiveSlice>& slices) {
    constexpr std::uint64_t done = 3; // SliceMark::state
    Ended ended;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const LiveSlice& slice = slices[i];
        if (slice.warmUp || !slice.counted) continue;
        const bool over = i + 1 < slices.size() || slice.log->mark(slice.place).state == done;
        if (over) ended[{slice.point, slice.contender}].push_back(i);
    }
    return ended;
}

} // namespace

void LiveSweep::add(Known& known, const ContenderData& slice) {
    for (const double figure : slice.throughput()) known.throughput.push_back(figure);
    known.service.push_back(slice.service);
    known.response.push_back(slice.response);
    thin(known.service.back(), known.stride);
    thin(known.response.back(), known.stride);
    while (countOf(known.service) > mostPooled) {
        known.stride *= 2;
        for (auto* slices : {&known.service, &known.response}) {
            for (auto& times : *slices) thin(times, 2);
        }
    }
}

SweptFigures LiveSweep::figuresOf(const Known& known) {
    SweptFigures figures;
    if (known.throughput.empty()) return figures;
    figures.standing = Standing::Measured;
    figures.throughput = {*median(known.throughput), medianInterval(known.throughput)};
    figures.service = sweptPercentiles(summarizeLatency(known.service));
    figures.response = sweptPercentiles(summarizeLatency(known.response));
    return figures;
}

bool LiveSweep::look(const LiveRun& run) {
    if (!table()) return false;
    const std::vector<LiveSlice> slices = run.slices();
    std::vector<std::pair<std::size_t, std::string>> changed;
    for (const auto& [whose, places] : endedSlices(slices)) {
        Known& known = m_known[whose];
        if (known.places == places) continue;
        const bool more = known.places.size() <= places.size() &&
                          std::equal(known.places.begin(), known.places.end(), places.begin());
        if (!more) known = {}; // A slice has turned out not to count.
        for (std::size_t i = known.places.size(); i < places.size(); ++i) {
            add(known, liveSliceData(slices[places[i]], true));
        }
        known.places = places;
        changed.push_back(whose);
    }
    if (changed.empty()) return false;
    SweepTable table = *m_table;
    for (const auto& whose : changed) {
        const auto& [place, label] = whose;
        if (place < table.points.size()) {
            table.points[place].contenders[label] = figuresOf(m_known[whose]);
        }
    }
    m_table = std::make_shared<const SweepTable>(std::move(table));
    return true;
}

} // namespace troika::ui
