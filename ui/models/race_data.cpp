// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/race_data.h"

#include <algorithm>

namespace troika::ui {

namespace {

constexpr double nanosecond = 1e-9;
/// More values than this of one slice tell a live chart nothing: every n-th is taken.
constexpr std::size_t mostPooledOfSlice = 20'000;

void add(ContenderData& data, std::span<const Sample> samples, std::int64_t begin, bool over) {
    std::vector<double> finishes;
    std::int64_t last = 0;
    const std::size_t stride = samples.size() / mostPooledOfSlice + 1;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const Sample& sample = samples[i];
        if (sample.outcome == Outcome::Empty) continue;
        if (sample.outcome != Outcome::Finished) {
            ++data.failed;
            continue;
        }
        ++data.finished;
        finishes.push_back(static_cast<double>(sample.end - begin) * nanosecond);
        last = std::max(last, sample.end);
        if (i % stride != 0) continue;
        data.response.push_back(sample.end - sample.due);
        data.service.push_back(sample.end - sample.start);
    }
    std::sort(finishes.begin(), finishes.end());
    if (over && last > begin) {
        data.throughput.push_back(static_cast<double>(finishes.size()) /
                                  (static_cast<double>(last - begin) * nanosecond));
    }
    if (!finishes.empty()) data.finishes.push_back(std::move(finishes));
}

void sortPools(RaceData& data) {
    for (auto& [label, contender] : data) {
        std::sort(contender.response.begin(), contender.response.end());
        std::sort(contender.service.begin(), contender.service.end());
    }
}

} // namespace

RaceData raceData(const PointSamples& samples) {
    RaceData data;
    for (const ContenderSamples& contender : samples.contenders) {
        ContenderData& own = data[contender.label];
        for (const SliceSamples& slice : contender.slices) {
            if (slice.counted && !slice.warmUp) add(own, slice.samples, slice.begin, true);
        }
    }
    sortPools(data);
    return data;
}

RaceData LiveRaceData::snapshot(const LiveRun& run) {
    constexpr std::uint64_t done = 3; // SliceMark::state
    RaceData data;
    const std::vector<LiveSlice> slices = run.slices();
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const LiveSlice& slice = slices[i];
        ContenderData& own = data[slice.contender];
        if (slice.warmUp || !slice.counted) continue;
        const auto known = m_over.find(i);
        if (known != m_over.end()) {
            add(own, known->second.samples, known->second.begin, true);
            continue;
        }
        const SliceMark mark = slice.log->mark(slice.place);
        if (mark.begin == 0) continue;
        Known seen{.begin = mark.begin};
        for (SampleSlot& slot : slice.log->slots(slice.place)) {
            seen.samples.push_back(loadSample(slot));
        }
        const bool over = mark.state == done || i + 1 < slices.size();
        add(own, seen.samples, seen.begin, over);
        if (over) m_over.emplace(i, std::move(seen));
    }
    sortPools(data);
    return data;
}

} // namespace troika::ui
