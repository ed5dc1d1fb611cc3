// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sweep_curves.h"

#include <QString>

namespace troika::ui {

// A sweep in words. Texts are those of the translator that is installed; what the engine declares
// comes in the language asked for.

/// For a list: "throughput", "p99", "CPU a task".
[[nodiscard]] QString measureName(Measure measure);
/// For a heading: "Tasks finished a second", "p99 of the service time".
[[nodiscard]] QString measureTitle(Measure measure, bool fromStart);
/// A figure with its unit.
[[nodiscard]] QString figureText(Measure measure, std::optional<double> figure);
/// "Workers, large pool".
[[nodiscard]] QString axisText(const SweepAxis& axis, Language language);
/// A swept value with its unit.
[[nodiscard]] QString sweptText(double value, Unit unit, Language language);
/// The values of a point: "Workers, large pool: 8; Delay: 20 ms".
[[nodiscard]] QString pointText(const SweepTable& table, std::size_t place, Language language);

/// Who is fastest how often, by the engine's verdicts on throughput: one sentence for the whole
/// sweep; empty where nothing was measured.
[[nodiscard]] QString sweepVerdict(const SweepTable& table, const Scenario& scenario,
                                   Language language);

} // namespace troika::ui
