// SPDX-License-Identifier: GPL-3.0-or-later
#include "origin/request.h"

#include "origin/stall_windows.h"

#include <troika/base/check.h>

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace troika {
namespace {

using Problem = std::optional<std::string>;

struct Range {
    std::uint64_t low;
    std::uint64_t high;
};

/// Reads a whole decimal number within `range` into `into`.
template <class Number>
Problem readNumber(std::string_view name, std::string_view text, Range range, Number& into) {
    std::uint64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stop != end || number < range.low || number > range.high) {
        return fmt::format("{}={}: must be a whole number from {} to {}", name, text, range.low,
                           range.high);
    }
    into = static_cast<Number>(number);
    return std::nullopt;
}

Problem readDelay(std::string_view name, std::string_view text, std::chrono::microseconds& into) {
    std::uint64_t microseconds = 0;
    auto problem = readNumber(
        name, text, {0, static_cast<std::uint64_t>(longestOriginDelay.count())}, microseconds);
    into = std::chrono::microseconds(microseconds);
    return problem;
}

Problem readStatus(std::string_view name, std::string_view text, std::uint32_t& into) {
    auto problem = readNumber(name, text, {200, 599}, into);
    if (!problem && into != 200 && into < 400) {
        problem = fmt::format("{}={}: must be 200, or from 400 to 599", name, text);
    }
    return problem;
}

Problem readParameter(std::string_view name, std::string_view text, OriginRequest& into) {
    if (name == "size") return readNumber(name, text, {0, largestBody}, into.size);
    if (name == "variant") return readNumber(name, text, {0, bodyVariants - 1}, into.variant);
    if (name == "delay_us") return readDelay(name, text, into.delay);
    if (name == "rate") return readNumber(name, text, {0, highestOriginRate}, into.rate);
    if (name == "status") return readStatus(name, text, into.status);
    if (name == "cut") return readNumber(name, text, {0, 1}, into.cut);
    if (name == "stalls") return readNumber(name, text, {0, stallLists}, into.stalls);
    return fmt::format(
        "{}: no such parameter; there are size, variant, delay_us, rate, status, cut, stalls",
        name);
}

void append(TargetText& target, std::string_view name, std::uint64_t number) {
    target.append(name);
    target.append(number);
}

} // namespace

void TargetText::append(std::string_view text) {
    TROIKA_CHECK(m_size + text.size() <= m_text.size(), "a target fits");
    std::copy(text.begin(), text.end(), m_text.begin() + static_cast<std::ptrdiff_t>(m_size));
    m_size += text.size();
}

void TargetText::append(std::uint64_t number) {
    const auto end = std::to_chars(m_text.data() + m_size, m_text.data() + m_text.size(), number);
    TROIKA_CHECK(end.ec == std::errc{}, "a target fits");
    m_size = static_cast<std::size_t>(end.ptr - m_text.data());
}

TargetText writeTarget(const OriginRequest& request) {
    TargetText target;
    append(target, "/body?size=", request.size);
    if (request.variant != 0) append(target, "&variant=", request.variant);
    if (request.delay.count() != 0) {
        append(target, "&delay_us=", static_cast<std::uint64_t>(request.delay.count()));
    }
    if (request.rate != 0) append(target, "&rate=", request.rate);
    if (request.status != 200) append(target, "&status=", request.status);
    if (request.cut) append(target, "&cut=", 1);
    if (request.stalls != 0) append(target, "&stalls=", request.stalls);
    return target;
}

tl::expected<OriginRequest, std::string> readQuery(std::string_view query) {
    OriginRequest request;
    bool sized = false;
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        const std::size_t equals = pair.find('=');
        const std::string_view name = pair.substr(0, equals);
        const std::string_view text =
            equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1);
        if (auto problem = readParameter(name, text, request)) {
            return tl::unexpected(std::move(*problem));
        }
        sized = sized || name == "size";
    }
    if (!sized) return tl::unexpected(std::string("size: is missing"));
    return request;
}

} // namespace troika
