// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/http_exchange.h"

#include <troika/base/check.h>

#include <algorithm>

namespace troika {

namespace http = boost::beast::http;

RequestText::RequestText(const OriginRequest& request, std::string_view method, bool keepAlive) {
    append(method);
    append(" ");
    append(writeTarget(request).view());
    append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    append(keepAlive ? "\r\n" : "Connection: close\r\n\r\n");
}

void RequestText::append(std::string_view text) {
    TROIKA_CHECK(m_size + text.size() <= m_text.size(), "a request fits");
    std::copy(text.begin(), text.end(), m_text.begin() + static_cast<std::ptrdiff_t>(m_size));
    m_size += text.size();
}

void HttpExchange::start(const OriginRequest& request, bool keepAlive) {
    m_request = request;
    m_keepAlive = keepAlive;
    m_response.emplace(m_hash);
    m_partHead.clear();
    m_answered = false;
    m_reusable = false;
}

HttpExchange::State HttpExchange::feed(std::string_view bytes) {
    m_answered = true;
    std::string whole;
    if (!m_partHead.empty()) {
        whole = std::exchange(m_partHead, {});
        whole += bytes;
        bytes = whole;
    }
    while (!bytes.empty() && !m_response->is_done()) {
        boost::beast::error_code error;
        const bool hadHead = m_response->is_header_done();
        bytes.remove_prefix(
            m_response->put(boost::asio::buffer(bytes.data(), bytes.size()), error));
        if (error == http::error::need_more) {
            m_partHead = bytes;
            return State::NeedMore;
        }
        if (error) return broken(Outcome::Failed);
        if (!hadHead && m_response->is_header_done() && m_response->status() == 200 &&
            m_response->length() != m_request.size) {
            return broken(m_request.status == 200 ? Outcome::Wrong : Outcome::Failed);
        }
    }
    return m_response->is_done() ? finished(!bytes.empty()) : State::NeedMore;
}

HttpExchange::State HttpExchange::broken(Outcome outcome) {
    m_outcome = {outcome, 0};
    return State::Done;
}

/// Decides on a whole answer; `surplus`: more came than was announced.
HttpExchange::State HttpExchange::finished(bool surplus) {
    m_reusable = m_keepAlive && !surplus && m_response->keep_alive();
    const int status = m_response->status();
    if (m_request.cut || status != static_cast<int>(m_request.status))
        return broken(Outcome::Failed);
    if (status != 200) return broken(Outcome::Refused);
    if (surplus || m_response->digest() != m_hash.value()) return broken(Outcome::Wrong);
    m_outcome = {Outcome::Finished, m_hash.value()};
    return State::Done;
}

StepOutcome HttpExchange::outcome() const { return m_outcome; }

} // namespace troika
