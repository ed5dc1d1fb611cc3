// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <troika/base/result.h>

namespace troika {

/// Asks the origin for the heads of all bodies of that size, so that it has computed their
/// checksums before anything is measured. Fails where the origin does not answer.
Result<> warmOrigin(std::uint16_t port, std::uint64_t size);

} // namespace troika
