// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <troika_kernels.h>

namespace troika {

/// The kernel that a validated scenario names; an unknown one is a bug.
[[nodiscard]] troika_kernel computeKernel(const std::string& name);

} // namespace troika
