// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/process/worker_process.h"

#include "backend/process/worker_loop.h"

#include <algorithm>
#include <cerrno>
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
    return worker;
}

Result<> WorkerProcess::send(std::span<const WorkerOrder> orders) {
    if (!writeAll(m_input.get(), orders.data(), orders.size_bytes())) return gone();
    return {};
}

Result<std::span<const WorkerReply>> WorkerProcess::receive() {
    auto* bytes = reinterpret_cast<char*>(m_replies.data());
    std::size_t have = 0;
    do {
        const std::size_t got = readSome(m_output.get(), bytes + have, sizeof m_replies - have);
        if (got == 0) return gone();
        have += got;
        if (have >= sizeof(WorkerReply) && m_replies[0].kind == WorkerReply::Kind::Trouble) {
            return trouble(m_replies[0].task, {bytes + sizeof(WorkerReply), bytes + have});
        }
    } while (have % sizeof(WorkerReply) != 0);
    return std::span<const WorkerReply>(m_replies.data(), have / sizeof(WorkerReply));
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
    const Text how = describe(end);
    m_end = end;
    m_death = Failure{"worker-killed",
                      {fmt::format("Worker process {} {}.", m_pid, how.en),
                       fmt::format("Рабочий процесс {} {}.", m_pid, how.ru)}};
}

tl::unexpected<Failure> WorkerProcess::trouble(std::size_t size, std::string begun) {
    std::string text = std::move(begun);
    const std::size_t have = text.size();
    text.resize(std::max(size, have));
    if (!readAll(m_output.get(), text.data() + have, text.size() - have)) return gone();
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) return gone();
    return failure(json.value("code", "worker-failed"),
                   {json.value("en", std::string()), json.value("ru", std::string())});
}

} // namespace troika
