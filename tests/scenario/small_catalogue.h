// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <troika/scenario/catalogue.h>
#include <troika/scenario/json.h>
#include <troika/scenario/scenario.h>

namespace troika::test {

/// A catalogue with words of its own: what the scenario layer knows, it knows from here alone.
/// Steps `fetch` (every type of setting) and `store` (with file_size), arrivals `burst`, backends
/// `lone`, `crew` (workers) and `drill` (for tests).
const Catalogue& smallCatalogue();

/// A valid scenario of that catalogue, as JSON.
Json smallDocument();
/// The same as a value.
Scenario smallScenario();

/// Reads a document that has to be right.
Scenario readRight(const Json& document);
/// What is found in a document that has to be wrong.
Findings findingsOf(const Json& document);

/// "field | value | problem | allowed" of one finding in English.
std::string told(const Finding& finding);
/// Every finding has all its texts in both languages.
void expectBothLanguages(const Findings& findings);

} // namespace troika::test
