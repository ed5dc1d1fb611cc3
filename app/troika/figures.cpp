// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace troika::cli {
namespace {

constexpr const char* none = "–";

std::string inLanguage(std::string number, Language language) {
    if (language == Language::Russian) std::replace(number.begin(), number.end(), '.', ',');
    return number;
}

/// Three digits that matter, none of them behind a thousand.
std::string threeDigits(double value, Language language) {
    const double size = std::abs(value);
    const int decimals = value == 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
    return inLanguage(fmt::format("{:.{}f}", value, decimals), language);
}

struct Step {
    double from;
    double unit;
    Text name;
};

std::string scaled(double value, const std::array<Step, 4>& steps, Language language) {
    for (const Step& step : steps) {
        if (value < step.from) continue;
        return threeDigits(value / step.unit, language) + " " + step.name.in(language);
    }
    return {};
}

} // namespace

std::string secondsText(std::optional<double> seconds, Language language) {
    if (!seconds || !std::isfinite(*seconds)) return none;
    static const std::array<Step, 4> steps{{{0.9995, 1, {"s", "с"}},
                                            {0.9995e-3, 1e-3, {"ms", "мс"}},
                                            {0.9995e-6, 1e-6, {"µs", "мкс"}},
                                            {-1e300, 1e-9, {"ns", "нс"}}}};
    return scaled(*seconds, steps, language);
}

std::string countText(std::int64_t value, Language language) {
    std::string digits = std::to_string(std::abs(value));
    const char* const gap = language == Language::Russian ? "\u00A0" : ",";
    for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > 0; place -= 3) {
        digits.insert(static_cast<std::size_t>(place), gap);
    }
    return (value < 0 ? "-" : "") + digits;
}

std::string numberText(std::optional<double> value, Language language) {
    if (!value || !std::isfinite(*value)) return none;
    if (std::abs(*value) >= 999.5) return countText(std::llround(*value), language);
    return threeDigits(*value, language);
}

std::string ratioText(std::optional<double> ratio, Language language) {
    if (!ratio || !std::isfinite(*ratio)) return none;
    if (*ratio > 0 && *ratio < 0.0995) return inLanguage(fmt::format("{:.2g}", *ratio), language);
    return numberText(ratio, language);
}

std::string rangeText(const std::optional<Interval>& range, Language language) {
    if (!range) return {};
    return numberText(range->low, language) + none + numberText(range->high, language);
}

std::string ratioRangeText(const std::optional<Interval>& range, Language language) {
    if (!range) return {};
    return ratioText(range->low, language) + none + ratioText(range->high, language);
}

} // namespace troika::cli
