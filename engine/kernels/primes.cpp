// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernel_draws.h"
#include "troika_kernels.h"

#include <array>
#include <bit>

namespace troika::kernels {
namespace {

constexpr std::uint32_t segment = 1024;
constexpr std::uint32_t lowest = 1U << 17;
constexpr std::uint32_t sievingBelow = 512; ///< Squared: the end of the last segment.
constexpr std::size_t oddSieving = 96;

constexpr std::array<std::uint32_t, oddSieving> smallPrimes = [] {
    std::array<std::uint32_t, oddSieving> primes{};
    std::size_t found = 0;
    for (std::uint32_t candidate = 3; candidate < sievingBelow; candidate += 2) {
        bool prime = true;
        for (std::uint32_t d = 3; d * d <= candidate; d += 2) prime &= candidate % d != 0;
        if (prime) primes[found++] = candidate;
    }
    return primes;
}();
static_assert(smallPrimes.back() == 509);

/// Bit i stands for the odd number start + 2 i + 1.
using Composites = std::array<std::uint64_t, segment / 2 / 64>;

void strike(Composites& composites, std::uint32_t start, std::uint32_t prime) {
    std::uint32_t first = prime - start % prime;
    if (first % 2 == 0) first += prime;
    for (std::uint32_t i = first / 2; i < segment / 2; i += prime) {
        composites[i / 64] |= std::uint64_t{1} << (i % 64);
    }
}

std::uint64_t countAndSum(const Composites& composites, std::uint32_t start) {
    std::uint64_t count = 0;
    std::uint64_t sum = 0;
    for (std::size_t word = 0; word < composites.size(); ++word) {
        for (std::uint64_t left = ~composites[word]; left != 0; left &= left - 1) {
            const auto bit = static_cast<std::uint64_t>(std::countr_zero(left));
            sum += start + 2 * (64 * word + bit) + 1;
            ++count;
        }
    }
    return (count << 32) + sum;
}

} // namespace
} // namespace troika::kernels

uint64_t troika_kernel_primes(uint64_t amount, uint64_t key) {
    using namespace troika::kernels;
    std::uint64_t digest = 0;
    for (std::uint64_t i = 0; i < amount; ++i) {
        const auto start = static_cast<std::uint32_t>(lowest + segment * (draw(key, i) % 128));
        Composites composites{};
        for (const std::uint32_t prime : smallPrimes) strike(composites, start, prime);
        digest = fold(digest, countAndSum(composites, start));
    }
    return digest;
}
