// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/work.h"

#include <memory>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/task_arena.h>
#include <vector>

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define TROIKA_TSAN 1
extern "C" void __tsan_acquire(void* address);
extern "C" void __tsan_release(void* address);
#endif
#endif

namespace troika {

/// Threads of oneTBB, each with a lane of its own. The calling thread has a place among them, for
/// as long as it executes something there.
class TbbArena {
public:
    TbbArena(Work& work, std::size_t threadsWithCaller)
        : m_limit(oneapi::tbb::global_control::max_allowed_parallelism, threadsWithCaller),
          m_arena(static_cast<int>(threadsWithCaller)) {
        for (std::size_t i = 0; i < threadsWithCaller; ++i) m_lanes.push_back(work.blockingLane());
    }

    Result<> leadIn() {
        for (const auto& lane : m_lanes) {
            if (auto ready = lane->leadIn(); !ready) return ready;
        }
        return {};
    }
    void settle() {
        for (const auto& lane : m_lanes) lane->settle();
    }

    /// What oneTBB guarantees, told to the thread sanitizer, which does not see into it: whatever
    /// was done before a handOver() is seen after a takeOver(). Nothing in other builds.
    void handOver() {
#ifdef TROIKA_TSAN
        __tsan_release(this);
#endif
    }
    void takeOver() {
#ifdef TROIKA_TSAN
        __tsan_acquire(this);
#endif
    }

    oneapi::tbb::task_arena& operator*() { return m_arena; }
    oneapi::tbb::task_arena* operator->() { return &m_arena; }
    /// Within the arena: which of its threads this is, and that one's lane.
    [[nodiscard]] static std::uint32_t number() {
        return static_cast<std::uint32_t>(oneapi::tbb::this_task_arena::current_thread_index());
    }
    [[nodiscard]] BlockingLane& lane(std::uint32_t number) { return *m_lanes[number]; }

private:
    oneapi::tbb::global_control m_limit; ///< Without it there are no more threads than cores.
    oneapi::tbb::task_arena m_arena;
    std::vector<std::unique_ptr<BlockingLane>> m_lanes;
};

} // namespace troika
