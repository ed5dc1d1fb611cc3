// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QLabel>
#include <QStringList>

namespace troika::ui {

/// Sentences, of which the first ones stand there and the others are unfolded by a link behind
/// them: what is told takes no room from what is shown.
class FoldedLabel final : public QLabel {
    Q_OBJECT
public:
    /// `role`: as the style sheet knows it.
    explicit FoldedLabel(const char* role, QWidget* parent = nullptr);

    /// Rich text. Other sentences than before are folded again.
    void setSentences(const QStringList& sentences);
    /// How many stand there folded, at the most.
    void setFolded(int folded);
    /// Between sentences that are folded; unfolded ones stand in a line each.
    void setJoint(const QString& joint);
    void setLinkColour(const QColor& colour);
    [[nodiscard]] bool unfolded() const { return m_unfolded; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void showSentences();

    QStringList m_sentences;
    QString m_joint = QStringLiteral("<br>");
    QColor m_linkColour;
    int m_folded = 3;
    bool m_unfolded = false;
};

} // namespace troika::ui
