// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/process/process_pool.h"

#include "backend/declare.h"
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
    declaration.settings = {
        integerSetting("workers", {"Processes", "Процессов"},
                       {"How many worker processes there are.", "Сколько рабочих процессов."}, 4, 1,
                       1024),
        integerSetting(
            "prefetch", {"Tasks at a worker", "Задач у процесса"},
            {"How many tasks a worker holds at once: more saves waiting for short tasks, but long "
             "ones may queue behind each other.",
             "Сколько задач процесс держит у себя: больше — меньше ожидания на коротких задачах, "
             "но длинные могут стоять друг за другом."},
            1, 1, 1024)};
    declaration.demand = demand;
    return {declaration, make};
}

} // namespace troika
