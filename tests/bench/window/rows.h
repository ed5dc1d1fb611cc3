// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "family.h"
#include "window/display.h"

namespace troika::bench {

/// The rows of the family "window", those with a display first.
void measureShowing(const Options& options, const Tell& tell, OwnDisplay& display);
void measureRacing(const Options& options, const Tell& tell, OwnDisplay& display);
void measureInside(const Options& options, const Tell& tell);

} // namespace troika::bench
