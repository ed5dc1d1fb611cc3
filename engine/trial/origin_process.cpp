// SPDX-License-Identifier: GPL-3.0-or-later
#include "trial/origin_process.h"

#include "platform/account.h"
#include "platform/line_reader.h"
#include "platform/process_tree.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <poll.h>

namespace troika {

Result<OriginProcess> OriginProcess::start(const std::filesystem::path& directory,
                                           std::uint16_t port) {
    constexpr int patienceMs = 10'000;
    std::error_code error;
    std::filesystem::create_directories(directory, error);
    auto process = GuardedProcess::start({.program = executableFolder() / "troika-origin",
                                          .arguments = {"--port", std::to_string(port)},
                                          .errors = directory / "errors",
                                          .remove = {directory}});
    if (!process) return passOn(process);
    OriginProcess origin;
    origin.m_process = std::move(*process);
    pollfd watched{origin.m_process.output(), POLLIN, 0};
    std::optional<std::string> line;
    if (::poll(&watched, 1, patienceMs) == 1) line = LineReader(watched.fd).next();
    const auto ready = nlohmann::json::parse(line.value_or(""), nullptr, false);
    const auto children = childrenOf(origin.m_process.guard());
    if (!ready.is_object() || children.empty()) {
        return failure("origin-unreachable", bilingual("The origin did not start: {}",
                                                       "Сервер загрузок не запустился: {}",
                                                       origin.m_process.lastWords()));
    }
    origin.m_port = ready.value("port", std::uint16_t{0});
    origin.m_pid = children.front();
    return origin;
}

bool OriginProcess::alive() const {
    pollfd watched{m_process.lifeline(), POLLIN, 0};
    return ::poll(&watched, 1, 0) == 0;
}

std::int64_t OriginProcess::processorTime() const {
    return m_pid > 0 ? std::max<std::int64_t>(processorTimeOf(m_pid), 0) : 0;
}

} // namespace troika
