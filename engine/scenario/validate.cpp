// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/blame.h"
#include "scenario/disk_room.h"
#include "scenario/fields.h"
#include "scenario/raise_limit.h"
#include "scenario/wording.h"

#include <troika/scenario/amounts.h>
#include <troika/scenario/points.h>
#include <troika/scenario/validate.h>

#include <algorithm>

namespace troika {
namespace {

std::int64_t demandOfAll(const Scenario& scenario, const Catalogue& catalogue,
                         std::int64_t Demand::*amount) {
    std::int64_t sum = 0;
    for (const Contender& contender : scenario.contenders) {
        sum += catalogue.demandOf(scenario, contender).*amount;
    }
    return sum;
}

/// A finding for every contender that alone holds more of this than there may be.
void checkEach(const Scenario& scenario, const Catalogue& catalogue, std::int64_t Demand::*amount,
               std::int64_t limit, const Text& what, Limit system, Findings& findings) {
    if (limit < 0) return;
    for (std::size_t i = 0; i < scenario.contenders.size(); ++i) {
        const auto needed = [&catalogue, i, amount](const Scenario& changed) {
            return static_cast<double>(catalogue.demandOf(changed, changed.contenders[i]).*amount);
        };
        if (needed(scenario) <= static_cast<double>(limit)) continue;
        const Text problem = bilingual("would need {0} {1}, and the limit here is {2}",
                                       "потребовалось бы {1}: {0}, а предел здесь — {2}",
                                       static_cast<std::int64_t>(needed(scenario)), what, limit);
        findings.push_back(
            blame(scenario, catalogue, {i}, needed, static_cast<double>(limit), problem));
        tellHowToRaise(system, static_cast<std::int64_t>(needed(scenario)), findings.back());
    }
}

/// Runners live side by side, so what they keep counts together; one finding, for the greediest.
/// `problem`: in words, given how much would be needed.
void checkAll(const Scenario& scenario, const Catalogue& catalogue, std::int64_t Demand::*amount,
              std::int64_t limit, const std::function<Text(std::int64_t)>& problem,
              Findings& findings) {
    const auto needed = [&catalogue, amount](const Scenario& changed) {
        return static_cast<double>(demandOfAll(changed, catalogue, amount));
    };
    if (limit < 0 || needed(scenario) <= static_cast<double>(limit)) return;
    std::vector<std::size_t> order(scenario.contenders.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) {
        return catalogue.demandOf(scenario, scenario.contenders[i]).*amount;
    });
    findings.push_back(blame(scenario, catalogue, order, needed, static_cast<double>(limit),
                             problem(static_cast<std::int64_t>(needed(scenario)))));
}

/// The origin is one process, with a descriptor for each connection and some of its own.
std::int64_t mostConnections(const MachineLimits& limits) {
    constexpr std::int64_t ownDescriptors = 16;
    if (limits.descriptors < 0) return limits.ports;
    const std::int64_t ofOrigin = std::max<std::int64_t>(limits.descriptors - ownDescriptors, 0);
    return limits.ports < 0 ? ofOrigin : std::min(limits.ports, ofOrigin);
}

using BytesOf = std::uint64_t (*)(const Scenario&);
/// What is wrong, given how much would be needed and how much there may be.
using TooMuch = Text (*)(const Text& needed, const Text& limit);

void checkBytes(const Scenario& scenario, const Catalogue& catalogue, BytesOf bytesOf, double limit,
                TooMuch problem, Findings& findings) {
    const auto needed = [bytesOf](const Scenario& changed) {
        return static_cast<double>(bytesOf(changed));
    };
    if (limit < 0 || needed(scenario) <= limit) return;
    findings.push_back(blame(scenario, catalogue, {}, needed, limit,
                             problem(sizeText(needed(scenario)), sizeText(limit))));
}

Text logsTooLarge(const Text& needed, const Text& limit) {
    return bilingual("the sample logs would need {} of shared memory, and {} is free",
                     "журналам замеров потребовалось бы {} общей памяти, а свободно {}", needed,
                     limit);
}

Text resultTooLarge(const Text& needed, const Text& limit) {
    return bilingual("the samples could take {}, and a result holds at most {}",
                     "замеры могли бы занять {}, а в результат помещается не больше {}", needed,
                     limit);
}

} // namespace

std::uint64_t sampleLogBytes(const Scenario& scenario) {
    constexpr std::uint64_t slotBytes = 64;
    constexpr std::uint64_t markBytes = 32;
    constexpr std::uint64_t headerBytes = 8192;
    const auto slices = static_cast<std::uint64_t>(slicesPerTrial(scenario));
    const std::uint64_t perSlice = markBytes + tasksPerSlice(scenario.workload) * slotBytes;
    return scenario.contenders.size() * (headerBytes + slices * perSlice);
}

std::uint64_t figureBytes(const Scenario& scenario) {
    // As measured, in both languages, a third added.
    constexpr std::uint64_t contenderBytes = 4000;
    constexpr std::uint64_t sliceBytes = 350;
    constexpr std::uint64_t comparisonBytes = 1000;
    constexpr std::uint64_t measures = 4;
    const std::uint64_t contenders = scenario.contenders.size();
    const auto slices = static_cast<std::uint64_t>(slicesPerTrial(scenario));
    return contenders * (contenderBytes + slices * sliceBytes + 2 * measures * comparisonBytes);
}

std::uint64_t sampleFileBytes(const Scenario& scenario) {
    constexpr std::uint64_t sampleBytes = 64;
    constexpr std::uint64_t sliceHeaderBytes = 64;
    constexpr std::uint64_t headerBytes = 32;
    const auto slices = static_cast<std::uint64_t>(slicesPerTrial(scenario));
    const std::uint64_t perSlice =
        sliceHeaderBytes + tasksPerSlice(scenario.workload) * sampleBytes;
    return headerBytes + scenario.contenders.size() * slices * perSlice;
}

namespace {

Findings validatePoint(const Scenario& scenario, const Catalogue& catalogue,
                       const MachineLimits& limits) {
    Findings findings;
    checkEach(scenario, catalogue, &Demand::descriptorsOfRunner, limits.descriptors,
              {"open files in one process", "открытых файлов в одном процессе"}, Limit::Descriptors,
              findings);
    // Where the origin's descriptors are the limit, a contender that has too few itself is told so.
    const bool ports = mostConnections(limits) == limits.ports;
    Findings ofConnections;
    checkEach(scenario, catalogue, &Demand::connections, mostConnections(limits),
              {"connections at once", "одновременных соединений"},
              ports ? Limit::Ports : Limit::Descriptors, ofConnections);
    for (Finding& finding : ofConnections) {
        const bool told =
            std::ranges::find(findings, finding.field, &Finding::field) != findings.end();
        if (ports || !told) findings.push_back(std::move(finding));
    }
    const std::size_t beforeThreads = findings.size();
    checkAll(
        scenario, catalogue, &Demand::threads, limits.threads,
        [&](std::int64_t needed) {
            return bilingual(
                "all contenders together would need {} threads, and {} more may be started here",
                "всем участникам вместе потребовалось бы потоков: {}, а запустить здесь можно ещё "
                "{}",
                needed, limits.threads);
        },
        findings);
    if (findings.size() > beforeThreads) {
        tellHowToRaise(Limit::Threads, demandOfAll(scenario, catalogue, &Demand::threads),
                       findings.back());
    }
    checkAll(
        scenario, catalogue, &Demand::memoryBytes, limits.memoryBytes,
        [&](std::int64_t needed) {
            return bilingual("all contenders together would need {} of memory, and {} is free",
                             "всем участникам вместе потребовалось бы {} памяти, а свободно {}",
                             sizeText(static_cast<double>(needed)),
                             sizeText(static_cast<double>(limits.memoryBytes)));
        },
        findings);
    checkBytes(scenario, catalogue, sampleLogBytes, static_cast<double>(limits.sharedMemoryBytes),
               logsTooLarge, findings);
    checkBytes(scenario, catalogue, sampleFileBytes, static_cast<double>(mostSampleBytes),
               resultTooLarge, findings);
    checkDisk(scenario, catalogue, limits, findings);
    return findings;
}

/// "(backends[pool].workers = 4096)"
std::string parametersText(const Point& point) {
    std::string text;
    for (const auto& [path, value] : point.parameters.items()) {
        text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", path, shown(value));
    }
    return " (" + text + ")";
}

/// A finding where all points together would put more into a result than it holds.
void checkSum(const Scenario& scenario, std::uint64_t bytes, std::uint64_t limit, TooMuch problem,
              Findings& findings) {
    if (bytes <= limit) return;
    const auto most =
        static_cast<std::uint64_t>(static_cast<double>(pointCount(scenario)) *
                                   static_cast<double>(limit) / static_cast<double>(bytes));
    findings.push_back(
        {"sweep", "",
         problem(sizeText(static_cast<double>(bytes)), sizeText(static_cast<double>(limit))),
         bilingual("about {} points, or fewer tasks or rounds",
                   "точек около {} либо меньше задач или раундов", most)});
}

Text figuresTooLarge(const Text& needed, const Text& limit) {
    return bilingual("the figures could take {}, and a result holds at most {}",
                     "показатели могли бы занять {}, а в результат помещается не больше {}", needed,
                     limit);
}

/// All points share a result; each of them has to fit by itself, for they can go in blocks.
/// Findings about the first point that does not.
Findings validateSweep(const Scenario& scenario, const Catalogue& catalogue,
                       const MachineLimits& limits) {
    std::uint64_t samples = 0;
    std::uint64_t figures = 0;
    for (const Point& point : pointsOf(scenario, catalogue)) {
        Findings findings = validatePoint(point.scenario, catalogue, limits);
        for (Finding& finding : findings) {
            finding.problem.en += parametersText(point);
            finding.problem.ru += parametersText(point);
        }
        if (!findings.empty()) return findings;
        samples += sampleFileBytes(point.scenario);
        figures += figureBytes(point.scenario);
    }
    Findings findings;
    checkSum(scenario, samples, mostSampleBytes, resultTooLarge, findings);
    checkSum(scenario, figures, mostFigureBytes, figuresTooLarge, findings);
    return findings;
}

} // namespace

Findings validateFor(const Scenario& scenario, const Catalogue& catalogue,
                     const MachineLimits& limits) {
    return scenario.sweep.empty() ? validatePoint(scenario, catalogue, limits)
                                  : validateSweep(scenario, catalogue, limits);
}

} // namespace troika
