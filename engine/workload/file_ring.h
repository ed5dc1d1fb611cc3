// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/descriptor.h"
#include "workload/signalled_ring.h"
#include "workload/step_work.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <troika/base/result.h>

namespace troika {

/// The operations of one file on an event loop: by the loop's own io_uring where it has one, by one
/// of the file's otherwise. Of the loop's thread.
class FileRing {
public:
    explicit FileRing(const LoopPlace& loop) : m_loop(loop) {}

    /// For operations on `file` (-1: on none but those that are named), of which about `atOnce`
    /// will be under way. "io-uring-refused".
    [[nodiscard]] Result<> open(int file, std::uint32_t atOnce);
    /// Where the ring is the file's own, waits for what is under way, for the kernel uses its
    /// memory; who awaited it is destroyed (by the loop, when it next runs or is itself destroyed).
    void close() { m_own.reset(); }

    /// Bytes moved, which may be fewer than asked for, or an error number, negated.
    Async<int> read(std::span<std::byte> bytes, std::uint64_t offset);
    Async<int> write(std::span<const std::byte> bytes, std::uint64_t offset);
    /// fdatasync(2): 0, or an error number, negated.
    Async<int> sync();

    // Of other files; what they return is negated where it is an error. Paths are absolute.

    Async<int> makeDirectory(const char* path, unsigned mode); ///< 0.
    /// A descriptor, which is the caller's.
    Async<int> openFile(const char* path, int flags, unsigned mode);
    Async<int> writeTo(int file, std::span<const std::byte> bytes, std::uint64_t offset);
    Async<int> syncAllOf(int file); ///< fsync(2): 0.
    Async<int> closeFile(Descriptor file);

private:
    template <class Prepare>
    Async<int> start(Prepare prepare, bool opens = false);

    LoopPlace m_loop;
    int m_file = -1;
    std::optional<SignalledRing> m_own; ///< Set while open, where the loop has no ring.
};

} // namespace troika
