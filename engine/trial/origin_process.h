// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trial/guarded_process.h"

namespace troika {

/// The origin of a run: troika-origin under a guard of its own. Used by one thread.
class OriginProcess {
public:
    /// Starts it and waits until it listens. Port 0: any free one.
    static Result<OriginProcess> start(const std::filesystem::path& directory,
                                       std::uint16_t port = 0);

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] bool alive() const;
    /// Processor nanoseconds it has used so far; 0 when it is gone.
    [[nodiscard]] std::int64_t processorTime() const;

private:
    GuardedProcess m_process;
    pid_t m_pid = -1;
    std::uint16_t m_port = 0;
};

} // namespace troika
