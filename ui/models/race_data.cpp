// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/race_data.h"

#include <algorithm>

namespace troika::ui {

namespace {

constexpr double nanosecond = 1e-9;
/// A live chart is drawn ten times a second: of each slice it takes at most so many tasks.
constexpr std::size_t mostSeenLive = 2'000;

/// How a slice is read: every `stride`-th task goes into curves; the others are counted, or, where
/// not even that is wanted, left out.
struct Reading {
    int round = 0;
    std::size_t stride = 1;
    bool exact = true;
    bool over = true;
};

/// Adds a slice of `count` tasks to what is known.
template <typename SampleAt>
void addSlice(ContenderData& data, std::size_t count, SampleAt sampleAt, std::int64_t begin,
              const Reading& reading) {
    RoundData round;
    round.round = reading.round;
    round.over = reading.over;
    std::int64_t last = 0; // Of all tasks, as in a result: what failed took time too.
    const std::uint64_t weight = reading.exact ? 1 : reading.stride;
    for (std::size_t i = 0; i < count; i += weight) {
        const Sample sample = sampleAt(i);
        if (sample.outcome == Outcome::Empty) continue;
        last = std::max(last, sample.end);
        if (sample.outcome != Outcome::Finished) {
            data.failed += weight;
            continue;
        }
        round.finished += weight;
        if (i % reading.stride != 0) continue;
        round.finishes.push_back(static_cast<double>(sample.end - begin) * nanosecond);
        data.response.push_back(sample.end - sample.due);
        data.service.push_back(sample.end - sample.start);
    }
    std::sort(round.finishes.begin(), round.finishes.end());
    if (last > begin) round.seconds = static_cast<double>(last - begin) * nanosecond;
    data.finished += round.finished;
    data.tasksPerFinish = static_cast<double>(reading.stride);
    data.rounds.push_back(std::move(round));
}

void sortPools(ContenderData& data) {
    std::sort(data.response.begin(), data.response.end());
    std::sort(data.service.begin(), data.service.end());
}

/// Both have their pools sorted, and so has the sum.
void append(ContenderData& data, const ContenderData& more) {
    const auto merge = [](auto& to, const auto& from) {
        const auto middle = static_cast<std::ptrdiff_t>(to.size());
        to.insert(to.end(), from.begin(), from.end());
        std::inplace_merge(to.begin(), to.begin() + middle, to.end());
    };
    data.rounds.insert(data.rounds.end(), more.rounds.begin(), more.rounds.end());
    merge(data.response, more.response);
    merge(data.service, more.service);
    data.finished += more.finished;
    data.failed += more.failed;
    data.tasksPerFinish = more.tasksPerFinish;
}

} // namespace

void thin(std::vector<std::int64_t>& ascending, std::size_t stride) {
    if (stride < 2) return;
    std::size_t kept = 0;
    for (std::size_t i = stride / 2; i < ascending.size(); i += stride) {
        ascending[kept++] = ascending[i];
    }
    ascending.resize(kept);
}

ContenderData liveSliceData(const LiveSlice& slice, bool over) {
    const SliceMark mark = slice.log->mark(slice.place);
    ContenderData data;
    if (mark.begin == 0) return data;
    const auto slots = slice.log->slots(slice.place);
    const Reading reading{.round = slice.round,
                          .stride = slots.size() / mostSeenLive + 1,
                          .exact = over,
                          .over = over};
    addSlice(
        data, slots.size(), [&](std::size_t task) { return loadSample(slots[task]); }, mark.begin,
        reading);
    sortPools(data);
    return data;
}

std::vector<double> ContenderData::throughput() const {
    std::vector<double> figures;
    for (const RoundData& round : rounds) {
        if (round.over && round.seconds > 0) {
            figures.push_back(static_cast<double>(round.finished) / round.seconds);
        }
    }
    return figures;
}

RaceData raceData(const PointSamples& samples) {
    RaceData data;
    for (const ContenderSamples& contender : samples.contenders) {
        ContenderData& own = data[contender.label];
        for (const SliceSamples& slice : contender.slices) {
            if (!slice.counted || slice.warmUp) continue;
            addSlice(own, slice.samples.size(), [&](std::size_t i) { return slice.samples[i]; },
                     slice.begin, {.round = slice.round});
        }
    }
    for (auto& [label, contender] : data) sortPools(contender);
    return data;
}

/// However many rounds there are, the pools stay as large as a chart has use for.
void LiveRaceData::add(Over& over, ContenderData slice) {
    constexpr std::size_t mostPooled = 20'000;
    thin(slice.response, over.poolStride);
    thin(slice.service, over.poolStride);
    append(over.data, slice);
    if (over.data.service.size() <= mostPooled) return;
    over.poolStride *= 2;
    thin(over.data.response, 2);
    thin(over.data.service, 2);
}

RaceData LiveRaceData::snapshot(const LiveRun& run) {
    constexpr std::uint64_t done = 3; // SliceMark::state
    RaceData data;
    const std::vector<LiveSlice> slices = run.slices();
    std::map<std::string, std::vector<std::size_t>> over;
    std::map<std::string, std::size_t> running;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const LiveSlice& slice = slices[i];
        if (slice.point != m_point) continue;
        data[slice.contender];
        if (slice.warmUp || !slice.counted) continue;
        const bool ended = i + 1 < slices.size() || slice.log->mark(slice.place).state == done;
        if (ended) {
            over[slice.contender].push_back(i);
        } else {
            running[slice.contender] = i;
        }
    }
    for (auto& [label, own] : data) {
        Over& known = m_over[label];
        const std::vector<std::size_t>& places = over[label];
        const bool more = known.places.size() <= places.size() &&
                          std::equal(known.places.begin(), known.places.end(), places.begin());
        if (!more) known = {}; // A slice has turned out not to count.
        for (std::size_t i = known.places.size(); i < places.size(); ++i) {
            add(known, liveSliceData(slices[places[i]], true));
        }
        known.places = places;
        own = known.data;
        const auto now = running.find(label);
        if (now == running.end()) continue;
        ContenderData slice = liveSliceData(slices[now->second], false);
        thin(slice.response, known.poolStride);
        thin(slice.service, known.poolStride);
        append(own, slice);
    }
    for (LiveEnd& end : run.ends()) {
        if (end.point != m_point) continue;
        ContenderData& own = data[end.contender];
        own.ended = std::move(end.reason);
        own.unavailable = end.unavailable;
    }
    return data;
}

} // namespace troika::ui
