// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/base/text.h>

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace troika {

/// Why something expected to be able to fail did fail: a stable `code` for programs
/// ("worker-killed"), and a sentence for people that says what happened and what to do.
struct Failure {
    std::string code;
    Text text;

    bool operator==(const Failure&) const = default;
};

/// A value or a Failure. The only way in which ordinary failure is reported: cancellation is an
/// outcome of its own (see run.h), and bugs stop the program (see check.h).
template <class T = void>
class [[nodiscard]] Result : public tl::expected<T, Failure> {
public:
    using tl::expected<T, Failure>::expected;
    using ValueType = T;
};

/// `return failure("log-full", bilingual("…", "…"));`
inline tl::unexpected<Failure> failure(std::string code, Text text) {
    return tl::unexpected<Failure>(Failure{std::move(code), std::move(text)});
}

/// Hands on the failure of another result: `return passOn(other);`
template <class T>
tl::unexpected<Failure> passOn(const Result<T>& other) {
    return tl::unexpected<Failure>(other.error());
}

} // namespace troika
