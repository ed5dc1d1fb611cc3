// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/header_bar.h"

#include "models/field_words.h"
#include "pages/labels.h"
#include "pages/message_strip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <cmath>
#include <troika/run/estimate.h>
#include <utility>

namespace troika::ui {

namespace {

QPushButton* button(const char* name) {
    auto* made = new QPushButton;
    made->setObjectName(name);
    return made;
}

/// No line ends between a figure and its unit.
QString withUnits(QString text) {
    static const QRegularExpression gap(
        "(?<=\\d) (?=(?:[mµ]?s|min|h|[KMG]?i?B|м?к?с|мин|ч|[КМГ]?и?Б)(?!\\w))",
        QRegularExpression::UseUnicodePropertiesOption);
    return text.replace(gap, QString(QChar::Nbsp));
}

} // namespace

HeaderBar::HeaderBar(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_drawers(new QWidget),
      m_gallery(button("openGallery")),
      m_form(button("openForm")),
      m_run(button("main")),
      m_stop(button("stop")),
      m_export(button("export")),
      m_message(new MessageStrip) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    auto* drawers = new QHBoxLayout(m_drawers);
    drawers->setContentsMargins(0, 0, 0, 0);
    for (QPushButton* one : {m_gallery, m_form}) drawers->addWidget(one);
    drawers->addStretch();
    m_drawers->hide();
    rows->addWidget(m_drawers);
    auto* top = new QHBoxLayout;
    top->addWidget(buildWords(), 1);
    // Stop comes where nobody has just clicked.
    for (QPushButton* one : {m_stop, m_run, m_export}) top->addWidget(one, 0, Qt::AlignTop);
    rows->addLayout(top);
    rows->addWidget(buildProgress());
    rows->addWidget(m_message);
    setFocusProxy(m_run);
    connect(m_run, &QPushButton::clicked, this, &HeaderBar::runWanted);
    connect(m_stop, &QPushButton::clicked, &session, &Session::stop);
    connect(m_export, &QPushButton::clicked, this, &HeaderBar::exportWanted);
    connect(m_gallery, &QPushButton::clicked, this, &HeaderBar::galleryWanted);
    connect(m_form, &QPushButton::clicked, this, &HeaderBar::formWanted);
    connect(&session, &Session::progressed, this, &HeaderBar::showProgress);
    connect(&session, &Session::stateChanged, this, &HeaderBar::showState);
    connect(&session.document(), &ScenarioDocument::changed, this, &HeaderBar::showState);
}

QWidget* HeaderBar::buildWords() {
    auto* words = new QWidget;
    auto* column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_title = roleLabel("title", false);
    m_title->setObjectName("title");
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    column->addWidget(m_title);
    auto* line = new QHBoxLayout;
    m_changed = roleLabel("changed", false);
    m_changed->setObjectName("changed");
    m_sentence = roleLabel("faint");
    m_sentence->setObjectName("sentence");
    line->addWidget(m_changed, 0, Qt::AlignTop);
    line->addWidget(m_sentence, 1);
    column->addLayout(line);
    column->addStretch();
    return words;
}

QWidget* HeaderBar::buildProgress() {
    m_progressRow = new QWidget;
    auto* row = new QHBoxLayout(m_progressRow);
    row->setContentsMargins(0, 0, 0, 0);
    m_progress = new QProgressBar;
    m_progress->setObjectName("progress");
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_where = roleLabel("faint", false);
    m_where->setObjectName("where");
    m_where->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_where->setMinimumWidth(320); // The bar keeps its length, whoever runs.
    row->addWidget(m_progress, 1);
    row->addWidget(m_where);
    return m_progressRow;
}

void HeaderBar::setLanguage(Language language) {
    m_language = language;
    m_gallery->setText("☰ " + tr("Scenarios"));
    m_form->setText("⚙ " + tr("What a task does"));
    m_stop->setText("■ " + tr("Stop"));
    m_export->setText(tr("Export…"));
    m_changed->setText(tr("changed"));
    m_changed->setToolTip(tr("Not saved yet; nothing is lost when you leave."));
    m_progress->setAccessibleName(tr("How far the race is"));
    m_message->retranslate();
    showState();
}

void HeaderBar::setBrief(bool brief) {
    m_sentence->setVisible(!brief);
    layout()->invalidate();
    fit();
}

bool HeaderBar::event(QEvent* event) {
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) fit();
    return done;
}

void HeaderBar::fit() {
    if (m_title->isVisible()) {
        const QFontMetrics metrics = m_title->fontMetrics();
        const int room = m_title->width();
        m_title->setText(metrics.elidedText(m_title->toolTip(), Qt::ElideRight, room));
    }
    const int wrapped = layout()->totalHeightForWidth(width());
    setFixedHeight(wrapped >= 0 ? wrapped : layout()->totalSizeHint().height());
}

void HeaderBar::tell(const QString& text) { m_message->tell(text); }
QString HeaderBar::message() const { return m_message->text(); }
void HeaderBar::clearMessage() { m_message->hide(); }
void HeaderBar::setDrawersOffered(bool offered) {
    m_drawers->setVisible(offered);
    layout()->invalidate();
    fit();
}

QString HeaderBar::whyNot() const {
    const Findings& findings = m_session.document().findings();
    if (findings.empty()) return {};
    const Finding& first = findings.front();
    const QString count = tr("%n field(s) have to change before this can be run.", nullptr,
                             static_cast<int>(findings.size()));
    const QString allowed = QString::fromStdString(first.allowed.in(m_language));
    const ScenarioDocument& document = m_session.document();
    const QString field =
        fieldName(first.field, document.scenario(), document.catalogue(), m_language);
    return count + " " + field + ": " + QString::fromStdString(first.problem.in(m_language)) +
           (allowed.isEmpty() ? QString() : " — " + allowed);
}

void HeaderBar::showState() {
    const ScenarioDocument& document = m_session.document();
    const Scenario& scenario = document.scenario();
    const auto state = m_session.state();
    const bool running = state == Session::State::Running;
    const QString wrong = whyNot();
    m_title->setToolTip(QString::fromStdString(scenario.title.in(m_language)));
    m_title->setText(m_title->toolTip());
    m_changed->setVisible(document.modified());
    QString sentence = wrong;
    if (state == Session::State::Opening) {
        sentence = tr("Opening…");
    } else if (state == Session::State::Keeping) {
        sentence = tr("Saving the race…");
    } else if (wrong.isEmpty() && !scenario.contenders.empty()) {
        sentence = QString::fromStdString(describeRun(scenario).in(m_language));
    }
    m_sentence->setText(withUnits(sentence));
    const bool runnable = wrong.isEmpty() && !scenario.contenders.empty() && !m_session.busy();
    moveFocus(running, runnable);
    m_run->setEnabled(runnable);
    m_run->setText("▶ " + (m_session.result() ? tr("Run again") : tr("Run")));
    m_run->setToolTip(wrong);
    m_export->setEnabled(m_session.result() != nullptr);
    if (m_progressRow->isVisible() != running) {
        m_progress->setValue(0);
        m_where->clear();
    }
    m_progressRow->setVisible(running);
}

/// Who starts a race by the keyboard can stop it, and run it again.
void HeaderBar::moveFocus(bool running, bool runnable) {
    if (running) {
        m_stop->setEnabled(true);
        m_stop->show();
        if (m_run->hasFocus()) m_stop->setFocus();
    } else if (m_stop->hasFocus()) {
        m_stop->clearFocus();
        m_returns = true;
    }
    m_stop->setEnabled(running);
    m_stop->setVisible(running);
    if (!runnable || !std::exchange(m_returns, false)) return;
    m_run->setEnabled(true);
    m_run->setFocus();
}

void HeaderBar::showProgress(const Progress& progress) {
    m_progress->setValue(static_cast<int>(progress.done * m_progress->maximum()));
    QString where = tr("round %1 of %2").arg(progress.round).arg(progress.rounds);
    if (progress.phase == Progress::Phase::SettingUp) where = tr("setting up");
    if (progress.phase == Progress::Phase::WarmUp) where = tr("warming up");
    if (progress.phase == Progress::Phase::StartUps) where = tr("measuring start-up");
    if (progress.phase == Progress::Phase::Finishing) where = tr("finishing");
    if (progress.points > 1) {
        where += " · " + tr("point %1 of %2").arg(progress.point + 1).arg(progress.points);
    }
    if (!progress.contender.empty()) {
        const Text title = m_session.document().scenario().titleOf(progress.contender);
        where += " · " + QString::fromStdString(title.in(m_language));
    }
    if (progress.secondsLeft) {
        where +=
            " · " + tr("%n s left", nullptr, static_cast<int>(std::ceil(*progress.secondsLeft)));
    }
    m_where->setText(where);
}

} // namespace troika::ui
