// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <troika/base/text.h>
#include <troika/scenario/setting.h>

namespace troika {

/// A unit as people write it, and how many base units it is: 10^shift * factor.
struct UnitName {
    std::string_view name;
    int shift = 0;
    double factor = 1;   ///< Exact in binary for all but minutes.
    bool written = true; ///< False: only read ("µs"; "us" is what is written).
};

/// All names of one unit, greatest first; empty for Unit::None.
[[nodiscard]] std::span<const UnitName> unitNames(Unit unit);

/// What such a quantity is called: "a duration", "a size", "a rate", "a number".
[[nodiscard]] Text unitNoun(Unit unit);

/// "50 mss" taken apart: "50" (empty where it does not begin with a number) and "mss".
struct QuantityParts {
    std::string_view number;
    std::string_view unit;
};
[[nodiscard]] QuantityParts quantityParts(std::string_view text);

} // namespace troika
