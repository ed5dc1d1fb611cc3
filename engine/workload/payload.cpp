// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/payload.h"

#include "base/xxh3.h"

#include <algorithm>
#include <cstring>
#include <troika/base/check.h>

namespace troika {
namespace {

constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;
constexpr std::size_t word = sizeof(std::uint64_t);
constexpr std::size_t pageWords = 4096 / word;

/// Inputs begin at one of so many places, this far apart.
constexpr std::uint64_t places = 1024;
constexpr std::uint64_t placeBytes = 64;

/// Word `index` of what follows from `first`, the word at the beginning.
std::uint64_t wordAt(std::uint64_t first, std::size_t index) { return first + index * odd; }

/// Writes value(0), value(1), … there; the last one as far as it fits.
template <class Value>
void fillWords(std::span<std::byte> place, Value value) {
    for (std::size_t i = 0; i * word < place.size(); ++i) {
        const std::uint64_t next = value(i);
        std::memcpy(place.data() + i * word, &next, std::min(word, place.size() - i * word));
    }
}

std::uint64_t wordIn(std::span<const std::byte> bytes, std::size_t index) {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes.data() + index * word, word);
    return value;
}

} // namespace

std::uint64_t PayloadSource::bytes() const {
    return m_size.input == 0 ? 0 : m_size.input + places * placeBytes;
}

void PayloadSource::fill(std::span<std::byte> place) const {
    TROIKA_CHECK(place.size() == bytes(), "the whole source is written");
    fillWords(place, [](std::size_t index) { return mix64(index); });
}

void PayloadSource::prepare() {
    if (!m_bytes.empty() || bytes() == 0) return;
    m_own.resize(bytes());
    fill(m_own);
    m_bytes = m_own;
}

std::span<const std::byte> PayloadSource::input(const TaskName& task) const {
    if (m_size.input == 0) return {};
    TROIKA_CHECK(m_bytes.size() == bytes(), "a source is there before its inputs");
    Draws draws(task);
    draws.next(); // The kernel's key.
    return m_bytes.subspan(draws.nextBelow(places) * placeBytes, m_size.input);
}

std::uint64_t digestOfInput(std::span<const std::byte> input) {
    return input.empty() ? 0 : xxh3(input.data(), input.size());
}

std::uint64_t writeOutput(std::span<std::byte> output, std::uint64_t result) {
    if (output.empty()) return 0;
    fillWords(output, [result](std::size_t index) { return wordAt(result, index); });
    return xxh3(output.data(), output.size());
}

bool isWholeOutput(std::span<const std::byte> output) {
    const std::size_t words = output.size() / word;
    if (words == 0) return true;
    const std::uint64_t first = wordIn(output, 0);
    for (std::size_t i = 0; i < words; i += pageWords) {
        if (wordIn(output, i) != wordAt(first, i)) return false;
    }
    return wordIn(output, words - 1) == wordAt(first, words - 1);
}

} // namespace troika
