// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/form_panel.h"

#include "pages/labels.h"
#include "pages/sweep_form.h"

#include <QComboBox>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <troika/scenario/own_fields.h>

namespace troika::ui {

namespace {

constexpr int linesOfAbout = 4;

QString in(const Text& text, Language language) {
    return QString::fromStdString(text.in(language));
}

/// A contender's line, in its colour even while the form cannot be used.
class LineSample final : public QWidget {
public:
    explicit LineSample(const ContenderStyle& style) : m_style(style) { setFixedSize(26, 12); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter(this).drawPixmap(0, 0, lineSample(m_style, devicePixelRatioF()));
    }

private:
    ContenderStyle m_style;
};

QString pathOf(const Contender& contender) {
    return QString("backends[%1]").arg(QString::fromStdString(contender.label));
}

} // namespace

FormPanel::FormPanel(ScenarioDocument& document, QWidget* parent)
    : QScrollArea(parent), m_document(document) {
    setObjectName("form");
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Not at once: what asks for it may be a button of the form itself.
    connect(&document, &ScenarioDocument::replaced, this, &FormPanel::build, Qt::QueuedConnection);
    connect(&document, &ScenarioDocument::changed, this, &FormPanel::showFindings);
}

void FormPanel::setLanguage(Language language) {
    m_language = language;
    build();
}

void FormPanel::setTheme(const Theme& theme) {
    m_theme = theme;
    build();
}

void FormPanel::build() {
    const int scrolled = verticalScrollBar()->value();
    const QString focused = fieldWithFocus();
    m_fields.clear();
    m_structure.clear();
    auto* card = new QFrame;
    card->setProperty("card", true);
    m_column = new QVBoxLayout(card);
    m_column->setContentsMargins(12, 12, 12, 12);
    m_column->setSpacing(6);
    buildSteps();
    buildArrivals();
    buildContenders();
    buildMeasuring();
    buildSweep();
    buildWords();
    m_column->addStretch();
    setWidget(card);
    for (QComboBox* box : card->findChildren<QComboBox*>()) {
        box->setFocusPolicy(Qt::StrongFocus);
        box->installEventFilter(this);
    }
    showFindings();
    // What is wrong stands as it was typed, and so does what was typed beside it.
    for (const Field& field : m_fields) {
        if (m_document.findings().empty()) break;
        const Json typed = m_document.typedAt(field.path);
        if (!typed.is_null()) field.editor->showTyped(typed);
    }
    verticalScrollBar()->setValue(scrolled);
    if (auto* again = findChild<QWidget*>(focused); again != nullptr && !focused.isEmpty()) {
        again->setFocus();
    }
}

/// The path of the field that is being edited; empty where it is none.
QString FormPanel::fieldWithFocus() const {
    const QWidget* edited = window()->focusWidget();
    for (const Field& field : m_fields) {
        if (edited != nullptr && field.editor->isAncestorOf(edited)) return field.path;
    }
    return {};
}

void FormPanel::buildSteps() {
    addSection(tr("What every task does"));
    const Catalogue& catalogue = m_document.catalogue();
    const auto& steps = m_document.scenario().workload.steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Kind* kind = catalogue.step(steps[i].kind);
        if (kind == nullptr) continue;
        auto* heading = roleLabel("heading");
        heading->setText(in(kind->title, m_language));
        heading->setToolTip(in(kind->explanation, m_language));
        QHBoxLayout* row = addHeading(heading);
        if (steps.size() > 1) {
            addRemove(row, QString("removeStep%1").arg(i), heading->text(),
                      [this, i] { m_document.removeStep(i); });
        }
        addFields(kind->settings, steps[i].settings, QString("workload.steps.%1").arg(i));
    }
    if (steps.size() >= mostSteps) return;
    QMenu* more = addMore("addStep", tr("+ add a step"));
    for (const Kind& kind : catalogue.steps) {
        more->addAction(in(kind.title, m_language),
                        [this, name = kind.name] { m_document.addStep(name); });
    }
}

void FormPanel::buildArrivals() {
    addSection(tr("How they arrive"));
    const Arrivals& arrivals = m_document.scenario().workload.arrivals;
    addArrivalsBox(arrivals.kind);
    if (const Kind* kind = m_document.catalogue().arrival(arrivals.kind)) {
        addFields(kind->settings, arrivals.settings, "workload.arrivals");
    }
}

void FormPanel::buildMeasuring() {
    addSection(tr("How it is measured"));
    for (const OwnField& own : ownFields()) {
        const QString path = QString::fromStdString(own.path);
        addField(own.setting, nullptr, path)->showTyped(m_document.typedAt(path));
    }
}

void FormPanel::buildWords() {
    addSection(tr("What it is called"));
    const Scenario& scenario = m_document.scenario();
    auto* title = new QLineEdit(in(scenario.title, m_language));
    title->setObjectName("scenario.title");
    title->setCursorPosition(0);
    connect(title, &QLineEdit::textEdited, this,
            [this](const QString& text) { setText("title", text); });
    addRow(tr("Title"), tr("What stands above the race, in every language"), title);
    auto* about = new QPlainTextEdit(in(scenario.about, m_language));
    about->setObjectName("scenario.about");
    about->setTabChangesFocus(true);
    about->setFixedHeight(about->fontMetrics().lineSpacing() * linesOfAbout);
    connect(about, &QPlainTextEdit::textChanged, this,
            [this, about] { setText("about", about->toPlainText()); });
    addRow(tr("About"), tr("One sentence on what there is to see, in every language"), about);
}

/// A text that somebody typed is the same in every language.
void FormPanel::setText(const QString& path, const QString& text) {
    const QString trimmed = text.trimmed();
    m_document.set(path, trimmed.isEmpty() ? Json() : Json(trimmed.toStdString()));
}

void FormPanel::addArrivalsBox(const std::string& chosen) {
    auto* box = new QComboBox;
    box->setObjectName("arrivals");
    box->setAccessibleName(tr("How they arrive"));
    for (const Kind& kind : m_document.catalogue().arrivals) {
        box->addItem(in(kind.title, m_language), QString::fromStdString(kind.name));
        const int place = box->count() - 1;
        box->setItemData(place, in(kind.explanation, m_language), Qt::ToolTipRole);
        if (kind.name != chosen) continue;
        box->setCurrentIndex(place);
        box->setToolTip(in(kind.explanation, m_language));
    }
    connect(box, &QComboBox::activated, this,
            [this, box] { m_document.setArrivals(box->currentData().toString().toStdString()); });
    m_structure.push_back(box);
    m_column->addWidget(box);
}

void FormPanel::buildContenders() {
    addSection(tr("Contenders"));
    const Catalogue& catalogue = m_document.catalogue();
    const Scenario& scenario = m_document.scenario();
    const auto styles = contenderStyles(scenario, catalogue, m_theme, m_language);
    for (std::size_t i = 0; i < scenario.contenders.size(); ++i) {
        const Contender& contender = scenario.contenders[i];
        const BackendDeclaration* backend = catalogue.backend(contender.backend);
        if (backend == nullptr) continue;
        QHBoxLayout* row = addHeading(new LineSample(styles[i]));
        row->addWidget(nameOf(contender), 1);
        if (scenario.contenders.size() > 1) {
            addRemove(row, "removeContender." + QString::fromStdString(contender.label),
                      styles[i].title,
                      [this, label = contender.label] { m_document.removeContender(label); });
        }
        auto* what = roleLabel("faint");
        what->setText(QString::fromStdString(backend->name));
        what->setToolTip(in(backend->explanation, m_language));
        if (what->text() != styles[i].title) m_column->addWidget(what);
        addFields(backend->settings, contender.settings, pathOf(contender));
    }
    QMenu* more = addMore("addContender", tr("+ add a contender"));
    more->setToolTipsVisible(true);
    for (const BackendDeclaration& backend : catalogue.backends) {
        if (backend.forTests) continue;
        auto* action = more->addAction(
            QString::fromStdString(backend.name) + " — " + in(backend.title, m_language),
            [this, name = backend.name] { m_document.addContender(name); });
        action->setToolTip(in(backend.explanation, m_language));
    }
    addBaseline();
}

void FormPanel::buildSweep() {
    addSection(tr("Swept"));
    m_column->addWidget(new SweepForm(m_document, m_language));
}

/// A contender is called what somebody types there.
QWidget* FormPanel::nameOf(const Contender& contender) {
    auto* name = new QLineEdit(in(m_document.scenario().titleOf(contender.label), m_language));
    name->setObjectName("name." + QString::fromStdString(contender.label));
    name->setProperty("role", "name");
    name->setAccessibleName(tr("Name of a contender"));
    name->setToolTip(tr("How this contender is called in charts and sentences"));
    connect(
        name, &QLineEdit::textEdited, this,
        [this, path = pathOf(contender) + ".title"](const QString& text) { setText(path, text); });
    return name;
}

void FormPanel::addBaseline() {
    const Scenario& scenario = m_document.scenario();
    if (scenario.contenders.size() < 2) return;
    auto* box = new QComboBox;
    box->setObjectName("baseline");
    box->setAccessibleName(tr("Baseline"));
    for (const Contender& contender : scenario.contenders) {
        box->addItem(in(scenario.titleOf(contender.label), m_language),
                     QString::fromStdString(contender.label));
        if (contender.label == scenario.baseline) box->setCurrentIndex(box->count() - 1);
    }
    connect(box, &QComboBox::activated, this, [this, box] {
        m_document.set("baseline", Json(box->currentData().toString().toStdString()));
    });
    addRow(tr("Baseline"), tr("The one that all others are compared with."), box);
}

/// The wheel scrolls the form, and turns no list that has not the focus.
bool FormPanel::eventFilter(QObject* watched, QEvent* event) {
    const auto* box = qobject_cast<QComboBox*>(watched);
    if (event->type() == QEvent::Wheel && box != nullptr && !box->hasFocus()) {
        event->ignore();
        return true;
    }
    return QScrollArea::eventFilter(watched, event);
}

void FormPanel::addSection(const QString& title) {
    auto* label = roleLabel("section");
    label->setText(title);
    if (m_column->count() > 0) m_column->addSpacing(8);
    m_column->addWidget(label);
}

QHBoxLayout* FormPanel::addHeading(QWidget* heading) {
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(heading);
    m_column->addLayout(row);
    return row;
}

void FormPanel::addRemove(QHBoxLayout* row, const QString& name, const QString& what,
                          const std::function<void()>& remove) {
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setProperty("role", "quiet");
    button->setText("✕");
    button->setToolTip(tr("Remove %1").arg(what));
    button->setAccessibleName(button->toolTip());
    connect(button, &QToolButton::clicked, this, remove);
    m_structure.push_back(button);
    row->addWidget(button, 0, Qt::AlignRight);
}

QMenu* FormPanel::addMore(const QString& name, const QString& text) {
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setProperty("role", "link");
    button->setText(text);
    button->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(button);
    button->setMenu(menu);
    m_structure.push_back(button);
    m_column->addWidget(button, 0, Qt::AlignLeft);
    return menu;
}

void FormPanel::addFields(const std::vector<Setting>& declared, const Settings& values,
                          const QString& path) {
    for (const Setting& setting : declared) {
        if (!applies(setting, values)) continue;
        addField(setting, values.find(setting.name),
                 path + "." + QString::fromStdString(setting.name));
    }
}

SettingEditor* FormPanel::addField(const Setting& setting, const SettingValue* value,
                                   const QString& path) {
    auto* editor = SettingEditor::make(setting, m_language, nullptr);
    editor->setObjectName(path);
    editor->show(value);
    addRow(in(setting.title, m_language), in(setting.explanation, m_language), editor);
    auto* error = roleLabel("error");
    error->setObjectName("error");
    error->hide();
    m_column->addWidget(error);
    connect(editor, &SettingEditor::edited, this,
            [this, path](const Json& changed) { m_document.set(path, changed); });
    m_fields.push_back({path, editor, error});
    return editor;
}

void FormPanel::addRow(const QString& title, const QString& explanation, QWidget* editor) {
    auto* row = new QHBoxLayout;
    auto* name = roleLabel("faint");
    name->setText(title);
    name->setToolTip(explanation);
    name->setBuddy(editor);
    if (editor->accessibleName().isEmpty()) editor->setAccessibleName(title);
    row->addWidget(name, 5);
    row->addWidget(editor, 6);
    m_column->addLayout(row);
}

void FormPanel::showFindings() {
    const bool readable = m_document.findings().empty() || m_document.readable();
    for (QWidget* button : m_structure) button->setEnabled(readable);
    for (const Field& field : m_fields) {
        const QString wrong = m_document.findingAt(field.path, m_language);
        field.error->setText(wrong.isEmpty() ? QString() : "⚠ " + wrong);
        field.error->setVisible(!wrong.isEmpty());
        field.editor->setWrong(wrong);
    }
}

} // namespace troika::ui
