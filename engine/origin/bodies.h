// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <sys/uio.h>
#include <unordered_map>

namespace troika {

/// The bytes that all bodies are windows of: the first 131,072 outputs of std::mt19937_64 with its
/// default seed (5489), each as eight bytes, least significant first; 1 MiB. Byte i of the body of
/// variant v is byte (v * 65,536 + i) mod 2^20 of it. Made once; any thread.
[[nodiscard]] std::span<const char> bodyPattern();

/// Puts into `pieces` where bytes [from, from + count) of a body lie in memory; returns how many
/// pieces it took. Takes fewer bytes where there are too few pieces.
std::size_t bodyPieces(std::uint32_t variant, std::uint64_t from, std::uint64_t count,
                       std::span<iovec> pieces);

/// XXH3-64 of a whole body. Reads all of it: see BodyDigests.
[[nodiscard]] std::uint64_t bodyDigest(std::uint32_t variant, std::uint64_t size);

/// bodyDigest() computed once for each body and remembered. Any thread.
class BodyDigests {
public:
    [[nodiscard]] std::uint64_t of(std::uint32_t variant, std::uint64_t size);

private:
    std::mutex m_mutex;
    std::unordered_map<std::uint64_t, std::uint64_t> m_known;
};

} // namespace troika
