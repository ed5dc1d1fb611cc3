// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/descriptor.h"

#include <functional>
#include <stop_token>

namespace troika {

/// A stop token that can be waited for together with descriptors.
class StopSignal {
public:
    explicit StopSignal(std::stop_token token);

    /// Becomes readable when a stop is requested, and stays so. -1 where the system gave none; then
    /// whoever waits notices a stop at its next tick.
    [[nodiscard]] int descriptor() const { return m_event.get(); }
    [[nodiscard]] bool requested() const { return m_token.stop_requested(); }

private:
    std::stop_token m_token;
    Descriptor m_event;
    std::stop_callback<std::function<void()>> m_callback;
};

} // namespace troika
