// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/async/async_uring.h"

#include "backend/async/single_loop.h"

namespace troika {
namespace {

class AsyncUring final : public SingleLoop {
public:
    explicit AsyncUring(const Stage& stage) : SingleLoop(stage, LoopLanes::Means::Ring) {}
};

Demand demand(const Scenario& scenario, const Contender& contender) {
    return demandOfLoops(scenario, contender, 1);
}

} // namespace

BackendKind asyncUringKind() {
    BackendDeclaration declaration;
    declaration.name = "async.uring";
    declaration.family = Family::Async;
    declaration.title = {"Event loop on io_uring", "Цикл событий на io_uring"};
    declaration.explanation = {
        "One thread; every task is a coroutine; the kernel itself reads, writes, connects, sends "
        "and receives (io_uring), and takes such requests in batches.",
        "Один поток; каждая задача — сопрограмма; читает, пишет, соединяет, отправляет и принимает "
        "само ядро (io_uring), получая запросы пачками."};
    declaration.settings = loopSettings();
    declaration.demand = demand;
    return {declaration, makeBackend<AsyncUring>};
}

} // namespace troika
