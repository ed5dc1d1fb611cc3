// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/blocks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace troika {
namespace {

/// Beside what its lanes work on: the runner's own memory and its guard's.
constexpr std::int64_t bytesAProcess = 6 << 20;
/// What the supervisor opens for a trial: its pipes, lifeline and log; and what it needs itself.
constexpr std::int64_t descriptorsATrial = 8;
constexpr std::int64_t ownDescriptors = 64;

/// What trials hold while they are alive: memory, shared memory, disk, threads, descriptors of
/// ours.
using Load = std::array<std::int64_t, 5>;

std::int64_t filesOf(const Workload& workload) {
    double bytes = 0;
    for (const Step& step : workload.steps) {
        if (step.settings.has("file_size")) bytes += step.settings.number("file_size");
    }
    constexpr double margin = 1.1;
    return static_cast<std::int64_t>(bytes * margin);
}

Load loadOf(const Scenario& scenario, const Contender& contender, const Catalogue& catalogue) {
    const Demand demand = catalogue.demandOf(scenario, contender);
    const auto log = static_cast<std::int64_t>(
        sampleLogBytes(scenario) / std::max<std::size_t>(scenario.contenders.size(), 1));
    return {demand.memoryBytes + (demand.processes + 1) * bytesAProcess + log, log,
            filesOf(scenario.workload), demand.threads + 1, descriptorsATrial};
}

Load limitsOf(const MachineLimits& limits) {
    constexpr double share = 0.8; // What is free now is not all for us.
    const auto most = [](std::int64_t limit) {
        return limit < 0 ? limit : static_cast<std::int64_t>(static_cast<double>(limit) * share);
    };
    const std::int64_t descriptors =
        limits.descriptors < 0 ? -1
                               : std::max<std::int64_t>(limits.descriptors - ownDescriptors, 0);
    return {most(limits.memoryBytes), most(limits.sharedMemoryBytes), most(limits.diskBytes),
            most(limits.threads), descriptors};
}

void add(Load& sum, const Load& one) {
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += one[i];
}

bool fits(const Load& load, const Load& limits) {
    for (std::size_t i = 0; i < load.size(); ++i) {
        if (limits[i] >= 0 && load[i] > limits[i]) return false;
    }
    return true;
}

} // namespace

std::vector<Block> planBlocks(const std::vector<Point>& points, const Catalogue& catalogue,
                              const MachineLimits& limits) {
    const Load most = limitsOf(limits);
    const Scenario& first = points.front().scenario;
    const Contender* baseline = first.contender(first.baseline);
    const Load anchor = baseline == nullptr ? Load{} : loadOf(first, *baseline, catalogue);
    std::vector<Block> blocks{{}};
    Load load{};
    for (std::size_t i = 0; i < points.size(); ++i) {
        Load one{};
        for (const Contender& contender : points[i].scenario.contenders) {
            add(one, loadOf(points[i].scenario, contender, catalogue));
        }
        Load together = load;
        add(together, one);
        if (!blocks.back().empty() && !fits(together, most)) {
            blocks.emplace_back();
            together = anchor;
            add(together, one);
        }
        blocks.back().push_back(i);
        load = together;
    }
    return blocks;
}

std::optional<Doubt> doubtBlocks(const Scenario& scenario,
                                 const std::vector<std::optional<double>>& anchors) {
    if (anchors.size() < 2) return std::nullopt;
    Text figures;
    double least = 0;
    double greatest = 0;
    for (const std::optional<double>& one : anchors) {
        std::string figure = one ? fmt::format("{:.4g}", *one) : "–";
        figures.en += (figures.en.empty() ? "" : ", ") + figure;
        std::replace(figure.begin(), figure.end(), '.', ',');
        figures.ru += (figures.ru.empty() ? "" : "; ") + figure;
        if (!one) continue;
        least = least == 0 ? *one : std::min(least, *one);
        greatest = std::max(greatest, *one);
    }
    const double apart = least > 0 ? (greatest / least - 1) * 100 : 0;
    const Text title = scenario.titleOf(scenario.baseline);
    return Doubt{
        "sweep-in-blocks",
        "",
        bilingual("This machine cannot hold all trials at once, so the points raced in {} blocks. "
                  "In each of them {} at the first point ran as well, as the anchor: {} tasks a "
                  "second, {:.0f} % apart.",
                  "Все испытания сразу на этой машине не помещаются, поэтому точки состязались "
                  "блоками: их {}. В каждом блоке как опорный шёл и участник «{}» из первой "
                  "точки; его задач в секунду: {} (разброс {:.0f} %).",
                  anchors.size(), title, figures, apart),
        {"Trust a difference between points of different blocks only where it is clearly larger.",
         "Разнице между точками из разных блоков верьте, только если она заметно больше."}};
}

} // namespace troika
