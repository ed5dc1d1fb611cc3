// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/stop_signal.h"

#include <cstdint>
#include <sys/eventfd.h>

namespace troika {

StopSignal::StopSignal(std::stop_token token)
    : m_token(std::move(token)),
      m_event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      m_callback(m_token, [event = m_event.get()] {
          const std::uint64_t one = 1;
          writeAll(event, &one, sizeof one);
      }) {}

} // namespace troika
