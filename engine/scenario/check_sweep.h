// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/scenario/points.h>

namespace troika {

/// Findings for a sweep of something that is not a number, of too many trials, and for every value
/// (or, on a grid, the first combination) that the scenario would not allow. All else in it has to
/// be right. Where a path takes quantities, plain numbers of a sweep get its unit.
void checkSweeps(Scenario& scenario, const Catalogue& catalogue, Findings& findings);

} // namespace troika
