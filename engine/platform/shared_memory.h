// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/descriptor.h"

#include <cstddef>
#include <span>
#include <troika/base/result.h>

namespace troika {

/// Memory that processes share by handing on its descriptor. It has no name: with the last of them
/// it is gone, however they end.
class SharedMemory {
public:
    SharedMemory() = default;
    /// Makes `size` bytes of zeros, which take room once they are touched.
    static Result<SharedMemory> create(std::size_t size);
    /// Maps what another process made.
    static Result<SharedMemory> open(Descriptor descriptor);

    SharedMemory(SharedMemory&& other) noexcept { *this = std::move(other); }
    SharedMemory& operator=(SharedMemory&& other) noexcept {
        std::swap(m_descriptor, other.m_descriptor);
        std::swap(m_bytes, other.m_bytes);
        return *this;
    }
    ~SharedMemory();

    [[nodiscard]] int descriptor() const { return m_descriptor.get(); }
    [[nodiscard]] std::span<std::byte> bytes() const { return m_bytes; }

private:
    Descriptor m_descriptor;
    std::span<std::byte> m_bytes;
};

} // namespace troika
