// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/async/async_loop.h"

#include "backend/async/single_loop.h"

namespace troika {
namespace {

class AsyncLoop final : public SingleLoop {
public:
    explicit AsyncLoop(const Stage& stage) : SingleLoop(stage, LoopLanes::Means::Epoll) {}
};

Demand demand(const Scenario& scenario, const Contender& contender) {
    return demandOfLoops(scenario, contender, 1);
}

} // namespace

BackendKind asyncLoopKind() {
    BackendDeclaration declaration;
    declaration.name = "async.loop";
    declaration.family = Family::Async;
    declaration.title = {"Event loop", "Цикл событий"};
    declaration.explanation = {
        "One thread runs an event loop; every task is a coroutine that gives way while it waits.",
        "Один поток выполняет цикл событий; каждая задача — сопрограмма, уступающая место на время "
        "ожидания."};
    declaration.settings = loopSettings();
    declaration.demand = demand;
    return {declaration, makeBackend<AsyncLoop>};
}

} // namespace troika
