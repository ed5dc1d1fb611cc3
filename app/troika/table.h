// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <troika/base/text.h>
#include <troika/result/result.h>

namespace troika::cli {

/// How a text is laid out for whoever reads it.
struct Layout {
    Language language = Language::English;
    std::size_t width = 100; ///< Columns; 0: as wide as it gets.
    bool colour = false;
};

/// A result as a table: who was how fast and at what cost, then what follows from it, what to
/// distrust, and how things were done. Ends with a newline. Pure.
[[nodiscard]] std::string resultTable(const RunResult& result, const Layout& layout);

} // namespace troika::cli
