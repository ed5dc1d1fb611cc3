// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "origin/bodies.h"
#include "origin/request.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace troika {

/// The heads of answers with a body, rendered once for each body, each up to the line that says
/// whether the connection stays open (headEnd()). Of one thread.
class ResponseHeads {
public:
    explicit ResponseHeads(BodyDigests& digests) : m_digests(digests) {}
    /// Valid until the next call.
    [[nodiscard]] std::string_view of(std::uint32_t variant, std::uint64_t size);

private:
    BodyDigests& m_digests;
    std::unordered_map<std::uint64_t, std::string> m_known;
};

/// The end of a head: an empty line, or first that the connection is closed.
[[nodiscard]] std::string_view headEnd(bool keepAlive);

/// A whole short answer: a sentence as plain text.
[[nodiscard]] std::string shortAnswer(std::uint32_t status, std::string_view text, bool keepAlive,
                                      bool withBody);

} // namespace troika
