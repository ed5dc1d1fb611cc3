// SPDX-License-Identifier: GPL-3.0-or-later
#include "origin/request_parser.h"

namespace troika {

namespace http = boost::beast::http;

RequestParser::RequestParser() {
    header_limit(largestHead);
    body_limit(boost::none);
    eager(false);
}

RequestParser::State RequestParser::parse(std::string_view bytes) {
    ErrorCode error;
    // Without `eager` the parser stops after the start line and again after the fields.
    while (!error && !is_header_done()) {
        const std::string_view rest = bytes.substr(m_consumed);
        m_consumed += put(boost::asio::buffer(rest.data(), rest.size()), error);
    }
    if (!error) return State::Done;
    if (error == http::error::header_limit) return State::TooLarge;
    if (error != http::error::need_more) return State::Malformed;
    return bytes.size() >= largestHead ? State::TooLarge : State::NeedMore;
}

void RequestParser::on_request_impl(http::verb method, View, View target, int version, ErrorCode&) {
    m_method = method;
    m_target = {target.data(), target.size()};
    m_version = version;
}

void RequestParser::on_field_impl(http::field field, View, View value, ErrorCode&) {
    m_hasBody = m_hasBody || field == http::field::transfer_encoding ||
                (field == http::field::content_length && value != "0");
}

} // namespace troika
