// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/line_reader.h"

#include <cerrno>
#include <unistd.h>

namespace troika {

std::optional<std::string> LineReader::next() {
    for (;;) {
        if (auto line = ready()) return line;
        if (!fill()) return std::nullopt;
    }
}

std::optional<std::string> LineReader::ready() {
    const std::size_t end = m_buffer.find('\n');
    if (end == std::string::npos) return std::nullopt;
    std::string line = m_buffer.substr(0, end);
    m_buffer.erase(0, end + 1);
    return line;
}

bool LineReader::fill() {
    char bytes[4096];
    ssize_t got = 0;
    do {
        got = ::read(m_descriptor, bytes, sizeof bytes);
    } while (got < 0 && errno == EINTR);
    if (got > 0) m_buffer.append(bytes, static_cast<std::size_t>(got));
    return got > 0;
}

} // namespace troika
