// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/system_files.h"

#include <fstream>

namespace troika {
namespace {

std::string stripped(const std::string& text, const char* what) {
    const std::size_t begin = text.find_first_not_of(what);
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(what) - begin + 1);
}

} // namespace

std::string firstLine(const std::string& file) {
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    return line;
}

std::string valueIn(const std::string& file, std::string_view key) {
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
        if (!line.starts_with(key)) continue;
        const std::size_t mark = line.find_first_not_of(" \t", key.size());
        if (mark == std::string::npos || (line[mark] != ':' && line[mark] != '=')) continue;
        return stripped(line.substr(mark + 1), " \t\"");
    }
    return {};
}

bool processorHas(std::string_view flag) {
    const std::string flags = " " + valueIn("/proc/cpuinfo", "flags") + " ";
    return flags.find(" " + std::string(flag) + " ") != std::string::npos;
}

} // namespace troika
