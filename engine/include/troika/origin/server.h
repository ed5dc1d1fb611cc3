// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/base/result.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

namespace troika {

struct OriginOptions {
    std::uint16_t port = 0; ///< On 127.0.0.1; 0: any free one.
    int threads = 1;        ///< Each with an event loop of its own.
    std::chrono::milliseconds idleLimit = std::chrono::minutes(10); ///< Between two requests.
    /// Without any progress: half a request, or an answer that nobody reads.
    std::chrono::milliseconds stallLimit = std::chrono::seconds(30);
};

/// The loopback HTTP/1.1 server that downloads come from: `GET /body?…` as origin/request.h has it,
/// with the body's XXH3-64 in the field Troika-Digest (16 hexadecimal digits). HEAD answers with
/// the head alone. Runs on threads of its own until destroyed; clients that are silent, slow or
/// gone cannot hang it.
class OriginServer {
public:
    /// Listens before it returns. Fails where the port is taken or descriptors are used up.
    static Result<OriginServer> start(const OriginOptions& options = {});

    OriginServer(OriginServer&&) noexcept;
    OriginServer& operator=(OriginServer&&) noexcept;
    /// Cuts all connections and joins the threads.
    ~OriginServer();

    [[nodiscard]] std::uint16_t port() const { return m_port; }

private:
    class Worker;
    OriginServer(std::uint16_t port, std::vector<std::unique_ptr<Worker>> workers);

    std::uint16_t m_port = 0;
    std::vector<std::unique_ptr<Worker>> m_workers;
};

} // namespace troika
