// SPDX-License-Identifier: GPL-3.0-or-later
#include "origin/response_heads.h"

#include <boost/beast/http/status.hpp>
#include <fmt/format.h>

namespace troika {
namespace {

constexpr std::size_t mostHeads = 65'536;

std::string_view reason(std::uint32_t status) {
    const auto text =
        boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(status));
    return {text.data(), text.size()};
}

} // namespace

std::string_view ResponseHeads::of(std::uint32_t variant, std::uint64_t size) {
    const std::uint64_t key = size * bodyVariants + variant;
    const auto known = m_known.find(key);
    if (known != m_known.end()) return known->second;
    if (m_known.size() >= mostHeads) m_known.clear();
    return m_known[key] = fmt::format("HTTP/1.1 200 OK\r\n"
                                      "Content-Type: application/octet-stream\r\n"
                                      "Content-Length: {}\r\n"
                                      "Troika-Digest: {:016x}\r\n",
                                      size, m_digests.of(variant, size));
}

std::string_view headEnd(bool keepAlive) {
    return keepAlive ? "\r\n" : "Connection: close\r\n\r\n";
}

std::string shortAnswer(std::uint32_t status, std::string_view text, bool keepAlive,
                        bool withBody) {
    return fmt::format("HTTP/1.1 {} {}\r\n"
                       "Content-Type: text/plain; charset=utf-8\r\n"
                       "Content-Length: {}\r\n{}{}{}",
                       status, reason(status), text.size() + 1, headEnd(keepAlive),
                       withBody ? text : "", withBody ? "\n" : "");
}

} // namespace troika
