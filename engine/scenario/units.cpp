// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/units.h"

#include <array>

namespace troika {
namespace {

constexpr double kibi = 1024.0;

constexpr std::array secondNames{UnitName{"min", 0, 60, false},
                                 UnitName{"s"},
                                 UnitName{"ms", -3},
                                 UnitName{"us", -6},
                                 UnitName{"ns", -9},
                                 UnitName{"\u00B5s", -6, 1, false},
                                 UnitName{"\u03BCs", -6, 1, false}};

constexpr std::array byteNames{UnitName{"GiB", 0, kibi* kibi* kibi},
                               UnitName{"GB", 9},
                               UnitName{"MiB", 0, kibi* kibi},
                               UnitName{"MB", 6},
                               UnitName{"KiB", 0, kibi},
                               UnitName{"KB", 3},
                               UnitName{"kB", 3, 1, false},
                               UnitName{"B"}};

constexpr std::array rateNames{UnitName{"GiB/s", 0, kibi* kibi* kibi},
                               UnitName{"GB/s", 9},
                               UnitName{"MiB/s", 0, kibi* kibi},
                               UnitName{"MB/s", 6},
                               UnitName{"KiB/s", 0, kibi},
                               UnitName{"KB/s", 3},
                               UnitName{"kB/s", 3, 1, false},
                               UnitName{"B/s"}};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::size_t skipDigits(std::string_view text, std::size_t at) {
    while (at < text.size() && isDigit(text[at])) ++at;
    return at;
}

/// Length of the JSON-like number that `text` begins with; 0 where there is none.
std::size_t numberLength(std::string_view text) {
    const std::size_t first = !text.empty() && text[0] == '-' ? 1 : 0;
    std::size_t at = skipDigits(text, first);
    if (at == first) return 0;
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = skipDigits(text, at + 1);
        if (fraction == at + 1) return 0;
        at = fraction;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        std::size_t exponent = at + 1;
        if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) ++exponent;
        const std::size_t end = skipDigits(text, exponent);
        if (end > exponent) at = end;
    }
    return at;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

} // namespace

std::span<const UnitName> unitNames(Unit unit) {
    switch (unit) {
    case Unit::Seconds:
        return secondNames;
    case Unit::Bytes:
        return byteNames;
    case Unit::BytesPerSecond:
        return rateNames;
    case Unit::None:
        break;
    }
    return {};
}

Text unitNoun(Unit unit) {
    switch (unit) {
    case Unit::Seconds:
        return {"a duration", "длительность"};
    case Unit::Bytes:
        return {"a size", "размер"};
    case Unit::BytesPerSecond:
        return {"a rate", "скорость"};
    case Unit::None:
        break;
    }
    return {"a number", "число"};
}

QuantityParts quantityParts(std::string_view text) {
    const std::string_view whole = trimmed(text);
    const std::size_t length = numberLength(whole);
    return {whole.substr(0, length), trimmed(whole.substr(length))};
}

} // namespace troika
