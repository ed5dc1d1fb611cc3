// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/xxh3.h"

#include <boost/beast/http/basic_parser.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace troika {

/// XXH3-64 over pieces; a body that comes in one piece takes a short cut. Keeps its state's memory
/// (576 bytes, taken when it is first needed) for the next body.
class BodyHash {
public:
    void reset();
    /// `whole`: this is all there is.
    void add(std::string_view piece, bool whole);
    [[nodiscard]] std::uint64_t value() const;

private:
    struct Free {
        void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
    };
    std::unique_ptr<XXH3_state_t, Free> m_state;
    std::uint64_t m_short = 0;
    bool m_streaming = false;
};

/// Parses one response and hashes its body; allocates nothing. One response each.
class HttpResponse : public boost::beast::http::basic_parser<false> {
public:
    explicit HttpResponse(BodyHash& hash);

    [[nodiscard]] int status() const { return m_status; }
    /// As announced by Content-Length; nothing where it is missing.
    [[nodiscard]] std::optional<std::uint64_t> length() const { return m_length; }
    /// As announced by Troika-Digest; nothing where it is missing or no number.
    [[nodiscard]] std::optional<std::uint64_t> digest() const { return m_digest; }

private:
    using ErrorCode = boost::beast::error_code;
    using View = boost::beast::string_view;

    void on_request_impl(boost::beast::http::verb, View, View, int, ErrorCode&) override {}
    void on_response_impl(int status, View, int, ErrorCode&) override { m_status = status; }
    void on_field_impl(boost::beast::http::field, View name, View value, ErrorCode&) override;
    void on_header_impl(ErrorCode&) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t>&, ErrorCode&) override {}
    std::size_t on_body_impl(View body, ErrorCode&) override;
    void on_chunk_header_impl(std::uint64_t, View, ErrorCode&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, View body, ErrorCode&) override;
    void on_finish_impl(ErrorCode&) override {}

    BodyHash& m_hash;
    int m_status = 0;
    std::optional<std::uint64_t> m_length;
    std::optional<std::uint64_t> m_digest;
};

} // namespace troika
