// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/stats/backlog.h>

#include <algorithm>
#include <vector>

namespace troika {
namespace {

constexpr std::size_t leastTasks = 20;

std::vector<Sample> endedInOrderOfDue(std::span<const Sample> samples) {
    std::vector<Sample> ended;
    std::copy_if(samples.begin(), samples.end(), std::back_inserter(ended),
                 [](const Sample& sample) { return sample.due != 0 && sample.end != 0; });
    std::stable_sort(ended.begin(), ended.end(),
                     [](const Sample& left, const Sample& right) { return left.due < right.due; });
    return ended;
}

double meanService(std::span<const Sample> samples) {
    double sum = 0;
    for (const Sample& sample : samples) sum += static_cast<double>(sample.end - sample.start);
    return sum / static_cast<double>(samples.size());
}

std::int64_t openAt(const std::vector<Sample>& samples, std::int64_t time) {
    return std::count_if(samples.begin(), samples.end(), [time](const Sample& sample) {
        return sample.due <= time && sample.end > time;
    });
}

} // namespace

bool Backlog::grows() const {
    const std::int64_t growth = atEnd - atHalf;
    constexpr std::int64_t leastGrowth = 5;
    return growth >= leastGrowth && growth * 20 > cameAfterHalf && growth * 2 > atHalf;
}

std::optional<Backlog> backlog(std::span<const Sample> samples) {
    const std::vector<Sample> ended = endedInOrderOfDue(samples);
    if (ended.size() < leastTasks) return std::nullopt;
    const std::int64_t first = ended.front().due;
    const std::int64_t last = ended.back().due;
    const double early = meanService(std::span(ended).first(ended.size() / 10));
    if (early * 4 > static_cast<double>(last - first)) return std::nullopt;
    const std::int64_t half = first + (last - first) / 2;
    const auto later = std::count_if(ended.begin(), ended.end(),
                                     [half](const Sample& sample) { return sample.due > half; });
    return Backlog{openAt(ended, half), openAt(ended, last), later};
}

} // namespace troika
