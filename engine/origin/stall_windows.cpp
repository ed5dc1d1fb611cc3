// SPDX-License-Identifier: GPL-3.0-or-later
#include "origin/stall_windows.h"

#include <charconv>
#include <fmt/format.h>

namespace troika {
namespace {

std::optional<std::int64_t> wholeNumber(std::string_view text) {
    std::int64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stop != end || number < 0) return std::nullopt;
    return number;
}

std::optional<StallWindow> readWindow(std::string_view text) {
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto from = wholeNumber(text.substr(0, dash));
    const auto until = wholeNumber(text.substr(dash + 1));
    if (!from || !until || *until < *from) return std::nullopt;
    return StallWindow{std::chrono::nanoseconds(*from), std::chrono::nanoseconds(*until)};
}

/// Takes what stands before the next `separator`, and that too.
std::string_view takePart(std::string_view& text, char separator) {
    const std::string_view part = text.substr(0, text.find(separator));
    text.remove_prefix(std::min(text.size(), part.size() + 1));
    return part;
}

} // namespace

std::string writeStalls(const StallList& stalls) {
    std::string text = fmt::format("/stalls?list={}&windows=", stalls.list);
    for (const StallWindow& window : stalls.windows) {
        if (text.back() != '=') text += ',';
        text += fmt::format("{}-{}", window.from.count(), window.until.count());
    }
    return text;
}

tl::expected<StallList, std::string> readStalls(std::string_view query) {
    constexpr std::string_view listName = "list=";
    constexpr std::string_view windowsName = "windows=";
    StallList stalls;
    const std::string_view list = takePart(query, '&');
    const auto number =
        list.starts_with(listName) ? wholeNumber(list.substr(listName.size())) : std::nullopt;
    if (!number || *number < 1 || *number > stallLists) {
        return tl::unexpected(fmt::format("list: must be a whole number from 1 to {}", stallLists));
    }
    stalls.list = static_cast<std::uint32_t>(*number);
    if (!query.starts_with(windowsName)) return tl::unexpected(std::string("windows: is missing"));
    query.remove_prefix(windowsName.size());
    while (!query.empty()) {
        const auto window = readWindow(takePart(query, ','));
        if (!window || stalls.windows.size() == mostStalls) {
            return tl::unexpected(fmt::format(
                "windows: must be at most {} FROM-UNTIL, whole nanoseconds, between commas",
                mostStalls));
        }
        stalls.windows.push_back(*window);
    }
    return stalls;
}

void StallWindows::set(StallList stalls) {
    const std::scoped_lock lock(m_mutex);
    m_lists.at(stalls.list - 1) = std::move(stalls.windows);
}

std::optional<StallWindows::Clock::time_point> StallWindows::openUntil(std::uint32_t list,
                                                                       Clock::time_point now) {
    if (list == 0) return std::nullopt;
    const std::scoped_lock lock(m_mutex);
    for (const StallWindow& window : m_lists.at(list - 1)) {
        const auto at = now.time_since_epoch();
        if (at >= window.from && at < window.until) return Clock::time_point(window.until);
    }
    return std::nullopt;
}

} // namespace troika
