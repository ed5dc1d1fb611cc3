// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernel_draws.h"
#include "troika_kernels.h"

#include <cstddef>
#include <vector>

namespace troika::kernels {
namespace {

/// 3 arrays of 2^20 words: 24 MiB a thread, more than its share of any cache.
constexpr std::size_t words = std::size_t{1} << 20;
constexpr std::size_t chunk = 512; ///< A quantum: 12 KiB are read and written.

struct Arrays {
    std::vector<std::uint64_t> a = std::vector<std::uint64_t>(words);
    std::vector<std::uint64_t> b = std::vector<std::uint64_t>(words);
    std::vector<std::uint64_t> c = std::vector<std::uint64_t>(words);

    Arrays() {
        for (std::size_t i = 0; i < words; ++i) {
            b[i] = mix(i);
            c[i] = mix(i + words);
        }
    }
};

Arrays& arraysOfThread() {
    static thread_local Arrays arrays;
    return arrays;
}

} // namespace
} // namespace troika::kernels

uint64_t troika_kernel_stream(uint64_t amount, uint64_t key) {
    using namespace troika::kernels;
    if (amount == 0) return 0;
    Arrays& arrays = arraysOfThread();
    const std::uint64_t factor = draw(key, 0);
    const std::uint64_t first = draw(key, 1);
    std::uint64_t digest = 0;
    for (std::uint64_t i = 0; i < amount; ++i) {
        const std::size_t from = (first + i) % (words / chunk) * chunk;
        std::uint64_t* a = arrays.a.data() + from;
        const std::uint64_t* b = arrays.b.data() + from;
        const std::uint64_t* c = arrays.c.data() + from;
        for (std::size_t k = 0; k < chunk; ++k) a[k] = b[k] + factor * c[k];
        digest = fold(digest, a[i % chunk]);
    }
    return digest;
}
