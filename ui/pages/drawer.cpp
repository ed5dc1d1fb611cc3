// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/drawer.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>

namespace troika::ui {

Drawer::Drawer(QWidget* page) : QFrame(page) {
    setObjectName("drawer");
    setFocusPolicy(Qt::StrongFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    page->installEventFilter(this);
    hide();
}

void Drawer::hold(QWidget* panel) {
    if (m_panel == panel) return;
    if (m_panel != nullptr && m_panel->parentWidget() == this) m_panel->hide();
    m_panel = panel;
    if (panel != nullptr) layout()->addWidget(panel);
}

void Drawer::open() {
    m_before = QApplication::focusWidget();
    m_panel->show();
    place();
    show();
    raise();
    m_panel->setFocus();
    if (m_panel->focusProxy() == nullptr) focusNextChild();
    qApp->installEventFilter(this);
}

void Drawer::place() {
    constexpr int margin = 8;
    const int width = (m_panel != nullptr ? m_panel->maximumWidth() : 0) + 2 * margin;
    setGeometry(margin, margin, width, parentWidget()->height() - 2 * margin);
}

bool Drawer::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parent() && event->type() == QEvent::Resize) place();
    if (event->type() == QEvent::MouseButtonPress && isVisible()) {
        auto* clicked = qobject_cast<QWidget*>(watched);
        const bool here = clicked == nullptr || clicked->window() != window() || clicked == this ||
                          isAncestorOf(clicked);
        if (!here) hide();
    }
    if (event->type() == QEvent::Hide && watched == this) qApp->removeEventFilter(this);
    return QFrame::eventFilter(watched, event);
}

/// The keyboard goes on where it was.
void Drawer::hideEvent(QHideEvent* event) {
    if (m_before != nullptr && m_before->isEnabled()) m_before->setFocus();
    m_before = nullptr;
    QFrame::hideEvent(event);
}

void Drawer::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return hide();
    QFrame::keyPressEvent(event);
}

} // namespace troika::ui
