// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/backend.h"

#include <string_view>

namespace troika {

/// Every backend this Troika has, in the order they are listed.
const std::vector<BackendKind>& backendKinds();

/// The backend of that name; null where there is none.
const BackendKind* backendKind(std::string_view name);

} // namespace troika
