// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/process/worker_links.h"

namespace troika {

/// Orders and replies go through pipes, one pair a worker.
class PipeLinks final : public WorkerLinks {
public:
    explicit PipeLinks(const Stage& stage)
        : m_program(stage.workerProgram),
          m_spec(stage.workerSpec),
          m_carried(stage.work.payload()),
          m_output(m_carried.size().output) {}

    Result<> open(std::size_t workers) override;
    Result<> start(std::size_t worker) override;
    Result<> awaitReady(std::size_t worker) override;
    void send(std::size_t worker, std::span<const WorkerOrder> orders) override;
    Result<> hear(std::int64_t until, WorkerListener& listener) override;
    Account accountOfDead() const override { return m_dead; }

    /// Without awaitReady(): hear() tells of a started worker, Ready being its first reply.
    void listen(std::size_t worker);
    /// The worker ends when it has done what it was told.
    void endOrders(std::size_t worker) { m_workers[worker].endOrders(); }

private:
    void watchInput(std::size_t worker);
    void flush(std::size_t worker);
    Result<> receive(std::size_t worker, WorkerListener& listener);

    std::filesystem::path m_program;
    std::string m_spec;
    const TaskPayload& m_carried;
    std::vector<std::byte> m_output; ///< Of the task that was just received.
    Descriptor m_events;
    WorkerProcesses m_workers;
    Account m_dead;
};

} // namespace troika
