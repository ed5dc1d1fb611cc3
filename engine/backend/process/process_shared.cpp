// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/process/process_shared.h"

#include "backend/process/worker_pool.h"

namespace troika {
namespace {

std::unique_ptr<Backend> make(const Stage& stage) {
    const std::int64_t batch = stage.settings.integer("batch");
    return std::make_unique<WorkerPool>(stage, sharedLinks(stage, static_cast<std::size_t>(batch)),
                                        static_cast<std::size_t>(stage.settings.integer("workers")),
                                        static_cast<std::uint32_t>(batch));
}

Demand demand(const Scenario& scenario, const Contender& contender) {
    const std::int64_t workers = contender.settings.integer("workers");
    const PayloadSize payload = payloadOf(scenario.workload);
    Demand demand = demandOfWorkers(scenario, workers);
    demand.memoryBytes +=
        workers * contender.settings.integer("batch") * static_cast<std::int64_t>(payload.output);
    return demand;
}

} // namespace

BackendKind processSharedKind() {
    BackendDeclaration declaration;
    declaration.name = "process.shared";
    declaration.family = Family::Process;
    declaration.title = {"Processes, shared memory", "Процессы с общей памятью"};
    declaration.explanation = {
        "Worker processes that stay; tasks are handed out in batches, and results come back, "
        "through memory that all of them share.",
        "Постоянные рабочие процессы; задачи раздаются пачками, а результаты возвращаются через "
        "общую память."};
    declaration.settings = {workersSetting(), heldSetting("batch", 8)};
    declaration.demand = demand;
    return {declaration, make};
}

} // namespace troika
