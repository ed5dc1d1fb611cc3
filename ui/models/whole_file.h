// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace troika::ui {

/// Writes a file, whole or not at all: what stood there before stays where it cannot be written.
/// What went wrong, in the system's words; empty if nothing.
[[nodiscard]] QString writeWhole(const QString& file, const QByteArray& bytes);

} // namespace troika::ui
