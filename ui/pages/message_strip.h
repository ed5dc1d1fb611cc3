// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace troika::ui {

/// Something that happened, told in place until it is closed or something else happens.
class MessageStrip final : public QFrame {
    Q_OBJECT
public:
    explicit MessageStrip(QWidget* parent = nullptr);
    void tell(const QString& text);
    [[nodiscard]] QString text() const;
    void retranslate();

private:
    QLabel* m_text;
    QToolButton* m_close;
};

} // namespace troika::ui
