// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/message_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace troika::ui {

MessageStrip::MessageStrip(QWidget* parent)
    : QFrame(parent), m_text(new QLabel), m_close(new QToolButton) {
    setObjectName("message");
    setProperty("role", "doubt");
    m_text->setObjectName("messageText");
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setObjectName("closeMessage");
    m_close->setProperty("role", "quiet");
    m_close->setText("✕");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 3, 3, 3);
    row->addWidget(m_text, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void MessageStrip::tell(const QString& text) {
    m_text->setText(text);
    setAccessibleName(text);
    show();
}

QString MessageStrip::text() const { return m_text->text(); }

void MessageStrip::retranslate() {
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
}

} // namespace troika::ui
