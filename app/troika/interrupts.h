// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <string>
#include <thread>

namespace troika::cli {

/// While it lives, the first SIGINT, SIGTERM or SIGHUP says `message` on standard error and
/// requests a stop; the second ends the process at once with exit code 130 (guards clean up after
/// it). Made before any other thread starts, so that all of them leave these signals to its own.
/// One at a time.
class Interrupts {
public:
    Interrupts(std::stop_source& stop, std::string message);
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;
    ~Interrupts();

private:
    void watch();

    std::stop_source& m_stop;
    std::string m_message;
    int m_signals = -1;
    int m_end = -1; ///< Readable when the watch is over.
    std::thread m_thread;
};

} // namespace troika::cli
