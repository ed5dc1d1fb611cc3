// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <troika/result/result.h>

namespace troika::ui {

/// Who was how much faster than the baseline, a sentence each.
[[nodiscard]] QString verdictText(const RunResult& result, Language language);
/// The same as rich text, with the contenders' titles bold.
[[nodiscard]] QString verdictHtml(const RunResult& result, Language language);
/// Every comparison of throughput, a line each: neighbours in rank as well.
[[nodiscard]] QString allVerdictsText(const RunResult& result, Language language);
/// Doubts, and contenders that failed, a line each; empty where there are none.
[[nodiscard]] QString doubtText(const RunResult& result, Language language);
/// The small print under a chart: machine, seed, date.
[[nodiscard]] QString footnoteText(const RunResult& result);
/// Version, licence, and what Troika is built on.
[[nodiscard]] QString aboutText();

} // namespace troika::ui
