// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace troika {

/// Lines from a descriptor that it only borrows. Used by one thread.
class LineReader {
public:
    explicit LineReader(int descriptor) : m_descriptor(descriptor) {}

    /// The next line without its end; waits for it. Nothing at the end of input.
    std::optional<std::string> next();
    /// A line that is already complete in what was read, if there is one.
    std::optional<std::string> ready();
    /// Reads what is there once (it waits where nothing is); false at the end of input.
    bool fill();

private:
    int m_descriptor;
    std::string m_buffer;
};

} // namespace troika
