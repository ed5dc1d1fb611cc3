// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/process/worker_channel.h"

#include "backend/process/shared_lanes.h"

#include <cstdlib>
#include <string_view>
#include <unistd.h>

namespace troika {

Result<std::unique_ptr<WorkerChannel>> workerChannel(const TaskPayload& carried, int count,
                                                     char** arguments) {
    if (count == 3 && std::string_view(arguments[1]) == sharedLaneArgument) {
        return sharedChannel(carried, sharedLanesDescriptor,
                             std::strtoul(arguments[2], nullptr, 10), STDOUT_FILENO);
    }
    return pipeChannel(carried, STDIN_FILENO, STDOUT_FILENO);
}

} // namespace troika
