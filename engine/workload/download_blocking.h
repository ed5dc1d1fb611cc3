// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/download_plan.h"
#include "workload/download_socket.h"
#include "workload/http_exchange.h"
#include "workload/step_work.h"

#include <memory>
#include <vector>

namespace troika {

/// Downloads with blocking calls, over one connection.
class BlockingDownload final : public BlockingStep {
public:
    explicit BlockingDownload(const DownloadPlan& plan);

    Result<> leadIn() override;
    StepOutcome perform(const TaskName& task) override;
    void settle() override { m_socket.close(); }

private:
    Wire exchange(LoopbackSocket::Clock::time_point deadline);
    Wire answer(LoopbackSocket::Clock::time_point deadline);

    DownloadPlan m_plan;
    LoopbackSocket m_socket;
    HttpExchange m_exchange;
    std::vector<char> m_buffer;
};

/// Why the origin could not be reached, for people.
[[nodiscard]] tl::unexpected<Failure> originUnreachable(std::uint16_t port);

} // namespace troika
