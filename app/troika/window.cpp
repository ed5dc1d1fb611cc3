// SPDX-License-Identifier: GPL-3.0-or-later
#include "window.h"

#include <cstdlib>
#include <filesystem>
#include <string>
#include <unistd.h>

namespace troika::cli {
namespace {

bool hasDisplay() {
    for (const char* const name : {"DISPLAY", "WAYLAND_DISPLAY"}) {
        const char* const value = std::getenv(name);
        if (value != nullptr && *value != '\0') return true;
    }
    return false;
}

} // namespace

void becomeWindow(Language language) {
    if (!hasDisplay()) return;
    std::error_code error;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
    const std::string window = (self.parent_path() / "troika-window").string();
    const char* const spoken = language == Language::Russian ? "ru" : "en";
    ::execl(window.c_str(), window.c_str(), "--lang", spoken, static_cast<char*>(nullptr));
}

} // namespace troika::cli
