// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rig.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace troika::bench {

/// Somebody who has never started Troika: as long as this object lives, programs that are started
/// find empty folders for what a user keeps, and Qt's platform as it is given here ("offscreen", or
/// "xcb" with a display). Changes this process's environment, so one at a time.
class FreshUser {
public:
    explicit FreshUser(const std::string& platform, const std::string& display = {});
    FreshUser(const FreshUser&) = delete;
    FreshUser& operator=(const FreshUser&) = delete;
    ~FreshUser();

    /// For what a program has to say.
    [[nodiscard]] std::filesystem::path errors() const { return m_folder.path() / "errors"; }
    /// The one race that was kept, once it is there; nothing after so many seconds.
    [[nodiscard]] std::optional<std::filesystem::path> awaitKeptRace(int seconds) const;

private:
    void set(const char* name, const std::string& value);

    struct Variable {
        std::string name;
        std::optional<std::string> before;
    };
    ScratchDirectory m_folder;
    std::vector<Variable> m_before;
};

} // namespace troika::bench
