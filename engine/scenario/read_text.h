// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <troika/scenario/catalogue.h>
#include <troika/scenario/json.h>

namespace troika {

/// A text in one language for all ("…") or in several ({"en": "…", "ru": "…"}; a missing English
/// one is taken from the Russian). Findings under `field`: another language, control characters,
/// nothing written.
[[nodiscard]] Text readText(const Json& value, const std::string& field, Findings& findings);

/// The object for `text`, which readText() reads back the same; the missing language is left out.
[[nodiscard]] Json writeText(const Text& text);

} // namespace troika
