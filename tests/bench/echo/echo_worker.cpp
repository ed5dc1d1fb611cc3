// SPDX-License-Identifier: GPL-3.0-or-later
// troika-bench-echo: a worker of process.pool whose tasks are empty, so that a round trip is all
// there is to measure.
#include "backend/process/worker_loop.h"
#include "trial/trial_spec.h"

#include <csignal>
#include <unistd.h>

int main() {
    std::signal(SIGPIPE, SIG_IGN);
    const auto spec = troika::readTrialSpec(troika::receiveSpec(STDIN_FILENO));
    if (!spec) return 1;
    troika::StampClock clock(spec->tickRate);
    troika::Work work(std::vector<std::unique_ptr<troika::StepWork>>(), clock);
    const auto channel = troika::pipeChannel(work.payload(), STDIN_FILENO, STDOUT_FILENO);
    troika::serveOrders(work, clock, *channel);
    return 0;
}
