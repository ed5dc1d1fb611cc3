// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "origin/request.h"
#include "workload/http_response.h"
#include "workload/step_work.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace troika {

/// A request as it goes over the wire.
class RequestText {
public:
    RequestText(const OriginRequest& request, std::string_view method, bool keepAlive);
    [[nodiscard]] std::string_view view() const { return {m_text.data(), m_size}; }

private:
    void append(std::string_view text);

    std::array<char, 256> m_text;
    std::size_t m_size = 0;
};

/// One request and its answer, without any input or output of its own: the caller sends request()
/// and feeds what it receives. Used again and again, start by start. One thread at a time.
class HttpExchange {
public:
    enum class State { NeedMore, Done };

    void start(const OriginRequest& request, bool keepAlive);
    [[nodiscard]] RequestText request() const { return {m_request, "GET", m_keepAlive}; }
    State feed(std::string_view bytes);

    /// Something of the answer has come.
    [[nodiscard]] bool answered() const { return m_answered; }
    /// The connection broke after some of the answer: is that what was asked for? Then the task is
    /// Refused.
    [[nodiscard]] bool cutAsAsked() const { return m_request.cut && m_answered; }
    /// After Done: the connection can carry another request.
    [[nodiscard]] bool reusable() const { return m_reusable; }
    /// After Done. Finished: length and checksum fit. Refused: the status that was asked for.
    /// Wrong: another length or checksum than asked for and announced. Failed: another status, or
    /// no HTTP.
    [[nodiscard]] StepOutcome outcome() const;

private:
    State broken(Outcome outcome);
    State finished(bool surplus);

    OriginRequest m_request;
    std::optional<HttpResponse> m_response;
    BodyHash m_hash;
    std::string m_partHead; ///< Of a line that has not come whole yet.
    StepOutcome m_outcome;
    bool m_keepAlive = true;
    bool m_answered = false;
    bool m_reusable = false;
};

} // namespace troika
