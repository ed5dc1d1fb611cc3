// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <troika/stats/median.h>

namespace troika::ui {

// Figures as people read them: three digits and the unit, by the default locale; "–" where there is
// no figure.

[[nodiscard]] QString durationText(std::optional<double> seconds);
/// Tasks a second: "302", "1 240", "0.52".
[[nodiscard]] QString rateText(std::optional<double> perSecond);
/// "302 (295–310)"; without the brackets where there is no interval.
[[nodiscard]] QString rateText(std::optional<double> perSecond,
                               const std::optional<Interval>& interval);
/// "14.6 × (14.0–15.2)"; without the brackets where there is no interval.
[[nodiscard]] QString ratioText(std::optional<double> ratio,
                                const std::optional<Interval>& interval);
/// Of memory, in KiB, MiB, GiB.
[[nodiscard]] QString memoryText(std::int64_t bytes);
[[nodiscard]] QString countText(std::int64_t count);

} // namespace troika::ui
