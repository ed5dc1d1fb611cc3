// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernel_draws.h"
#include "troika_kernels.h"

#include <atomic>
#include <mutex>

namespace troika::kernels {
namespace {

/// How often a quantum counts.
constexpr int counts = 16;

struct alignas(64) LockedCounter {
    std::mutex mutex;
    std::uint64_t count = 0;
};
LockedCounter lockedCounter;

alignas(64) std::atomic<std::uint64_t> atomicCounter = 0;

struct alignas(64) OwnCounter {
    std::atomic<std::uint64_t> count = 0;
};

/// What all counters have in common: some work between two counts, and a digest of that work alone,
/// for what is counted depends on who else counts.
template <class Count>
std::uint64_t countWhileWorking(std::uint64_t amount, std::uint64_t key, Count count) {
    std::uint64_t digest = 0;
    for (std::uint64_t i = 0; i < amount; ++i) {
        for (int k = 0; k < counts; ++k) {
            digest = fold(digest, draw(key, i));
            count();
        }
    }
    return digest;
}

} // namespace
} // namespace troika::kernels

uint64_t troika_kernel_counter_mutex(uint64_t amount, uint64_t key) {
    using namespace troika::kernels;
    return countWhileWorking(amount, key, [] {
        const std::lock_guard lock(lockedCounter.mutex);
        ++lockedCounter.count;
    });
}

uint64_t troika_kernel_counter_atomic(uint64_t amount, uint64_t key) {
    using namespace troika::kernels;
    return countWhileWorking(amount, key,
                             [] { atomicCounter.fetch_add(1, std::memory_order_relaxed); });
}

uint64_t troika_kernel_counter_sharded(uint64_t amount, uint64_t key) {
    using namespace troika::kernels;
    // Each thread's own; read by nobody else here, but as anybody might who wants the sum.
    static thread_local OwnCounter own;
    OwnCounter& counter = own;
    return countWhileWorking(amount, key, [&counter] {
        counter.count.store(counter.count.load(std::memory_order_relaxed) + 1,
                            std::memory_order_relaxed);
    });
}
