// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table.h"

#include <string>
#include <troika/scenario/catalogue.h>
#include <troika/scenario/json.h>

namespace troika::cli {

/// Who can race, and with which settings; without what is for tests only. Pure.
[[nodiscard]] std::string backendsText(const Catalogue& catalogue, const Layout& layout);
[[nodiscard]] std::string backendsJson(const Catalogue& catalogue);

/// {"en": …, "ru": …}
[[nodiscard]] Json textJson(const Text& text);

} // namespace troika::cli
