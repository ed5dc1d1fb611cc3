// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/process/process_pool.h"

#include "backend/process/pipe_links.h"
#include "backend/process/worker_pool.h"

namespace troika {
namespace {

std::unique_ptr<Backend> make(const Stage& stage) {
    return std::make_unique<WorkerPool>(
        stage, std::make_unique<PipeLinks>(stage),
        static_cast<std::size_t>(stage.settings.integer("workers")),
        static_cast<std::uint32_t>(stage.settings.integer("prefetch")));
}

Demand demand(const Scenario& scenario, const Contender& contender) {
    return demandOfWorkers(scenario, contender.settings.integer("workers"));
}

} // namespace

BackendKind processPoolKind() {
    BackendDeclaration declaration;
    declaration.name = "process.pool";
    declaration.family = Family::Process;
    declaration.title = {"Process pool", "Пул процессов"};
    declaration.explanation = {"Worker processes that stay; every task goes to one of them, and "
                               "its result back, by message.",
                               "Постоянные рабочие процессы; каждая задача отправляется одному из "
                               "них сообщением, и так же возвращается результат."};
    declaration.settings = {workersSetting(), heldSetting("prefetch", 1)};
    declaration.demand = demand;
    return {declaration, make};
}

} // namespace troika
