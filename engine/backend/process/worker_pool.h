// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/backend.h"
#include "backend/process/casualties.h"
#include "backend/process/worker_links.h"

#include <deque>
#include <set>
#include <vector>

namespace troika {

/// Worker processes that stay, and hold a few tasks each; a task goes to whoever holds fewest. One
/// that dies is replaced, and its tasks are done once more by whoever has room; a task that
/// outlived nobody twice is lost.
class WorkerPool final : public Backend, private WorkerListener {
public:
    /// `held`: the most tasks that a worker has at once.
    WorkerPool(const Stage& stage, std::unique_ptr<WorkerLinks> links, std::size_t workers,
               std::uint32_t held);

    Result<> setUp() override;
    Result<> leadIn(std::uint32_t) override;
    Result<> run(const Slice& slice) override;
    Result<> settle() override;
    Result<Account> account() override;
    std::int64_t sharedBytes() const override { return m_links->sharedBytes(); }
    std::vector<Text> takeIncidents() override { return m_casualties.take(); }

private:
    struct Worker {
        std::deque<std::uint32_t> tasks; ///< That it has and did not answer, in order.
        std::vector<WorkerOrder> orders; ///< Of the last of these: not sent yet.
        bool leadIn = false;             ///< It is new here, and its lead-in is not answered.
        bool asked = false;              ///< Its reply to what all were told is missing.
        bool replaced = false;           ///< Since all were told.
    };

    Result<> tellAll(WorkerOrder::Kind kind);
    void deal();
    [[nodiscard]] bool full() const { return m_open == m_workers.size() * m_held; }
    Result<> replace(std::size_t worker);
    [[nodiscard]] std::optional<std::uint32_t> nextTask();
    void replied(std::size_t worker, std::span<const WorkerReply> replies) override;
    void ended(std::size_t worker, const WorkerReply& reply, std::int64_t now);
    Result<> died(std::size_t worker, const Failure& how) override;
    void saveTasks(std::size_t worker);

    const Work& m_work;
    std::unique_ptr<WorkerLinks> m_links;
    std::vector<Worker> m_workers;
    std::uint32_t m_held;
    const Slice* m_slice = nullptr;    ///< Null outside run().
    TaskRange m_ready;                 ///< Due, and at no worker yet.
    std::deque<std::uint32_t> m_again; ///< Of workers that died.
    std::set<std::uint32_t> m_repeated;
    bool m_moreToCome = false; ///< Tasks that no worker has.
    std::uint32_t m_open = 0;  ///< Tasks that workers have.
    WorkerOrder m_told;        ///< What all were told last,
    std::size_t m_asked = 0;   ///< and how many replies to it are missing.
    bool m_ledIn = false;      ///< Between lead-in and settling.
    Account m_account;         ///< Sum of what they have told.
    Casualties m_casualties;
};

/// How many workers a pool has; and, under that name, how many tasks one of them has at once.
[[nodiscard]] Setting workersSetting();
[[nodiscard]] Setting heldSetting(std::string name, std::int64_t byDefault);

/// What any pool of processes holds.
Demand demandOfWorkers(const Scenario& scenario, std::int64_t workers);

} // namespace troika
