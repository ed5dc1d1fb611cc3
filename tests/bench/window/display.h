// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trial/guarded_process.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

struct _XDisplay; // NOLINT: Xlib's Display, whose header defines words like None.

namespace troika::bench {

/// An X server of the benchmark's own with an empty, black screen of 1920x1080, and our connection
/// to it. It ends with this object, and under its guard with this process, however that ends. Used
/// by one thread.
class OwnDisplay {
public:
    /// `folder` takes what the server has to say. Nothing, with a message, where it does not start.
    static std::optional<OwnDisplay> start(const std::filesystem::path& xvfb,
                                           const std::filesystem::path& folder);

    /// As DISPLAY wants it: ":7".
    [[nodiscard]] const std::string& name() const { return m_name; }

    /// A window and when it was seen, CLOCK_MONOTONIC ns.
    struct Shown {
        unsigned long window = 0;
        std::int64_t mapped = 0;  ///< The server's event.
        std::int64_t painted = 0; ///< Its middle row is no longer black; looked at once a ms.
    };
    /// Waits for the next window at the top that is mapped and painted. Nothing if that takes
    /// longer than ten seconds.
    std::optional<Shown> awaitWindow();
    /// Gives the window the focus and presses Ctrl and a letter there.
    void pressControl(unsigned long window, char letter);
    /// Waits until the server has taken the window away, ten seconds at the most.
    void awaitGone(unsigned long window);

private:
    struct Closer {
        void operator()(_XDisplay* display) const;
    };
    [[nodiscard]] bool painted(unsigned long window);
    /// Handles events until one is `wanted`; false after ten seconds.
    template <class Wanted>
    bool awaitEvent(Wanted wanted);

    GuardedProcess m_server;
    std::string m_name;
    std::unique_ptr<_XDisplay, Closer> m_display; ///< Closed before the server ends.
};

} // namespace troika::bench
