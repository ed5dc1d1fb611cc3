// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <troika/result/result.h>

namespace troika::ui {

/// Who finished how many times as many tasks as whom, a sentence each: against the baseline first,
/// from the greatest ratio on, then the other pairs. Rich text, contenders' titles bold.
[[nodiscard]] QStringList verdictsHtml(const RunResult& result, Language language);
/// How many of these, from the first on, are against the baseline (or say that it was stopped).
[[nodiscard]] int verdictsAgainstBaseline(const RunResult& result);
/// Contenders that failed, then doubts, as rich text; empty where there are none.
[[nodiscard]] QStringList doubtsHtml(const RunResult& result, Language language);
/// The small print under a chart: machine, seed, date.
[[nodiscard]] QString footnoteText(const RunResult& result);
/// Version, licence, and what Troika is built on.
[[nodiscard]] QString aboutText();

} // namespace troika::ui
