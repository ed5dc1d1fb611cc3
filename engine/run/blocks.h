// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <troika/result/result.h>
#include <troika/scenario/points.h>
#include <troika/scenario/validate.h>
#include <vector>

namespace troika {

/// Points that race at once, by their numbers.
using Block = std::vector<std::size_t>;

/// The points in their order, as many in a block as memory, shared memory, disk, threads and
/// descriptors allow, at least one. All but the first have room for one contender more, the
/// anchor: the baseline at the first point. Pure.
[[nodiscard]] std::vector<Block> planBlocks(const std::vector<Point>& points,
                                            const Catalogue& catalogue,
                                            const MachineLimits& limits);

/// What a result says of a run in blocks: how the anchor fared, tasks a second, one a block.
/// Nothing where it was one.
[[nodiscard]] std::optional<Doubt> doubtBlocks(const Scenario& scenario,
                                               const std::vector<std::optional<double>>& anchors);

} // namespace troika
