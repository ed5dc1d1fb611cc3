// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "window.h"
#include "words.h"

#include <csignal>
#include <cstdio>

namespace {

int carryOut(const troika::cli::Options& options) {
    using namespace troika::cli;
    switch (options.command) {
    case Command::Run:
        return runCommand(options);
    case Command::Show:
        return showCommand(options);
    case Command::List:
        return listCommand(options);
    case Command::Doctor:
        return doctorCommand(options);
    case Command::None:
        break;
    }
    becomeWindow(options.language);
    std::fputs(words::whereToStart().in(options.language).c_str(), stderr);
    return exitFine;
}

} // namespace

int main(int count, char** arguments) {
    // A runner that has died, or a reader of a pipe that has gone, is an error to handle.
    std::signal(SIGPIPE, SIG_IGN);
    const auto options = troika::cli::readOptions(count, arguments);
    if (const auto* end = std::get_if<troika::cli::EndNow>(&options)) return end->exitCode;
    return carryOut(std::get<troika::cli::Options>(options));
}
