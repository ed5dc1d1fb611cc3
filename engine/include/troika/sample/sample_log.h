// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/base/result.h>
#include <troika/sample/sample.h>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace troika {

/// One 64-byte slot of the log: a Sample, its outcome stored last (release), so that a reader that
/// sees an outcome (acquire) sees the whole sample. One writer a slot.
struct alignas(64) SampleSlot {
    Sample sample;
};
static_assert(sizeof(SampleSlot) == 64);

inline void storeSample(SampleSlot& slot, const Sample& sample) {
    slot.sample.due = sample.due;
    slot.sample.start = sample.start;
    slot.sample.end = sample.end;
    slot.sample.digest = sample.digest;
    slot.sample.lane = sample.lane;
    slot.sample.stepEnd = sample.stepEnd;
    std::atomic_ref(slot.sample.outcome).store(sample.outcome, std::memory_order_release);
}

/// A copy that is whole if its outcome is not Empty.
[[nodiscard]] inline Sample loadSample(SampleSlot& slot) {
    Sample copy;
    copy.outcome = std::atomic_ref(slot.sample.outcome).load(std::memory_order_acquire);
    if (copy.outcome == Outcome::Empty) return copy;
    const Outcome outcome = copy.outcome;
    copy = slot.sample;
    copy.outcome = outcome;
    return copy;
}

/// What the log says about one slice attempt (32 bytes in the file).
struct SliceMark {
    std::int64_t begin = 0; ///< When its first task was due, ns; 0 before.
    std::int64_t end = 0;   ///< When the runner was done with it, ns; 0 before.
    std::uint64_t admitted = 0;
    std::uint64_t state = 0; ///< 0 unused, 1 prepared, 2 running, 3 done.
};

/// The memory-mapped sample log of one trial, shared by runner and supervisor while it runs; its
/// layout is docs/protocol.md, "Sample log". Slots lie slice by slice: slice s, task t is slot
/// s * slotsPerSlice + t. Not copyable; slots may be written and read by any thread.
class SampleLog {
public:
    static constexpr std::uint32_t version = 1;

    /// Makes the file with room for all slices promised but not yet taken (see prepare).
    static Result<SampleLog> create(const std::filesystem::path& file, std::uint64_t slotsPerSlice,
                                    std::uint64_t slices);
    /// Maps an existing log for reading and writing; a foreign or damaged file is a failure.
    static Result<SampleLog> open(const std::filesystem::path& file);

    SampleLog(SampleLog&&) noexcept;
    SampleLog& operator=(SampleLog&&) noexcept;
    ~SampleLog();

    /// Takes the memory of one slice and touches it, so that no lane ever waits for a page and a
    /// full file system is a failure here and not a SIGBUS later. Called outside the slice.
    Result<> prepare(std::uint64_t slice);

    [[nodiscard]] std::uint64_t slices() const;
    [[nodiscard]] std::uint64_t slotsPerSlice() const;
    [[nodiscard]] std::span<SampleSlot> slots(std::uint64_t slice) const;
    [[nodiscard]] SliceMark& mark(std::uint64_t slice) const;
    /// Copies of a slice's samples: of all admitted tasks, those that never ended too.
    [[nodiscard]] std::vector<Sample> samples(std::uint64_t slice) const;
    /// Bytes of a log of this shape.
    [[nodiscard]] static std::uint64_t bytes(std::uint64_t slotsPerSlice, std::uint64_t slices);

private:
    SampleLog(int descriptor, void* address, std::uint64_t length);
    int m_descriptor = -1;
    void* m_address = nullptr;
    std::uint64_t m_length = 0;
};

} // namespace troika
