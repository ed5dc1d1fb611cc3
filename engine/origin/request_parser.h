// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <boost/beast/http/basic_parser.hpp>
#include <cstddef>
#include <string_view>

namespace troika {

/// Parses one request's head from bytes that the caller keeps until it has answered; allocates
/// nothing. Views point into those bytes.
class RequestParser : private boost::beast::http::basic_parser<true> {
public:
    enum class State { NeedMore, Done, Malformed, TooLarge };

    static constexpr std::size_t largestHead = 8192;

    RequestParser();
    /// Starts from the first byte of the request; call once.
    State parse(std::string_view bytes);

    [[nodiscard]] std::size_t consumed() const { return m_consumed; }
    [[nodiscard]] boost::beast::http::verb method() const { return m_method; }
    [[nodiscard]] std::string_view target() const { return m_target; }
    [[nodiscard]] bool keepAlive() const { return m_version == 11 && keep_alive(); }
    /// The request announces a body, which nothing here wants.
    [[nodiscard]] bool hasBody() const { return m_hasBody; }

private:
    using ErrorCode = boost::beast::error_code;
    using View = boost::beast::string_view;

    void on_request_impl(boost::beast::http::verb, View, View, int, ErrorCode&) override;
    void on_response_impl(int, View, int, ErrorCode&) override {}
    void on_field_impl(boost::beast::http::field, View, View, ErrorCode&) override;
    void on_header_impl(ErrorCode&) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t>&, ErrorCode&) override {}
    std::size_t on_body_impl(View body, ErrorCode&) override { return body.size(); }
    void on_chunk_header_impl(std::uint64_t, View, ErrorCode&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, View body, ErrorCode&) override {
        return body.size();
    }
    void on_finish_impl(ErrorCode&) override {}

    std::size_t m_consumed = 0;
    boost::beast::http::verb m_method = boost::beast::http::verb::unknown;
    std::string_view m_target;
    int m_version = 0;
    bool m_hasBody = false;
};

} // namespace troika
