// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/process/worker_process.h"

#include "backend/process/worker_loop.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <poll.h>
#include <troika/base/check.h>

namespace troika {
namespace {

/// Bytes read into `into`; 0 when the other end is gone.
std::size_t readSome(int descriptor, char* into, std::size_t size) {
    for (;;) {
        const ssize_t got = ::read(descriptor, into, size);
        if (got < 0 && errno == EINTR) continue;
        return got > 0 ? static_cast<std::size_t>(got) : 0;
    }
}

} // namespace

Result<WorkerProcess> WorkerProcess::start(const WorkerRequest& request) {
    auto orders = makePipe();
    if (!orders) return passOn(orders);
    auto replies = makePipe();
    if (!replies) return passOn(replies);
    std::vector<std::pair<int, int>> descriptors = request.descriptors;
    descriptors.insert(descriptors.end(), {{orders->read.get(), 0}, {replies->write.get(), 1}});
    auto process = spawn({.program = request.program,
                          .arguments = request.arguments,
                          .descriptors = std::move(descriptors)});
    if (!process) return passOn(process);
    WorkerProcess worker;
    worker.m_pid = process->pid();
    worker.m_process = std::move(*process);
    worker.m_input = std::move(orders->write);
    worker.m_output = std::move(replies->read);
    if (!sendSpec(worker.m_input.get(), request.spec)) return worker.gone();
    ::fcntl(worker.m_input.get(), F_SETFL, O_NONBLOCK);
    return worker;
}

Result<> WorkerProcess::send(std::span<const WorkerOrder> orders, const TaskPayload& carried) {
    std::vector<std::span<const std::byte>> inputs;
    for (const WorkerOrder& order : orders) {
        m_outbox.put(std::as_bytes(std::span(&order, 1)));
        if (order.kind != WorkerOrder::Kind::Task || carried.size().input == 0) continue;
        inputs.clear();
        carried.inputs({order.seed, order.round, order.task, 0}, inputs);
        for (const auto& input : inputs) m_outbox.lend(input);
    }
    const auto sent = flush();
    return sent ? Result<>() : passOn(sent);
}

Result<bool> WorkerProcess::flush() {
    const Outbox::State state = m_outbox.flush(m_input.get());
    if (state == Outbox::State::Gone) return gone();
    if (state == Outbox::State::Empty && m_lastOrders) m_input.close();
    return state == Outbox::State::Empty;
}

void WorkerProcess::endOrders() {
    m_lastOrders = true;
    if (m_outbox.empty()) m_input.close();
}

Result<std::span<const WorkerReply>> WorkerProcess::receive() {
    auto* bytes = reinterpret_cast<char*>(m_replies.data());
    std::size_t have = 0;
    do {
        const std::size_t got = readSome(m_output.get(), bytes + have, sizeof m_replies - have);
        if (got == 0) return gone();
        have += got;
        // With a worker in trouble nothing goes on: what it replied before does not matter then.
        const auto whole = std::span(m_replies).first(have / sizeof(WorkerReply));
        const auto told = std::ranges::find(whole, WorkerReply::Kind::Trouble, &WorkerReply::kind);
        if (told != whole.end()) {
            return trouble(told->task, {reinterpret_cast<char*>(&*told + 1), bytes + have});
        }
    } while (have % sizeof(WorkerReply) != 0);
    return std::span<const WorkerReply>(m_replies.data(), have / sizeof(WorkerReply));
}

Result<std::span<const WorkerReply>> WorkerProcess::receive(std::span<std::byte> output) {
    if (output.empty()) return receive();
    WorkerReply& reply = m_replies.front();
    if (!readAll(m_output.get(), &reply, sizeof reply)) return gone();
    if (reply.kind == WorkerReply::Kind::Trouble) return trouble(reply.task, {});
    const bool carries = reply.kind == WorkerReply::Kind::Task;
    if (carries && !readAll(m_output.get(), output.data(), output.size())) return gone();
    return std::span<const WorkerReply>(&reply, 1);
}

Result<> WorkerProcess::awaitReady() {
    const auto replies = receive();
    if (!replies) return passOn(replies);
    TROIKA_CHECK(replies->front().kind == WorkerReply::Kind::Ready, "a worker begins with ready");
    return {};
}

void WorkerProcess::awaitEnd() {
    constexpr int patienceMs = 1'000;
    if (!m_process.running()) return;
    pollfd output{m_output.get(), 0, 0}; // Hung up by its end; what it said last is nobody's.
    if (::poll(&output, 1, patienceMs) == 1) m_process.wait();
}

std::optional<Failure> WorkerProcess::whetherDied() {
    if (m_death || !m_process.running()) return m_death;
    if (const auto end = m_process.poll()) noteDeath(*end);
    return m_death;
}

tl::unexpected<Failure> WorkerProcess::gone() {
    if (!m_death) noteDeath(m_process.wait());
    return tl::unexpected<Failure>(*m_death);
}

void WorkerProcess::noteDeath(const ChildEnd& end) {
    m_end = end;
    m_death = Failure{"worker-killed", bilingual("Worker process {} {}.", "Рабочий процесс {} {}.",
                                                 m_pid, describe(end))};
}

tl::unexpected<Failure> WorkerProcess::trouble(std::size_t size, std::string begun) {
    std::string text = std::move(begun);
    const std::size_t have = std::min(text.size(), size); // Further replies may follow.
    text.resize(size);
    if (!readAll(m_output.get(), text.data() + have, text.size() - have)) return gone();
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) return gone();
    return failure(json.value("code", "worker-failed"),
                   {json.value("en", std::string()), json.value("ru", std::string())});
}

} // namespace troika
