// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/origin/server.h>

#include "origin/loop.h"

#include <thread>

namespace troika {

/// A loop and its thread.
class OriginServer::Worker {
public:
    Worker(std::shared_ptr<OriginState> state, std::unique_ptr<OriginLoop> loop)
        : m_state(std::move(state)), m_loop(std::move(loop)), m_thread([this] { m_loop->run(); }) {}
    ~Worker() { m_loop->stop(); }

private:
    std::shared_ptr<OriginState> m_state;
    std::unique_ptr<OriginLoop> m_loop;
    std::jthread m_thread;
};

Result<OriginServer> OriginServer::start(const OriginOptions& options) {
    auto state = std::make_shared<OriginState>();
    std::vector<std::unique_ptr<OriginLoop>> loops;
    std::uint16_t port = options.port;
    for (int i = 0; i < options.threads; ++i) {
        auto loop = OriginLoop::listen(options, port, options.threads > 1, *state);
        if (!loop) return passOn(loop);
        port = (*loop)->port();
        loops.push_back(std::move(*loop));
    }
    std::vector<std::unique_ptr<Worker>> workers;
    for (auto& loop : loops) workers.push_back(std::make_unique<Worker>(state, std::move(loop)));
    return OriginServer(port, std::move(workers));
}

OriginServer::OriginServer(std::uint16_t port, std::vector<std::unique_ptr<Worker>> workers)
    : m_port(port), m_workers(std::move(workers)) {}
OriginServer::OriginServer(OriginServer&&) noexcept = default;
OriginServer& OriginServer::operator=(OriginServer&&) noexcept = default;
OriginServer::~OriginServer() = default;

} // namespace troika
