// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace troika {

/// The descriptor under which a guard finds its end of the lifeline, a socket: when the other end
/// closes, the guard ends everything. Over it the guard tells, as its last act, a ChildEnd: how
/// the program ended by itself.
inline constexpr int lifelineDescriptor = 3;

} // namespace troika
