// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace troika {

/// There are lists 1 to this; 0 is none.
inline constexpr std::uint32_t stallLists = 16;
inline constexpr std::size_t mostStalls = 16; ///< In a list.

/// When the origin neither answers nor sends, on CLOCK_MONOTONIC.
struct StallWindow {
    std::chrono::nanoseconds from{};
    std::chrono::nanoseconds until{};

    bool operator==(const StallWindow&) const = default;
};

/// What a runner tells the origin as its slice begins; it holds until something else is told. On
/// the wire: `PUT /stalls?list=N&windows=FROM-UNTIL,FROM-UNTIL`, in nanoseconds; no windows: none.
struct StallList {
    std::uint32_t list = 0;
    std::vector<StallWindow> windows;

    bool operator==(const StallList&) const = default;
};

[[nodiscard]] std::string writeStalls(const StallList& stalls);
/// Of the part after `/stalls?`, or a sentence that says why not.
[[nodiscard]] tl::expected<StallList, std::string> readStalls(std::string_view query);

/// The lists that hold. Any thread.
class StallWindows {
public:
    using Clock = std::chrono::steady_clock;

    void set(StallList stalls);
    /// When the window ends that is open at `now` for requests that name this list.
    [[nodiscard]] std::optional<Clock::time_point> openUntil(std::uint32_t list,
                                                             Clock::time_point now);

private:
    std::mutex m_mutex; ///< Guards what follows.
    std::array<std::vector<StallWindow>, stallLists> m_lists;
};

} // namespace troika
