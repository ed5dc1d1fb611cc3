// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <xxhash.h>
#ifdef TROIKA_XXHASH_DISPATCH
#define XXH_DISPATCH_DISABLE_REPLACE
#include <xxh_x86dispatch.h>
#endif

namespace troika {

/// From this size on it pays to hash in the widest instructions of the processor. Below, what
/// follows them is slowed by more than they save (a quarter of a microsecond where they are
/// AVX-512: 8 % of a download of 1 KiB).
inline constexpr std::size_t wideHashing = 16 * 1024;

/// XXH3-64 of `size` bytes.
[[nodiscard]] inline std::uint64_t xxh3(const void* bytes, std::size_t size) {
#ifdef TROIKA_XXHASH_DISPATCH
    if (size >= wideHashing) return XXH3_64bits_dispatch(bytes, size);
#endif
    return XXH3_64bits(bytes, size);
}

/// Adds `size` bytes to an XXH3-64 that is taken in pieces.
inline void updateXxh3(XXH3_state_t& state, const void* bytes, std::size_t size) {
#ifdef TROIKA_XXHASH_DISPATCH
    if (size >= wideHashing) {
        XXH3_64bits_update_dispatch(&state, bytes, size);
        return;
    }
#endif
    XXH3_64bits_update(&state, bytes, size);
}

} // namespace troika
