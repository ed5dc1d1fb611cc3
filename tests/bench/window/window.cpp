// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop window: how soon it is seen, what it costs a race, and how quickly it answers.
#include "external.h"
#include "rig.h"
#include "window/rows.h"

namespace troika::bench {
namespace {

void measureShown(const Options& options, const Tell& tell) {
    const auto xvfb = findTool("Xvfb");
    if (!xvfb) return tell(missingRow("window on a display", "Xvfb is not installed"));
    const ScratchDirectory folder(std::filesystem::temp_directory_path(), "display");
    auto display = OwnDisplay::start(*xvfb, folder.path());
    if (!display) return tell(missingRow("window on a display", "Xvfb did not start"));
    measureShowing(options, tell, *display);
    measureRacing(options, tell, *display);
}

} // namespace

void measureWindow(const Options& options, const Tell& tell) {
    measureShown(options, tell);
    measureInside(options, tell);
}

} // namespace troika::bench
