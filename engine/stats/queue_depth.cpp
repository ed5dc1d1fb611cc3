// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/base/check.h>
#include <troika/stats/queue_depth.h>

#include <algorithm>

namespace troika {
namespace {

void addChange(DepthCurve& curve, std::int64_t at, std::int64_t tasks) {
    const std::int64_t before = curve.empty() ? 0 : curve.back().tasks;
    if (tasks != before) curve.push_back({at, tasks});
}

/// Tasks that come at some times and leave at as many others. What comes and leaves at the same
/// time changes nothing.
DepthCurve between(std::vector<std::int64_t> come, std::vector<std::int64_t> leave) {
    std::sort(come.begin(), come.end());
    std::sort(leave.begin(), leave.end());
    DepthCurve curve;
    std::int64_t tasks = 0;
    auto in = come.begin();
    for (auto out = leave.begin(); out != leave.end();) {
        const std::int64_t at = in == come.end() ? *out : std::min(*in, *out);
        for (; in != come.end() && *in == at; ++in) ++tasks;
        for (; out != leave.end() && *out == at; ++out) --tasks;
        addChange(curve, at, tasks);
    }
    return curve;
}

/// Of all samples with both of these times. Nobody leaves before he came.
template <class Come, class Leave>
DepthCurve curveOf(std::span<const Sample> samples, const Come& come, const Leave& leave) {
    std::vector<std::int64_t> comes;
    std::vector<std::int64_t> leaves;
    comes.reserve(samples.size());
    leaves.reserve(samples.size());
    for (const Sample& sample : samples) {
        const std::int64_t from = come(sample);
        const std::int64_t to = leave(sample);
        if (from == 0 || to == 0) continue;
        comes.push_back(from);
        leaves.push_back(std::max(from, to));
    }
    return between(std::move(comes), std::move(leaves));
}

} // namespace

DepthCurve waitingTasks(std::span<const Sample> samples) {
    return curveOf(
        samples, [](const Sample& sample) { return sample.due; },
        [](const Sample& sample) { return sample.start; });
}

DepthCurve openTasks(std::span<const Sample> samples) {
    return curveOf(
        samples, [](const Sample& sample) { return sample.due; },
        [](const Sample& sample) { return sample.end; });
}

DepthCurve tasksAtStep(std::span<const Sample> samples, std::size_t step, std::size_t steps) {
    TROIKA_CHECK(step < steps && steps <= static_cast<std::size_t>(maximumSteps),
                 "a step is one of those that a task has");
    return curveOf(
        samples,
        [&](const Sample& sample) { return step == 0 ? sample.due : sample.stepEnd[step - 1]; },
        [&](const Sample& sample) {
            const bool last = step + 1 == steps || sample.stepEnd[step] == 0;
            return last ? sample.end : sample.stepEnd[step];
        });
}

double meanDepth(const DepthCurve& curve) {
    if (curve.empty()) return 0;
    double sum = 0;
    for (std::size_t i = 0; i + 1 < curve.size(); ++i) {
        sum += static_cast<double>(curve[i].tasks) *
               static_cast<double>(curve[i + 1].at - curve[i].at);
    }
    const std::int64_t time = curve.back().at - curve.front().at;
    return time > 0 ? sum / static_cast<double>(time) : 0;
}

std::int64_t greatestDepth(const DepthCurve& curve) {
    std::int64_t most = 0;
    for (const Depth& depth : curve) most = std::max(most, depth.tasks);
    return most;
}

DepthCurve thinned(const DepthCurve& curve, std::size_t most) {
    TROIKA_CHECK(most >= 4, "a curve has a beginning and an end");
    if (curve.size() <= most) return curve;
    const std::int64_t first = curve.front().at;
    const std::int64_t stretch =
        (curve.back().at - first) / static_cast<std::int64_t>(most / 2) + 1;
    DepthCurve kept;
    for (auto from = curve.begin(); from != curve.end();) {
        const std::int64_t end = first + ((from->at - first) / stretch + 1) * stretch;
        const auto to =
            std::find_if(from, curve.end(), [end](const Depth& depth) { return depth.at >= end; });
        const auto greatest = std::max_element(from, to, [](const Depth& left, const Depth& right) {
            return left.tasks < right.tasks;
        });
        addChange(kept, greatest->at, greatest->tasks);
        addChange(kept, std::prev(to)->at, std::prev(to)->tasks);
        from = to;
    }
    return kept;
}

} // namespace troika
