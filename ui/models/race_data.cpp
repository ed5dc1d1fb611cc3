// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/race_data.h"

#include <algorithm>
#include <limits>

namespace troika::ui {

namespace {

constexpr double nanosecond = 1e-9;
/// A result's percentiles are drawn from all samples; a live chart's from so many of each slice,
/// every n-th, for it is drawn ten times a second.
constexpr std::size_t allPooled = std::numeric_limits<std::size_t>::max();
constexpr std::size_t mostPooledLive = 2'000;

void add(ContenderData& data, std::span<const Sample> samples, std::int64_t begin, bool over,
         std::size_t mostPooled) {
    std::vector<double> finishes;
    std::int64_t last = 0; // Of all tasks, as in a result: what failed took time too.
    const std::size_t stride = samples.size() / mostPooled + 1;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const Sample& sample = samples[i];
        if (sample.outcome == Outcome::Empty) continue;
        last = std::max(last, sample.end);
        if (sample.outcome != Outcome::Finished) {
            ++data.failed;
            continue;
        }
        ++data.finished;
        finishes.push_back(static_cast<double>(sample.end - begin) * nanosecond);
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

void append(ContenderData& data, const ContenderData& more) {
    const auto join = [](auto& to, const auto& from) {
        to.insert(to.end(), from.begin(), from.end());
    };
    join(data.finishes, more.finishes);
    join(data.throughput, more.throughput);
    join(data.response, more.response);
    join(data.service, more.service);
    data.finished += more.finished;
    data.failed += more.failed;
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
            if (slice.counted && !slice.warmUp)
                add(own, slice.samples, slice.begin, true, allPooled);
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
            append(own, known->second);
            continue;
        }
        const SliceMark mark = slice.log->mark(slice.place);
        if (mark.begin == 0) continue;
        std::vector<Sample> samples;
        for (SampleSlot& slot : slice.log->slots(slice.place)) samples.push_back(loadSample(slot));
        const bool over = mark.state == done || i + 1 < slices.size();
        ContenderData seen;
        add(seen, samples, mark.begin, over, mostPooledLive);
        append(own, seen);
        if (over) m_over.emplace(i, std::move(seen));
    }
    sortPools(data);
    return data;
}

} // namespace troika::ui
