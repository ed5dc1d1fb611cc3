// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <troika/scenario/catalogue.h>
#include <troika/scenario/scenario.h>

namespace troika {

/// What this machine can hold, read once at the edge (see platform) so that validation stays pure.
/// A value of -1 means unknown: not checked.
struct MachineLimits {
    std::int64_t descriptors = -1;       ///< A process may open (hard limit).
    std::int64_t threads = -1;           ///< More that may be started.
    std::int64_t ports = -1;             ///< Ephemeral ports to one address.
    std::int64_t sharedMemoryBytes = -1; ///< Free, for sample logs.
    std::int64_t memoryBytes = -1;       ///< Free.
    std::int64_t diskBytes = -1;         ///< Free in the base directory of the disk workload.
    std::int64_t diskFiles = -1;         ///< That may still be made there.
    bool diskIsMemory = false;           ///< The base directory lies on a RAM file system.
    bool diskIsWritable = true;
    std::string diskDirectory; ///< The base directory, for messages.
};

/// Bytes of sample logs that a run of `scenario` needs in shared memory, all contenders together:
/// never less than the logs take, and at most two pages a log more.
[[nodiscard]] std::uint64_t sampleLogBytes(const Scenario& scenario);

/// A result holds no more bytes of samples than this: 32 million tasks.
inline constexpr std::uint64_t mostSampleBytes = std::uint64_t{2} << 30;

/// And no more bytes of figures.
inline constexpr std::uint64_t mostFigureBytes = std::uint64_t{256} << 20;
/// About how many bytes the figures in the result of a run of `scenario`, one point, take: rather
/// too many than too few.
[[nodiscard]] std::uint64_t figureBytes(const Scenario& scenario);

/// Bytes of samples in the result of a run of `scenario`, if every repeat of a round is needed.
[[nodiscard]] std::uint64_t sampleFileBytes(const Scenario& scenario);

/// Every reason why this scenario cannot run on a machine with these limits, with the field to
/// change (a size that would fill the disk, more connections or threads than allowed, more samples
/// than a result can hold, …). Of a sweep, each point has to fit by itself. Pure.
[[nodiscard]] Findings validateFor(const Scenario& scenario, const Catalogue& catalogue,
                                   const MachineLimits& limits);

} // namespace troika
