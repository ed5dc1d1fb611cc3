// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <troika/scenario/catalogue.h>
#include <troika/scenario/scenario.h>

namespace troika::ui {

/// How the form calls the field at a path, and whose it is: "Workers (small pool)". The path itself
/// where it is no field of the form.
[[nodiscard]] QString fieldName(const std::string& path, const Scenario& scenario,
                                const Catalogue& catalogue, Language language);

} // namespace troika::ui
