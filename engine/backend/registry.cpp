// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/registry.h"

#include "backend/async/async_loop.h"
#include "backend/async/async_loops.h"
#include "backend/async/async_uring.h"
#include "backend/fake/fake.h"
#include "backend/process/process_per_task.h"
#include "backend/process/process_pool.h"
#include "backend/process/process_shared.h"
#include "backend/serial/serial.h"
#include "backend/thread/flow_graph.h"
#include "backend/thread/parallel_for.h"
#include "backend/thread/thread_per_task.h"
#include "backend/thread/thread_pool.h"
#include "backend/thread/thread_queue.h"

#include <troika/backend/catalogue.h>

namespace troika {

const std::vector<BackendKind>& backendKinds() {
    static const std::vector<BackendKind> kinds{
        serialKind(),        threadPerTaskKind(), threadPoolKind(),     threadQueueKind(),
        parallelForKind(),   flowGraphKind(),     processPerTaskKind(), processPoolKind(),
        processSharedKind(), asyncLoopKind(),     asyncLoopsKind(),     asyncUringKind(),
        fakeKind(),
    };
    return kinds;
}

const BackendKind* backendKind(std::string_view name) {
    for (const BackendKind& kind : backendKinds()) {
        if (kind.declaration.name == name) return &kind;
    }
    return nullptr;
}

const Catalogue& catalogue() {
    static const Catalogue all = [] {
        Catalogue catalogue;
        for (const StepKind& kind : stepKinds()) catalogue.steps.push_back(kind.declaration);
        catalogue.arrivals = arrivalKinds();
        for (const BackendKind& kind : backendKinds()) {
            catalogue.backends.push_back(kind.declaration);
        }
        return catalogue;
    }();
    return all;
}

} // namespace troika
