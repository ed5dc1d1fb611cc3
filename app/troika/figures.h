// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <troika/base/text.h>
#include <troika/stats/median.h>

namespace troika::cli {

// Figures as people read them: three digits that matter, a sensible unit, a decimal comma in
// Russian, and a dash where there is no figure.

[[nodiscard]] std::string secondsText(std::optional<double> seconds, Language language);
/// A plain number, with its thousands apart: "12,345", "12 345".
[[nodiscard]] std::string numberText(std::optional<double> value, Language language);
[[nodiscard]] std::string countText(std::int64_t value, Language language);
[[nodiscard]] std::string ratioText(std::optional<double> ratio, Language language);
/// "405–420", each end as numberText or ratioText has it; empty where there is no interval.
[[nodiscard]] std::string rangeText(const std::optional<Interval>& range, Language language);
[[nodiscard]] std::string ratioRangeText(const std::optional<Interval>& range, Language language);

} // namespace troika::cli
