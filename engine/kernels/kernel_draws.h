// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace troika::kernels {

inline constexpr std::uint64_t golden = 0x9E3779B97F4A7C15ULL;

/// `mix`, `draw` and `fold` of troika_kernels.h.
constexpr std::uint64_t mix(std::uint64_t value) {
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

constexpr std::uint64_t draw(std::uint64_t key, std::uint64_t index) {
    return mix(key + (index + 1) * golden);
}

constexpr std::uint64_t fold(std::uint64_t sofar, std::uint64_t next) {
    return (sofar ^ next) * golden + 1;
}

} // namespace troika::kernels
