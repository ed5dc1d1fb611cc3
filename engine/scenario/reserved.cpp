// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/read_setting.h"

#include <algorithm>
#include <array>

namespace troika {

bool isReserved(std::string_view word) {
    constexpr std::array<std::string_view, 8> words{"drops",  "stalls", "payload", "pareto",
                                                    "closed", "open",   "append",  "create"};
    return std::ranges::find(words, word) != words.end();
}

} // namespace troika
