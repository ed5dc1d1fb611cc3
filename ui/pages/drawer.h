// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

namespace troika::ui {

/// A panel that lies over the page where there is no room beside it. Escape, or a click beside it,
/// closes it.
class Drawer final : public QFrame {
    Q_OBJECT
public:
    explicit Drawer(QWidget* page);

    /// Shows that panel, which belongs to somebody else, until it is taken back.
    void hold(QWidget* panel);
    [[nodiscard]] QWidget* held() const { return m_panel; }
    void open();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void place();

    QWidget* m_panel = nullptr;
    QPointer<QWidget> m_before; ///< Had the focus when it was opened.
};

} // namespace troika::ui
