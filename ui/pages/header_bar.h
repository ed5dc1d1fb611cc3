// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace troika::ui {

class MessageStrip;

/// What will be raced in words, the buttons that begin, end and take away, how far the race is, and
/// what there is to tell.
class HeaderBar final : public QWidget {
    Q_OBJECT
public:
    explicit HeaderBar(Session& session, QWidget* parent = nullptr);

    void setLanguage(Language language);
    void tell(const QString& text);
    [[nodiscard]] QString message() const;
    void clearMessage();
    /// Buttons that open gallery and form, where there is no room for them.
    void setDrawersOffered(bool offered);
    /// As the session is now.
    void showState();

    /// Without the sentence, where the room is for the charts.
    void setBrief(bool brief);

Q_SIGNALS:
    void runWanted();
    void exportWanted();
    void galleryWanted();
    void formWanted();

protected:
    /// Its height follows from its width: the sentence wraps.
    bool event(QEvent* event) override;

private:
    /// Takes the height that what is shown needs at this width.
    void fit();
    QWidget* buildWords();
    QWidget* buildProgress();
    void moveFocus(bool running, bool runnable);
    void showProgress(const Progress& progress);
    [[nodiscard]] QString whyNot() const;

    Session& m_session;
    Language m_language = Language::English;
    QWidget* m_drawers;
    QPushButton* m_gallery;
    QPushButton* m_form;
    QLabel* m_title;
    QLabel* m_changed;
    QLabel* m_sentence;
    QPushButton* m_run;
    QPushButton* m_stop;
    QPushButton* m_export;
    QWidget* m_progressRow;
    QProgressBar* m_progress;
    QLabel* m_where;
    MessageStrip* m_message;
    bool m_returns = false; ///< The focus, to Run, once it can be pressed again.
};

} // namespace troika::ui
