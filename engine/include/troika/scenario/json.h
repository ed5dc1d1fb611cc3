// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <troika/scenario/catalogue.h>
#include <troika/scenario/scenario.h>

namespace troika {

using Json = nlohmann::ordered_json;

/// A scenario file larger than this is refused.
inline constexpr std::size_t mostScenarioBytes = 1 << 20;

/// Parses JSON text; a syntax error is one finding that names line and column. A key given twice,
/// more than 32 levels and more than `mostBytes` are findings too.
[[nodiscard]] tl::expected<Json, Findings> parseJson(std::string_view text,
                                                     std::size_t mostBytes = mostScenarioBytes);

/// Whether a text is UTF-8, as everything in JSON has to be.
[[nodiscard]] bool isUtf8(const std::string& text);

/// Reads `troika-scenario/1`, fills in defaults, and reports every finding at once (unknown keys
/// with the nearest known one, wrong types, units and ranges, unknown kinds and backends, labels).
/// Pure.
[[nodiscard]] tl::expected<Scenario, Findings> readScenario(const Json& document,
                                                            const Catalogue& catalogue);

/// The scenario with every default filled in; quantities with units, so that
/// readScenario(writeScenario(s)) == s exactly.
[[nodiscard]] Json writeScenario(const Scenario& scenario, const Catalogue& catalogue);

/// Changes one field of a scenario document before it is read, for `--set PATH=VALUE`. Paths:
/// `rounds`, `workload.steps.0.delay.mean`, `backends[LABEL].workers`, `backends[*].workers`.
/// VALUE is JSON where it parses as such, else a string; null takes the field away, so that its
/// default holds. Objects on the way are created
/// (a fixed `delay` given as a string becomes an object only where the rest of the path fits).
[[nodiscard]] Findings setField(Json& document, std::string_view pathAndValue);
/// The same with path and value apart.
[[nodiscard]] Findings setField(Json& document, std::string_view path, Json value);

/// A quantity as people write it: "50 ms", "100 KiB", "20 MiB/s"; exact when read back.
[[nodiscard]] std::string writeQuantity(double value, Unit unit);
/// The least or greatest value of a setting, as a scenario would write it.
[[nodiscard]] std::string writeLimit(double limit, const Setting& setting);
/// Number with unit (blanks optional) to base units; nothing where it is no quantity of this unit.
[[nodiscard]] std::optional<double> readQuantity(std::string_view text, Unit unit);

} // namespace troika
