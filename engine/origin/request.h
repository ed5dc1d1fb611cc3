// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace troika {

inline constexpr std::uint64_t largestBody = std::uint64_t{1} << 30;
inline constexpr std::uint32_t bodyVariants = 16;
inline constexpr std::chrono::microseconds longestOriginDelay = std::chrono::hours(1);
inline constexpr std::uint64_t highestOriginRate = 1'000'000'000'000;

/// What a download asks of the origin, which decides nothing itself. On the wire:
/// `/body?size=N&variant=V&delay_us=D&rate=B&status=S&cut=1&stalls=L`, all but the size optional.
struct OriginRequest {
    std::uint64_t size = 0;            ///< Bytes of body, up to largestBody.
    std::uint32_t variant = 0;         ///< Which of the bodyVariants bodies.
    std::chrono::microseconds delay{}; ///< Before the answer, up to longestOriginDelay.
    std::uint64_t rate = 0;            ///< Bytes a second of the body; 0: as fast as it goes.
    std::uint32_t status = 200;        ///< 200, or 400 to 599 with a short body instead.
    bool cut = false;                  ///< Close the connection when half of the answer is sent.
    std::uint32_t stalls = 0;          ///< The list of stalls (stall_windows.h) that holds for it.

    bool operator==(const OriginRequest&) const = default;
};

/// A request target as text, without a heap allocation.
class TargetText {
public:
    [[nodiscard]] std::string_view view() const { return {m_text.data(), m_size}; }
    void append(std::string_view text);
    void append(std::uint64_t number);

private:
    std::array<char, 160> m_text{};
    std::size_t m_size = 0;
};

/// The target of `request`; what has its default is left out.
[[nodiscard]] TargetText writeTarget(const OriginRequest& request);

/// What the part of a target after `/body?` asks for, or why it cannot be had: a sentence for
/// whoever wrote the client. Allocates for a failure alone.
[[nodiscard]] tl::expected<OriginRequest, std::string> readQuery(std::string_view query);

} // namespace troika
