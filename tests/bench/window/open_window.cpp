// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/open_window.h"

#include "platform/stamp_clock.h"

#include <csignal>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace troika::bench {

std::optional<OpenWindow> OpenWindow::open(OwnDisplay& display, const FreshUser& user,
                                           const std::filesystem::path& program,
                                           const std::vector<std::string>& arguments) {
    const Descriptor errors(
        ::open(user.errors().c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    const std::int64_t started = monotonicNow();
    auto process = spawn({.program = program,
                          .arguments = arguments,
                          .descriptors = {{errors.get(), 1}, {errors.get(), 2}}});
    if (!process) {
        fmt::print(stderr, "troika-bench: {}\n", process.error().text.en);
        return std::nullopt;
    }
    const auto shown = display.awaitWindow();
    if (!shown) {
        std::ifstream said(user.errors());
        fmt::print(stderr, "troika-bench: {} showed no window\n{}\n", program.string(),
                   std::string(std::istreambuf_iterator<char>(said), {}));
        return std::nullopt;
    }
    return OpenWindow(display, std::move(*process), started, *shown);
}

OpenWindow::~OpenWindow() {
    if (!m_process.running()) return; // Moved from.
    m_process.signal(SIGKILL);
    m_process.wait();
    m_display->awaitGone(m_shown.window);
}

double OpenWindow::mapped() const { return static_cast<double>(m_shown.mapped - m_started) * 1e-6; }
double OpenWindow::painted() const {
    return static_cast<double>(m_shown.painted - m_started) * 1e-6;
}

} // namespace troika::bench
