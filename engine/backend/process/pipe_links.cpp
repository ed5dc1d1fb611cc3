// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/process/pipe_links.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/epoll.h>

namespace troika {
namespace {

/// Marks the event that a worker's input has room again.
constexpr std::uint64_t inputFlag = std::uint64_t{1} << 63;

timespec timeUntil(std::int64_t moment) {
    constexpr std::int64_t second = 1'000'000'000;
    const std::int64_t wait = std::max<std::int64_t>(moment - monotonicNow(), 0);
    return {.tv_sec = wait / second, .tv_nsec = wait % second};
}

} // namespace

Result<> PipeLinks::open(std::size_t workers) {
    m_events = Descriptor(::epoll_create1(EPOLL_CLOEXEC));
    if (!m_events) {
        return systemFailure(
            "epoll", bilingual("Cannot watch workers", "Не удалось следить за процессами"), errno);
    }
    m_workers.resize(workers);
    return {};
}

Result<> PipeLinks::start(std::size_t worker) {
    auto process = WorkerProcess::start({m_program, m_spec});
    if (!process) return passOn(process);
    m_workers[worker] = std::move(*process);
    return {};
}

Result<> PipeLinks::awaitReady(std::size_t worker) {
    if (auto ready = m_workers[worker].awaitReady(); !ready) return ready;
    listen(worker);
    return {};
}

void PipeLinks::listen(std::size_t worker) {
    epoll_event event{.events = EPOLLIN, .data = {.u64 = worker}};
    ::epoll_ctl(m_events.get(), EPOLL_CTL_ADD, m_workers[worker].replies(), &event);
}

void PipeLinks::send(std::size_t worker, std::span<const WorkerOrder> orders) {
    const bool waited = m_workers[worker].waits();
    const auto sent = m_workers[worker].send(orders, m_carried);
    if (sent && !waited && m_workers[worker].waits()) watchInput(worker);
}

void PipeLinks::watchInput(std::size_t worker) {
    epoll_event event{.events = EPOLLOUT, .data = {.u64 = worker | inputFlag}};
    ::epoll_ctl(m_events.get(), EPOLL_CTL_ADD, m_workers[worker].input(), &event);
}

/// A death is heard of through the replies.
void PipeLinks::flush(std::size_t worker) {
    const int input = m_workers[worker].input();
    const auto sent = m_workers[worker].flush();
    if (!sent || *sent) ::epoll_ctl(m_events.get(), EPOLL_CTL_DEL, input, nullptr);
}

Result<> PipeLinks::hear(std::int64_t until, WorkerListener& listener) {
    std::array<epoll_event, 64> events{};
    const timespec wait = timeUntil(until);
    const int ready = ::epoll_pwait2(m_events.get(), events.data(), events.size(),
                                     until == ArrivalPlan::never ? nullptr : &wait, nullptr);
    for (int i = 0; i < ready; ++i) {
        const std::uint64_t who = events[static_cast<std::size_t>(i)].data.u64;
        if ((who & inputFlag) != 0) {
            flush(who & ~inputFlag);
        } else if (auto goesOn = receive(who, listener); !goesOn) {
            return goesOn;
        }
    }
    return {};
}

Result<> PipeLinks::receive(std::size_t worker, WorkerListener& listener) {
    const auto replies = m_workers[worker].receive(m_output);
    if (replies) {
        // One reply at a time comes with an output.
        const WorkerReply& reply = replies->front();
        const bool carries = !m_output.empty() && reply.kind == WorkerReply::Kind::Task;
        if (carries && reply.sample.outcome == Outcome::Finished && !m_carried.isWhole(m_output)) {
            WorkerReply wrong = reply;
            wrong.sample.outcome = Outcome::Wrong;
            listener.replied(worker, {&wrong, 1});
        } else {
            listener.replied(worker, *replies);
        }
        return {};
    }
    if (m_workers[worker].alive()) return passOn(replies);
    ::epoll_ctl(m_events.get(), EPOLL_CTL_DEL, m_workers[worker].replies(), nullptr);
    m_dead += m_workers[worker].accountOfDead();
    return listener.died(worker, replies.error());
}

} // namespace troika
