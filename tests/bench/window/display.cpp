// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/display.h"

#include "platform/stamp_clock.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/keysym.h>
#include <fmt/format.h>
#include <poll.h>
#include <thread>
#include <unistd.h>

namespace troika::bench {
namespace {

constexpr int patienceMs = 10'000;
constexpr std::int64_t patience = std::int64_t{patienceMs} * 1'000'000;

/// The first line that appears on a descriptor; empty where none does in time.
std::string firstLine(int descriptor) {
    std::string line;
    for (;;) {
        pollfd watched{descriptor, POLLIN, 0};
        char letter = 0;
        if (::poll(&watched, 1, patienceMs) != 1 || ::read(descriptor, &letter, 1) != 1) return {};
        if (letter == '\n') return line;
        line += letter;
    }
}

} // namespace

void OwnDisplay::Closer::operator()(_XDisplay* display) const { ::XCloseDisplay(display); }

std::optional<OwnDisplay> OwnDisplay::start(const std::filesystem::path& xvfb,
                                            const std::filesystem::path& folder) {
    auto server = GuardedProcess::start(
        {.program = xvfb,
         .arguments = {"-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"},
         .errors = folder / "xvfb",
         .remove = {},
         .rescue = {}});
    if (!server) {
        fmt::print(stderr, "troika-bench: {}\n", server.error().text.en);
        return std::nullopt;
    }
    OwnDisplay own;
    own.m_server = std::move(*server);
    own.m_name = ":" + firstLine(own.m_server.output());
    own.m_display.reset(::XOpenDisplay(own.m_name.c_str()));
    if (!own.m_display) {
        fmt::print(stderr, "troika-bench: no X server: {}\n", own.m_server.lastWords());
        return std::nullopt;
    }
    // Windows come and go while they are asked about.
    ::XSetErrorHandler([](_XDisplay*, XErrorEvent*) { return 0; });
    ::XSelectInput(own.m_display.get(), DefaultRootWindow(own.m_display.get()),
                   SubstructureNotifyMask);
    ::XSync(own.m_display.get(), False);
    return own;
}

template <class Wanted>
bool OwnDisplay::awaitEvent(Wanted wanted) {
    const std::int64_t until = monotonicNow() + patience;
    while (monotonicNow() < until) {
        pollfd watched{ConnectionNumber(m_display.get()), POLLIN, 0};
        if (::XPending(m_display.get()) == 0) ::poll(&watched, 1, 100);
        while (::XPending(m_display.get()) > 0) {
            XEvent event;
            ::XNextEvent(m_display.get(), &event);
            if (wanted(event)) return true;
        }
    }
    return false;
}

bool OwnDisplay::painted(unsigned long window) {
    ::Window root = 0;
    int x = 0;
    int y = 0;
    unsigned width = 0;
    unsigned height = 0;
    unsigned border = 0;
    unsigned depth = 0;
    if (::XGetGeometry(m_display.get(), window, &root, &x, &y, &width, &height, &border, &depth) ==
        0) {
        return false;
    }
    XImage* row = ::XGetImage(m_display.get(), window, 0, static_cast<int>(height / 2), width, 1,
                              AllPlanes, ZPixmap);
    if (row == nullptr) return false;
    bool any = false;
    constexpr unsigned long colours = 0xFFFFFF;
    for (int at = 0; at < row->width && !any; ++at) any = (XGetPixel(row, at, 0) & colours) != 0;
    XDestroyImage(row);
    return any;
}

std::optional<OwnDisplay::Shown> OwnDisplay::awaitWindow() {
    Shown shown;
    const bool mapped = awaitEvent([&](const XEvent& event) {
        if (event.type != MapNotify || event.xmap.override_redirect != 0) return false;
        shown.window = event.xmap.window;
        shown.mapped = monotonicNow();
        return true;
    });
    while (mapped && monotonicNow() < shown.mapped + patience) {
        if (painted(shown.window)) {
            shown.painted = monotonicNow();
            return shown;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return std::nullopt;
}

void OwnDisplay::pressControl(unsigned long window, char letter) {
    // There is no window manager that would give the focus, and the window has to notice it.
    ::XSetInputFocus(m_display.get(), window, RevertToParent, CurrentTime);
    ::XSync(m_display.get(), False);
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    XEvent event{};
    event.xkey.display = m_display.get();
    event.xkey.window = window;
    event.xkey.root = DefaultRootWindow(m_display.get());
    event.xkey.time = CurrentTime;
    event.xkey.state = ControlMask;
    event.xkey.same_screen = True;
    event.xkey.keycode =
        ::XKeysymToKeycode(m_display.get(), static_cast<KeySym>(XK_a + (letter - 'a')));
    event.type = KeyPress;
    ::XSendEvent(m_display.get(), window, True, KeyPressMask, &event);
    event.type = KeyRelease;
    ::XSendEvent(m_display.get(), window, True, KeyReleaseMask, &event);
    ::XSync(m_display.get(), False);
}

void OwnDisplay::awaitGone(unsigned long window) {
    awaitEvent([window](const XEvent& event) {
        return event.type == DestroyNotify && event.xdestroywindow.window == window;
    });
}

} // namespace troika::bench
