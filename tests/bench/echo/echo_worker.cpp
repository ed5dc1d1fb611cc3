// SPDX-License-Identifier: GPL-3.0-or-later
// troika-bench-echo: a worker of process.pool or process.shared whose tasks are empty, so that a
// round trip is all there is to measure.
#include "backend/process/worker_loop.h"
#include "trial/trial_spec.h"

#include <csignal>
#include <unistd.h>

int main(int count, char** arguments) {
    std::signal(SIGPIPE, SIG_IGN);
    const auto spec = troika::readTrialSpec(troika::receiveSpec(STDIN_FILENO));
    if (!spec) return 1;
    troika::StampClock clock(spec->tickRate);
    troika::Work work(std::vector<std::unique_ptr<troika::StepWork>>(), clock);
    const auto channel = troika::workerChannel(work.payload(), count, arguments);
    if (!channel) return 1;
    troika::sendReady(STDOUT_FILENO);
    troika::serveOrders(work, clock, **channel);
    return 0;
}
