// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/folded_label.h"

#include <QEvent>
#include <algorithm>

namespace troika::ui {

FoldedLabel::FoldedLabel(const char* role, QWidget* parent) : QLabel(parent) {
    setProperty("role", role);
    setWordWrap(true);
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse |
                            Qt::LinksAccessibleByKeyboard);
    connect(this, &QLabel::linkActivated, this, [this] {
        m_unfolded = !m_unfolded;
        showSentences();
    });
}

void FoldedLabel::setSentences(const QStringList& sentences) {
    if (sentences.size() != m_sentences.size()) m_unfolded = false;
    m_sentences = sentences;
    showSentences();
}

void FoldedLabel::setFolded(int folded) {
    if (folded == m_folded) return;
    m_folded = folded;
    showSentences();
}

void FoldedLabel::setJoint(const QString& joint) { m_joint = joint; }

void FoldedLabel::setLinkColour(const QColor& colour) {
    m_linkColour = colour;
    showSentences();
}

void FoldedLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) showSentences();
}

void FoldedLabel::showSentences() {
    const int all = static_cast<int>(m_sentences.size());
    const int shown = m_unfolded ? all : std::min(m_folded, all);
    QString text = m_sentences.mid(0, shown).join(m_unfolded ? "<br>" : m_joint);
    const bool foldable = all > m_folded;
    if (foldable) {
        const QString link = m_unfolded ? tr("fewer") : tr("%n more", nullptr, all - shown);
        text += QString(" <a href=\"unfold\" style=\"color: %1\">%2</a>")
                    .arg(m_linkColour.name(), link);
    }
    setText(text);
    setFocusPolicy(foldable ? Qt::StrongFocus : Qt::ClickFocus);
}

} // namespace troika::ui
