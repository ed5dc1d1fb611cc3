// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/form_panel.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace troika::ui {

namespace {

QString in(const Text& text, Language language) {
    return QString::fromStdString(text.in(language));
}

Setting roundsOfScenario() {
    Setting rounds;
    rounds.name = "rounds";
    rounds.title = {"Rounds", "Раундов"};
    rounds.explanation = {"How often every contender does all tasks.",
                          "Сколько раз каждый участник выполняет все задачи."};
    rounds.low = 1;
    rounds.high = 1000;
    return rounds;
}

} // namespace

FormPanel::FormPanel(ScenarioDocument& document, QWidget* parent)
    : QScrollArea(parent), m_document(document) {
    setObjectName("form");
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&document, &ScenarioDocument::replaced, this, &FormPanel::build);
    connect(&document, &ScenarioDocument::changed, this, &FormPanel::showFindings);
}

void FormPanel::setLanguage(Language language) {
    m_language = language;
    m_document.dropWhatIsWrong(); // The fields are made anew, from the scenario.
    build();
}

void FormPanel::build() {
    m_fields.clear();
    auto* card = new QFrame;
    card->setObjectName("card");
    m_column = new QVBoxLayout(card);
    m_column->setContentsMargins(12, 12, 12, 12);
    m_column->setSpacing(6);
    const Scenario& scenario = m_document.scenario();
    const Catalogue& catalogue = m_document.catalogue();
    addSection(tr("What every task does"));
    for (std::size_t i = 0; i < scenario.workload.steps.size(); ++i) {
        const Step& step = scenario.workload.steps[i];
        const Kind* kind = catalogue.step(step.kind);
        if (kind == nullptr) continue;
        addHeading(in(kind->title, m_language));
        addFields(kind->settings, step.settings, QString("workload.steps.%1").arg(i));
    }
    addSection(tr("How they arrive"));
    const Arrivals& arrivals = scenario.workload.arrivals;
    if (const Kind* kind = catalogue.arrival(arrivals.kind)) {
        addHeading(in(kind->title, m_language));
        addFields(kind->settings, arrivals.settings, "workload.arrivals");
    }
    const SettingValue rounds = static_cast<std::int64_t>(scenario.rounds);
    addField(roundsOfScenario(), &rounds, "rounds");
    addSection(tr("Contenders"));
    for (const Contender& contender : scenario.contenders) {
        const BackendDeclaration* backend = catalogue.backend(contender.backend);
        if (backend == nullptr) continue;
        addHeading(in(contender.title, m_language));
        addFields(backend->settings, contender.settings,
                  QString("backends[%1]").arg(QString::fromStdString(contender.label)));
    }
    m_column->addStretch();
    setWidget(card);
    showFindings();
}

void FormPanel::addSection(const QString& title) {
    auto* label = new QLabel(title);
    label->setObjectName("section");
    if (m_column->count() > 0) m_column->addSpacing(8);
    m_column->addWidget(label);
}

void FormPanel::addHeading(const QString& title) {
    auto* label = new QLabel(title);
    label->setObjectName("heading");
    label->setWordWrap(true);
    m_column->addWidget(label);
}

void FormPanel::addFields(const std::vector<Setting>& declared, const Settings& values,
                          const QString& path) {
    for (const Setting& setting : declared) {
        addField(setting, values.find(setting.name),
                 path + "." + QString::fromStdString(setting.name));
    }
}

void FormPanel::addField(const Setting& setting, const SettingValue* value, const QString& path) {
    auto* row = new QHBoxLayout;
    auto* name = new QLabel(in(setting.title, m_language));
    name->setObjectName("faint");
    name->setWordWrap(true);
    name->setToolTip(in(setting.explanation, m_language));
    auto* editor = SettingEditor::make(setting, m_language, nullptr);
    editor->setObjectName(path);
    editor->show(value);
    name->setBuddy(editor);
    row->addWidget(name, 5);
    row->addWidget(editor, 6);
    m_column->addLayout(row);
    auto* error = new QLabel;
    error->setObjectName("error");
    error->setWordWrap(true);
    error->hide();
    m_column->addWidget(error);
    connect(editor, &SettingEditor::edited, this,
            [this, path](const Json& changed) { m_document.set(path, changed); });
    m_fields.push_back({path, editor, error});
}

void FormPanel::showFindings() {
    for (const Field& field : m_fields) {
        const QString wrong = m_document.findingAt(field.path, m_language);
        field.error->setText(wrong.isEmpty() ? QString() : "⚠ " + wrong);
        field.error->setVisible(!wrong.isEmpty());
        field.editor->setWrong(!wrong.isEmpty());
    }
}

} // namespace troika::ui
