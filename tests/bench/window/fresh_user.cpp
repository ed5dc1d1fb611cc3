// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/fresh_user.h"

#include <cstdlib>
#include <fmt/format.h>
#include <thread>

namespace troika::bench {
namespace {

std::string nextName() {
    static int users = 0;
    return fmt::format("user-{}", users++);
}

} // namespace

FreshUser::FreshUser(const std::string& platform, const std::string& display)
    : m_folder(std::filesystem::temp_directory_path(), nextName()) {
    const auto runtime = m_folder.path() / "runtime";
    std::filesystem::create_directory(runtime);
    std::filesystem::permissions(runtime, std::filesystem::perms::owner_all); // Qt asks for it.
    set("XDG_DATA_HOME", m_folder.path() / "data");
    set("XDG_CONFIG_HOME", m_folder.path() / "config");
    set("XDG_RUNTIME_DIR", runtime);
    set("LC_ALL", "C.UTF-8");
    set("QT_QPA_PLATFORM", platform);
    // Off the screen it says of every window what it cannot do there.
    set("QT_LOGGING_RULES", platform == "offscreen" ? "default.warning=false" : "");
    set("DISPLAY", display);
    set("WAYLAND_DISPLAY", "");
}

FreshUser::~FreshUser() {
    for (const Variable& variable : m_before) {
        if (variable.before) {
            ::setenv(variable.name.c_str(), variable.before->c_str(), 1);
        } else {
            ::unsetenv(variable.name.c_str());
        }
    }
}

void FreshUser::set(const char* name, const std::string& value) {
    const char* before = std::getenv(name);
    m_before.push_back({name, before ? std::optional<std::string>(before) : std::nullopt});
    if (value.empty()) {
        ::unsetenv(name);
    } else {
        ::setenv(name, value.c_str(), 1);
    }
}

std::optional<std::filesystem::path> FreshUser::awaitKeptRace(int seconds) const {
    constexpr int looksASecond = 20;
    for (int look = 0; look < seconds * looksASecond; ++look) {
        std::error_code none;
        const auto results = m_folder.path() / "data" / "troika" / "results";
        for (const auto& entry : std::filesystem::directory_iterator(results, none)) {
            if (entry.path().extension() == ".troika") return entry.path();
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1000 / looksASecond));
    }
    return std::nullopt;
}

} // namespace troika::bench
