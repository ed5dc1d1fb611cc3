// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <troika/result/result.h>

namespace troika::ui {

// Of one point: of a swept race the one that was chosen, else the only one.

/// Who finished how many times as many tasks as whom, a sentence each: against the baseline first,
/// from the greatest ratio on, then the other pairs. Rich text, contenders' titles bold.
[[nodiscard]] QStringList verdictsHtml(const RunResult& result, Language language,
                                       std::size_t point = 0);
/// How many of these, from the first on, are against the baseline (or say that it was stopped).
[[nodiscard]] int verdictsAgainstBaseline(const RunResult& result, std::size_t point = 0);
/// Contenders that failed, then doubts, as rich text; empty where there are none.
[[nodiscard]] QStringList doubtsHtml(const RunResult& result, Language language,
                                     std::size_t point = 0);
/// The small print under a chart: machine, seed, date.
[[nodiscard]] QString footnoteText(const RunResult& result);
/// Version, licence, and what Troika is built on.
[[nodiscard]] QString aboutText();

} // namespace troika::ui
