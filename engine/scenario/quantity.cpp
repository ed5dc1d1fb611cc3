// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/units.h"

#include <troika/base/check.h>
#include <troika/scenario/json.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace troika {
namespace {

/// The double nearest to `digits` times 10^shift, which `digits` times a power need not be: the
/// exponent is changed in the text, and the text rounded once.
std::optional<double> parseShifted(std::string_view digits, int shift) {
    const auto mark = digits.find_first_of("eE");
    long exponent = 0;
    if (mark != std::string_view::npos) {
        std::string_view tail = digits.substr(mark + 1);
        if (tail.front() == '+') tail.remove_prefix(1);
        const auto [end, error] = std::from_chars(tail.data(), tail.data() + tail.size(), exponent);
        if (error != std::errc{} || std::abs(exponent) > 1000) return std::nullopt;
    }
    const std::string text = fmt::format("{}e{}", digits.substr(0, mark), exponent + shift);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// `value` in units of 10^shift, plainly written ("0.015" for shift -3 is "15"): the shortest
/// digits that give `value` again, with the point moved.
std::string writeShifted(double value, int shift) {
    char buffer[64];
    const auto written =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific);
    const std::string_view all(buffer, static_cast<std::size_t>(written.ptr - buffer));
    const auto mark = all.find('e');
    std::string digits(1, all[0]);
    if (mark > 2) digits += all.substr(2, mark - 2);
    int point = 1 + std::atoi(std::string(all.substr(mark + 1)).c_str()) - shift;
    if (point <= 0) {
        digits.insert(0, static_cast<std::size_t>(1 - point), '0');
        point = 1;
    }
    const auto place = static_cast<std::size_t>(point);
    if (digits.size() < place) digits.append(place - digits.size(), '0');
    if (digits.size() > place) digits.insert(place, 1, '.');
    return digits;
}

/// Fewer characters, points aside: then the greater unit wins where only a point moves.
bool isShorter(const std::string& text, const std::string& than) {
    const auto length = [](const std::string& one) {
        return static_cast<std::ptrdiff_t>(one.size()) - std::ranges::count(one, '.');
    };
    return length(text) < length(than);
}

bool isBase(const UnitName& name) { return name.shift == 0 && name.factor == 1; }

/// Whether a value of `magnitude` is at least one of this unit.
bool reaches(double magnitude, const UnitName& name) {
    return magnitude >= name.factor * std::pow(10.0, name.shift);
}

} // namespace

std::string writeQuantity(double value, Unit unit) {
    TROIKA_CHECK(std::isfinite(value), "a quantity is finite");
    const double magnitude = std::abs(value);
    const auto names = unitNames(unit);
    if (names.empty()) return (std::signbit(value) ? "-" : "") + writeShifted(magnitude, 0);
    std::string best;
    std::string inSmallest;
    for (const UnitName& name : names) {
        if (!name.written) continue;
        inSmallest =
            fmt::format("{} {}", writeShifted(magnitude / name.factor, name.shift), name.name);
        const bool fits = magnitude == 0 ? isBase(name) : reaches(magnitude, name);
        if (fits && (best.empty() || isShorter(inSmallest, best))) best = inSmallest;
    }
    if (best.empty()) best = inSmallest;
    return (std::signbit(value) ? "-" : "") + best;
}

std::string writeLimit(double limit, const Setting& setting) {
    if (setting.type == SettingType::Integer) {
        return fmt::format("{}", static_cast<std::int64_t>(limit));
    }
    return writeQuantity(limit, setting.type == SettingType::Delay ? Unit::Seconds : setting.unit);
}

std::optional<double> readQuantity(std::string_view text, Unit unit) {
    const QuantityParts parts = quantityParts(text);
    if (parts.number.empty()) return std::nullopt;
    if (parts.unit.empty()) return parseShifted(parts.number, 0);
    for (const UnitName& name : unitNames(unit)) {
        if (name.name != parts.unit) continue;
        const auto value = parseShifted(parts.number, name.shift);
        if (!value || !std::isfinite(*value * name.factor)) return std::nullopt;
        return *value * name.factor;
    }
    return std::nullopt;
}

} // namespace troika
