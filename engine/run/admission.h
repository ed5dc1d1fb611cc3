// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/pass.h"

#include <cstdint>
#include <troika/sample/sample_log.h>
#include <troika/scenario/scenario.h>

namespace troika {

/// How long the slice of that pass let tasks in, ns; 0 where their number ended it: because that is
/// how the arrivals are meant, or because the log had no room for more.
[[nodiscard]] inline std::int64_t admissionIn(const SampleLog& log, const Pass& pass,
                                              const Arrivals& arrivals) {
    const bool full = log.mark(pass.slice).admitted >= log.slotsPerSlice();
    return full ? 0 : admissionOf(arrivals).count();
}

} // namespace troika
