// SPDX-License-Identifier: GPL-3.0-or-later
#include "origin/bodies.h"

#include "base/xxh3.h"
#include "origin/request.h"

#include <algorithm>
#include <array>
#include <memory>
#include <random>

namespace troika {
namespace {

constexpr std::size_t patternSize = std::size_t{1} << 20;
constexpr std::size_t variantStride = 65'536;
constexpr std::size_t mostDigests = 65'536;

using Pattern = std::array<char, patternSize>;

std::unique_ptr<const Pattern> makePattern() {
    auto pattern = std::make_unique<Pattern>();
    std::mt19937_64 source;
    for (std::size_t at = 0; at < patternSize; at += 8) {
        const std::uint64_t word = source();
        for (std::size_t i = 0; i < 8; ++i) {
            (*pattern)[at + i] = static_cast<char>(word >> (8 * i));
        }
    }
    return pattern;
}

} // namespace

std::span<const char> bodyPattern() {
    static const std::unique_ptr<const Pattern> pattern = makePattern();
    return *pattern;
}

std::size_t bodyPieces(std::uint32_t variant, std::uint64_t from, std::uint64_t count,
                       std::span<iovec> pieces) {
    const std::span<const char> pattern = bodyPattern();
    std::size_t used = 0;
    while (count > 0 && used < pieces.size()) {
        const std::size_t at = (variant * variantStride + from) % patternSize;
        const std::size_t length = std::min<std::uint64_t>(count, patternSize - at);
        // An iovec has no const; it is only ever written out.
        pieces[used++] = {const_cast<char*>(pattern.data() + at), length};
        from += length;
        count -= length;
    }
    return used;
}

std::uint64_t bodyDigest(std::uint32_t variant, std::uint64_t size) {
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(),
                                                                         &XXH3_freeState);
    XXH3_64bits_reset(state.get());
    std::uint64_t done = 0;
    while (done < size) {
        iovec piece{};
        bodyPieces(variant, done, size - done, {&piece, 1});
        updateXxh3(*state, piece.iov_base, piece.iov_len);
        done += piece.iov_len;
    }
    return XXH3_64bits_digest(state.get());
}

std::uint64_t BodyDigests::of(std::uint32_t variant, std::uint64_t size) {
    const std::uint64_t key = size * bodyVariants + variant;
    const std::lock_guard lock(m_mutex);
    const auto known = m_known.find(key);
    if (known != m_known.end()) return known->second;
    if (m_known.size() >= mostDigests) m_known.clear();
    return m_known[key] = bodyDigest(variant, size);
}

} // namespace troika
