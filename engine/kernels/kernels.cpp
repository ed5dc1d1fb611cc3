// SPDX-License-Identifier: GPL-3.0-or-later
#include "troika_kernels.h"

#include <array>
#include <string_view>

namespace {

struct Entry {
    const char* name;
    troika_kernel run;
};

/// New kernels are added at the end: their order is part of the interface.
constexpr std::array<Entry, 8> kernels{{
    {"primes", troika_kernel_primes},
    {"sha256", troika_kernel_sha256},
    {"matmul", troika_kernel_matmul},
    {"mandelbrot", troika_kernel_mandelbrot},
    {"stream", troika_kernel_stream},
    {"counter-mutex", troika_kernel_counter_mutex},
    {"counter-atomic", troika_kernel_counter_atomic},
    {"counter-sharded", troika_kernel_counter_sharded},
}};

} // namespace

int troika_kernels_abi(void) { return TROIKA_KERNELS_ABI; }

int troika_kernel_count(void) { return static_cast<int>(kernels.size()); }

const char* troika_kernel_name(int index) {
    if (index < 0 || index >= troika_kernel_count()) return nullptr;
    return kernels[static_cast<std::size_t>(index)].name;
}

troika_kernel troika_kernel_find(const char* name) {
    if (name == nullptr) return nullptr;
    for (const Entry& kernel : kernels) {
        if (std::string_view(name) == kernel.name) return kernel.run;
    }
    return nullptr;
}

int troika_kernel_run(const char* name, uint64_t amount, uint64_t key, uint64_t* digest) {
    const troika_kernel run = troika_kernel_find(name);
    if (run == nullptr || digest == nullptr) return 1;
    *digest = run(amount, key);
    return 0;
}
