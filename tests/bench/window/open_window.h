// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/spawn.h"
#include "window/display.h"
#include "window/fresh_user.h"

#include <string>
#include <vector>

namespace troika::bench {

/// A program with one window on a display of ours, seen by its user. Its process ends with this
/// object, which waits until the window is gone from the screen.
class OpenWindow {
public:
    /// Nothing, with a message, where no window appears.
    static std::optional<OpenWindow> open(OwnDisplay& display, const FreshUser& user,
                                          const std::filesystem::path& program,
                                          const std::vector<std::string>& arguments);
    OpenWindow(OpenWindow&&) noexcept = default;
    OpenWindow& operator=(OpenWindow&&) = delete;
    ~OpenWindow();

    [[nodiscard]] pid_t pid() const { return m_process.pid(); }
    /// Milliseconds from its start.
    [[nodiscard]] double mapped() const;
    [[nodiscard]] double painted() const;
    void pressControl(char letter) { m_display->pressControl(m_shown.window, letter); }

private:
    OpenWindow(OwnDisplay& display, Child process, std::int64_t started, OwnDisplay::Shown shown)
        : m_display(&display), m_process(std::move(process)), m_started(started), m_shown(shown) {}

    OwnDisplay* m_display;
    Child m_process;
    std::int64_t m_started;
    OwnDisplay::Shown m_shown;
};

} // namespace troika::bench
