// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/sweep_form.h"

#include "models/sweep_edit.h"
#include "models/typed_values.h"
#include "pages/labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace troika::ui {

namespace {

QString pathOf(std::size_t place, const char* key = nullptr) {
    const QString sweep = QString("sweep.%1").arg(place);
    return key == nullptr ? sweep : sweep + "." + key;
}

void mark(QWidget& editor, const QString& wrong) {
    editor.setAccessibleDescription(wrong);
    if (editor.property("wrong").toBool() == !wrong.isEmpty()) return;
    editor.setProperty("wrong", !wrong.isEmpty());
    editor.style()->unpolish(&editor);
    editor.style()->polish(&editor);
}

} // namespace

SweepForm::SweepForm(ScenarioDocument& document, Language language, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_language(language),
      m_choices(sweepFields(document.scenario(), document.catalogue())),
      m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    const Json typed = document.typedAt("sweep");
    const std::size_t sweeps = typed.is_array() ? typed.size() : 0;
    for (std::size_t i = 0; i < sweeps; ++i) buildSweep(i, typed[i]);
    addError("sweep", nullptr, true); // Of all together: too many of them, too long.
    buildMore(sweeps);
    connect(&document, &ScenarioDocument::changed, this, &SweepForm::showFindings);
    showFindings();
}

const SweepField* SweepForm::fieldAt(const Json& sweep) const {
    const std::string path =
        sweep.is_object() && sweep.contains("path") && sweep["path"].is_string()
            ? sweep["path"].get<std::string>()
            : std::string();
    const auto found = std::ranges::find(m_choices, path, &SweepField::path);
    return found == m_choices.end() ? nullptr : &*found;
}

QString SweepForm::nameOf(const SweepField& field) const {
    const QString title = QString::fromStdString(field.title.in(m_language));
    if (field.owner.empty()) return title;
    return title + ", " + QString::fromStdString(field.owner.in(m_language));
}

void SweepForm::buildSweep(std::size_t place, const Json& sweep) {
    if (!sweep.is_object()) return;
    buildFields(place, sweep);
    buildForms(place, sweep);
    if (formOf(sweep) == Sweep::Form::List) {
        auto* row = new QHBoxLayout;
        addLine(*row, tr("Values"), pathOf(place, "values"),
                listText(sweep.value("values", Json::array()), m_language));
        m_column->addLayout(row);
        addError(pathOf(place, "values"), row->itemAt(1)->widget());
    } else {
        buildRange(place, sweep);
    }
    m_column->addSpacing(4);
}

/// Which number, and the button that takes it away.
void SweepForm::buildFields(std::size_t place, const Json& sweep) {
    auto* row = new QHBoxLayout;
    auto* box = new QComboBox;
    box->setObjectName(pathOf(place, "path"));
    box->setAccessibleName(tr("What is swept"));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    const SweepField* now = fieldAt(sweep);
    if (now == nullptr) box->addItem(valueText(sweep.value("path", Json()), m_language));
    for (const SweepField& field : m_choices) {
        box->addItem(nameOf(field), QString::fromStdString(field.path));
        if (&field == now) box->setCurrentIndex(box->count() - 1);
    }
    box->setToolTip(box->currentText());
    connect(box, &QComboBox::activated, this, [this, place, sweep, box] {
        const auto path = box->currentData().toString().toStdString();
        const auto field = std::ranges::find(m_choices, path, &SweepField::path);
        if (field != m_choices.end()) m_document.setSweep(place, ofField(sweep, *field));
    });
    row->addWidget(box, 1);
    auto* remove = new QToolButton;
    remove->setObjectName(QString("removeSweep%1").arg(place));
    remove->setProperty("role", "quiet");
    remove->setText("✕");
    remove->setToolTip(tr("Do not sweep %1").arg(box->currentText()));
    remove->setAccessibleName(remove->toolTip());
    connect(remove, &QToolButton::clicked, this, [this, place] { m_document.removeSweep(place); });
    row->addWidget(remove);
    m_column->addLayout(row);
    addError(pathOf(place, "path"), box);
    addError(pathOf(place), box, true);
}

void SweepForm::buildForms(std::size_t place, const Json& sweep) {
    auto* row = new QHBoxLayout;
    auto* word = roleLabel("faint");
    word->setText(tr("How"));
    auto* box = new QComboBox;
    box->setObjectName(pathOf(place, "form"));
    box->setAccessibleName(tr("How its values are given"));
    box->addItem(tr("a list of values"), static_cast<int>(Sweep::Form::List));
    box->addItem(tr("multiplied each time"), static_cast<int>(Sweep::Form::Powers));
    box->addItem(tr("a step added each time"), static_cast<int>(Sweep::Form::Steps));
    box->setCurrentIndex(box->findData(static_cast<int>(formOf(sweep))));
    word->setBuddy(box);
    connect(box, &QComboBox::activated, this, [this, place, box] {
        const Json typed = m_document.typedAt(pathOf(place)); // As it is by now.
        const SweepField* field = fieldAt(typed);
        const Unit unit = field == nullptr ? Unit::None : field->unit;
        const auto form = static_cast<Sweep::Form>(box->currentData().toInt());
        m_document.setSweep(place, inForm(typed, form, unit));
    });
    row->addWidget(word, 5);
    row->addWidget(box, 6);
    m_column->addLayout(row);
}

void SweepForm::buildRange(std::size_t place, const Json& sweep) {
    const bool powers = formOf(sweep) == Sweep::Form::Powers;
    const char* const by = powers ? "factor" : "step";
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    const std::array<std::pair<const char*, QString>, 3> parts{
        {{"from", tr("from")}, {"to", tr("to")}, {by, powers ? tr("times") : tr("plus")}}};
    std::vector<QLineEdit*> lines;
    for (const auto& [key, word] : parts) {
        const QString text = valueText(sweep.value(key, Json()), m_language);
        lines.push_back(addLine(*row, word, pathOf(place, key), text));
    }
    m_column->addLayout(row);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        addError(pathOf(place, parts.at(i).first), lines[i]);
    }
}

QLineEdit* SweepForm::addLine(QHBoxLayout& row, const QString& word, const QString& path,
                              const QString& text) {
    auto* name = roleLabel("faint", false);
    name->setText(word);
    auto* line = new QLineEdit(text);
    line->setObjectName(path);
    line->setAccessibleName(word);
    line->setMinimumWidth(48);
    name->setBuddy(line);
    const bool list = path.endsWith(".values");
    if (list) line->setToolTip(tr("Values, parted by commas: 1, 2, 4"));
    connect(line, &QLineEdit::textEdited, this, [this, path, list](const QString& typed) {
        Json value = list ? typedList(typed, m_language) : typedValue(typed, m_language);
        if (value.is_null()) value = ""; // A range without an end is wrong, and says so.
        m_document.set(path, value);
    });
    row.addWidget(name);
    row.addWidget(line, 1);
    return line;
}

void SweepForm::addError(const QString& path, QWidget* editor, bool whole) {
    auto* error = roleLabel("error");
    error->setObjectName(path + ".error");
    error->hide();
    m_column->addWidget(error);
    m_lines.push_back({path, whole, editor, error});
}

void SweepForm::buildMore(std::size_t sweeps) {
    if (sweeps >= mostSweeps) return;
    auto* more = new QToolButton;
    more->setObjectName("addSweep");
    more->setProperty("role", "link");
    more->setText(sweeps == 0 ? tr("+ sweep a number") : tr("+ sweep a second one"));
    more->setToolTip(tr("Races again for each of several values"));
    more->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(more);
    fillMenu(*menu);
    more->setMenu(menu);
    m_more = more;
    m_column->addWidget(more, 0, Qt::AlignLeft);
}

/// Whose numbers, then which; the scenario's own stand by themselves.
void SweepForm::fillMenu(QMenu& menu) {
    QMenu* owners = nullptr;
    for (const SweepField& field : m_choices) {
        const QString owner = QString::fromStdString(field.owner.in(m_language));
        if (!owner.isEmpty() && (owners == nullptr || owners->title() != owner)) {
            owners = menu.addMenu(owner);
        }
        QMenu& place = owner.isEmpty() || owners == nullptr ? menu : *owners;
        QAction* action = place.addAction(QString::fromStdString(field.title.in(m_language)),
                                          [this, path = field.path] { m_document.addSweep(path); });
        action->setData(QString::fromStdString(field.path));
        const Json typed = m_document.typedAt("sweep");
        for (const Json& sweep : typed.is_array() ? typed : Json::array()) {
            if (fieldAt(sweep) == &field) action->setEnabled(false);
        }
    }
}

void SweepForm::showFindings() {
    const bool readable = m_document.findings().empty() || m_document.readable();
    if (m_more != nullptr) m_more->setEnabled(readable);
    std::vector<QWidget*> marked;
    for (const Line& line : m_lines) {
        const QString wrong = line.whole ? m_document.findingExactlyAt(line.path, m_language)
                                         : m_document.findingAt(line.path, m_language);
        line.error->setText(wrong.isEmpty() ? QString() : "⚠ " + wrong);
        line.error->setVisible(!wrong.isEmpty());
        const bool already = std::ranges::find(marked, line.editor) != marked.end();
        if (line.editor != nullptr && !already) mark(*line.editor, wrong);
        if (!wrong.isEmpty()) marked.push_back(line.editor);
    }
}

} // namespace troika::ui
