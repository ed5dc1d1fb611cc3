// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/draw.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace troika {

/// Bytes that a task brings to whoever works on it, and that it gives back.
struct PayloadSize {
    std::uint64_t input = 0;
    std::uint64_t output = 0;

    PayloadSize& operator+=(const PayloadSize& other) {
        input += other.input;
        output += other.output;
        return *this;
    }
    bool operator==(const PayloadSize&) const = default;
};

/// Where one task's payload lies.
struct Payload {
    std::span<const std::byte> input;
    std::span<std::byte> output;
};

/// What all tasks of one step take their inputs from: each has a stretch of it, drawn from its
/// name, so that no input has to be made within a slice. Read by any thread once it is there.
class PayloadSource {
public:
    explicit PayloadSource(PayloadSize size) : m_size(size) {}

    [[nodiscard]] const PayloadSize& size() const { return m_size; }
    /// Bytes of the whole source: one input and what the stretches differ by.
    [[nodiscard]] std::uint64_t bytes() const;
    /// Writes it there, bytes() bytes, the same in every process: word i is mix64(i),
    /// little-endian.
    void fill(std::span<std::byte> place) const;

    /// Makes it in memory of its own, unless it is there.
    void prepare();
    /// Uses what fill() has written there, which has to stay.
    void use(std::span<const std::byte> place) { m_bytes = place; }
    /// The input of that step of a task (its own step number in `task`). Needs prepare() or use().
    [[nodiscard]] std::span<const std::byte> input(const TaskName& task) const;

private:
    PayloadSize m_size;
    std::vector<std::byte> m_own;
    std::span<const std::byte> m_bytes;
};

/// XXH3-64 of an input; 0 for none.
[[nodiscard]] std::uint64_t digestOfInput(std::span<const std::byte> input);

/// Fills an output with what follows from a task's `result` (word i is result + i *
/// 0x9E3779B97F4A7C15, little-endian), and gives its XXH3-64; 0 for none.
std::uint64_t writeOutput(std::span<std::byte> output, std::uint64_t result);

/// Whether all pages of one output have come: looks at a word of each. (Its digest was computed
/// where it was written, as every backend does; here only the way back is in question.)
[[nodiscard]] bool isWholeOutput(std::span<const std::byte> output);

} // namespace troika
