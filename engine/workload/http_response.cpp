// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/http_response.h"

#include <charconv>

namespace troika {

namespace http = boost::beast::http;

namespace {

std::optional<std::uint64_t> readNumber(std::string_view text, int base) {
    std::uint64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number, base);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return number;
}

} // namespace

void BodyHash::reset() {
    m_streaming = false;
    m_short = xxh3("", 0);
}

void BodyHash::add(std::string_view piece, bool whole) {
    if (whole) {
        m_short = xxh3(piece.data(), piece.size());
        return;
    }
    if (!m_state) m_state.reset(XXH3_createState());
    if (!m_streaming) XXH3_64bits_reset(m_state.get());
    m_streaming = true;
    updateXxh3(*m_state, piece.data(), piece.size());
}

std::uint64_t BodyHash::value() const {
    return m_streaming ? XXH3_64bits_digest(m_state.get()) : m_short;
}

HttpResponse::HttpResponse(BodyHash& hash) : m_hash(hash) {
    eager(true);
    body_limit(boost::none);
    m_hash.reset();
}

void HttpResponse::on_field_impl(http::field field, View name, View value, ErrorCode&) {
    if (field == http::field::content_length) {
        m_length = readNumber({value.data(), value.size()}, 10);
    } else if (field == http::field::unknown && boost::beast::iequals(name, "Troika-Digest")) {
        m_digest = readNumber({value.data(), value.size()}, 16);
    }
}

std::size_t HttpResponse::on_body_impl(View body, ErrorCode&) {
    m_hash.add({body.data(), body.size()}, m_length && body.size() == *m_length);
    return body.size();
}

std::size_t HttpResponse::on_chunk_body_impl(std::uint64_t, View body, ErrorCode&) {
    return body.size();
}

} // namespace troika
