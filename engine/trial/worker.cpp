// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/process/worker_loop.h"
#include "platform/limits.h"
#include "trial/trial_spec.h"

#include <csignal>
#include <troika/trial/programs.h>
#include <unistd.h>

namespace troika {

int workerMain(int count, char** arguments) {
    std::signal(SIGPIPE, SIG_IGN);
    raiseDescriptorLimit();
    const std::string text = receiveSpec(STDIN_FILENO);
    if (text.empty()) return 0;
    const auto spec = readTrialSpec(text);
    if (!spec) {
        sendTrouble(STDOUT_FILENO, spec.error());
        return 1;
    }
    StampClock clock(spec->tickRate);
    Work work(spec->scenario.workload,
              {spec->originPort, spec->directory, spec->scenario.workload.timeout}, clock);
    const auto channel = workerChannel(work.payload(), count, arguments);
    if (!channel) {
        sendTrouble(STDOUT_FILENO, channel.error());
        return 1;
    }
    sendReady(STDOUT_FILENO);
    serveOrders(work, clock, **channel);
    return 0;
}

} // namespace troika
