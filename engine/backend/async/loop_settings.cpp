// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/async/loop_settings.h"

#include "backend/declare.h"

#include <algorithm>
#include <troika/scenario/scenario.h>

namespace troika {
namespace {

constexpr const char* inFlight = "in_flight";
constexpr const char* computeThreads = "compute_threads";

} // namespace

std::vector<Setting> loopSettings() {
    return {
        integerSetting(
            inFlight, {"In flight at most", "Одновременно не более"},
            {"How many tasks every loop has in flight at the most; the others wait for their turn.",
             "Сколько задач каждый цикл ведёт одновременно; остальные ждут своей очереди."},
            1024, 1, 1'000'000),
        integerSetting(
            computeThreads, {"Threads for computing", "Потоков для вычислений"},
            {"How many threads do the computations; with none they are done on the loop, where "
             "everything else waits meanwhile.",
             "Сколько потоков выполняет вычисления; если ни одного, они идут в самом цикле, и всё "
             "остальное это время ждёт."},
            0, 0, 1024)};
}

std::uint32_t inFlightOf(const Settings& settings) {
    return static_cast<std::uint32_t>(settings.integer(inFlight));
}

Demand demandOfLoops(const Scenario& scenario, const Contender& contender, std::int64_t loops) {
    const auto tasks = static_cast<std::int64_t>(tasksPerSlice(scenario.workload));
    const std::int64_t atOnce = std::min(contender.settings.integer(inFlight) * loops, tasks);
    Demand demand;
    demand.connections = connectionsOfLoops(scenario, loops, atOnce);
    demand.descriptorsOfRunner += demand.connections + 4 * loops;
    demand.lanes = atOnce;
    demand.threads = (loops > 1 ? loops + 1 : 1) + contender.settings.integer(computeThreads);
    return demand;
}

ComputePool::ComputePool(const Settings& settings) {
    const auto threads = static_cast<std::size_t>(settings.integer(computeThreads));
    if (threads > 0) m_pool.emplace(threads);
}

} // namespace troika
