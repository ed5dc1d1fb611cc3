// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/whole_file.h"

#include <QSaveFile>

namespace troika::ui {

/// Unbuffered, and on after a part of it: only then Qt says why the rest could not be written.
QString writeWhole(const QString& file, const QByteArray& bytes) {
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) return target.errorString();
    qint64 written = 0;
    while (written < bytes.size()) {
        const qint64 more = target.write(bytes.constData() + written, bytes.size() - written);
        if (more <= 0) return target.errorString();
        written += more;
    }
    return target.commit() ? QString() : target.errorString();
}

} // namespace troika::ui
