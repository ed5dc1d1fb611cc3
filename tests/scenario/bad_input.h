// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/small_catalogue.h"

#include <string>
#include <vector>

namespace troika::test {

/// One change to the small document (a JSON pointer and a value; "-" erases) and every finding it
/// gets, as told() tells it.
struct BadInput {
    const char* pointer;
    const char* value;
    std::vector<std::string> findings;
};

void expectFindings(const std::vector<BadInput>& table);

/// "start | allowed".
std::string line(const std::string& start, const char* allowed);

} // namespace troika::test
