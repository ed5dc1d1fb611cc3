// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/setting_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStyle>
#include <array>

namespace troika::ui {

namespace {

QHBoxLayout* rowOf(QWidget& widget) {
    auto* row = new QHBoxLayout(&widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    return row;
}

QString quantity(double value, Unit unit) {
    return QString::fromStdString(writeQuantity(value, unit));
}

/// Whole numbers, which step by one, or by a tenth where they are large. (A spin box of int would
/// not hold them all.) Blank where a scenario says nothing.
class IntegerEditor final : public SettingEditor {
public:
    IntegerEditor(const Setting& setting, QWidget* parent)
        : SettingEditor(parent), m_spin(new QDoubleSpinBox), m_blank(setting.low - 1) {
        m_spin->setDecimals(0);
        m_spin->setRange(m_blank, setting.high);
        m_spin->setSpecialValueText(" ");
        m_spin->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
        m_spin->setGroupSeparatorShown(true);
        m_spin->setButtonSymbols(QAbstractSpinBox::NoButtons);
        m_spin->setKeyboardTracking(false);
        rowOf(*this)->addWidget(m_spin);
        setFocusProxy(m_spin);
        connect(m_spin, &QDoubleSpinBox::valueChanged, this, [this](double value) {
            if (value > m_blank) Q_EMIT edited(Json(static_cast<std::int64_t>(value)));
        });
    }
    void show(const SettingValue* value) override {
        const QSignalBlocker quiet(m_spin);
        const auto* number = value != nullptr ? std::get_if<std::int64_t>(value) : nullptr;
        m_spin->setValue(number != nullptr ? static_cast<double>(*number) : m_blank);
    }

private:
    QDoubleSpinBox* m_spin;
    double m_blank;
};

/// Quantities and plain numbers, as text with a unit.
class QuantityEditor final : public SettingEditor {
public:
    QuantityEditor(const Setting& setting, QWidget* parent)
        : SettingEditor(parent), m_unit(setting.unit), m_line(new QLineEdit) {
        rowOf(*this)->addWidget(m_line);
        setFocusProxy(m_line);
        connect(m_line, &QLineEdit::textEdited, this, [this](const QString& text) {
            bool plain = false;
            const double number = text.toDouble(&plain);
            Q_EMIT edited(plain && m_unit == Unit::None ? Json(number) : Json(text.toStdString()));
        });
    }
    void show(const SettingValue* value) override {
        m_line->setText(value != nullptr ? quantity(std::get<double>(*value), m_unit) : QString());
    }

private:
    Unit m_unit;
    QLineEdit* m_line;
};

class ChoiceEditor final : public SettingEditor {
public:
    ChoiceEditor(const Setting& setting, Language language, QWidget* parent)
        : SettingEditor(parent), m_box(new QComboBox) {
        for (const Choice& choice : setting.choices) {
            m_box->addItem(QString::fromStdString(choice.name));
            m_box->setItemData(m_box->count() - 1,
                               QString::fromStdString(choice.explanation.in(language)),
                               Qt::ToolTipRole);
        }
        rowOf(*this)->addWidget(m_box);
        setFocusProxy(m_box);
        connect(m_box, &QComboBox::currentTextChanged, this,
                [this](const QString& text) { Q_EMIT edited(Json(text.toStdString())); });
    }
    void show(const SettingValue* value) override {
        const QSignalBlocker quiet(m_box);
        if (value != nullptr) {
            m_box->setCurrentText(QString::fromStdString(std::get<std::string>(*value)));
        }
    }

private:
    QComboBox* m_box;
};

class FlagEditor final : public SettingEditor {
public:
    explicit FlagEditor(QWidget* parent) : SettingEditor(parent), m_box(new QCheckBox) {
        rowOf(*this)->addWidget(m_box);
        setFocusProxy(m_box);
        connect(m_box, &QCheckBox::toggled, this, [this](bool on) { Q_EMIT edited(Json(on)); });
    }
    void show(const SettingValue* value) override {
        const QSignalBlocker quiet(m_box);
        m_box->setChecked(value != nullptr && std::get<bool>(*value));
    }

private:
    QCheckBox* m_box;
};

/// A distribution and its one or two lengths.
class DelayEditor final : public SettingEditor {
public:
    explicit DelayEditor(QWidget* parent)
        : SettingEditor(parent), m_kind(new QComboBox), m_lines{new QLineEdit, new QLineEdit} {
        auto* row = rowOf(*this);
        for (const Form& form : forms) m_kind->addItem(form.name);
        row->addWidget(m_kind, 1);
        m_kind->setMinimumContentsLength(10);
        m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        for (QLineEdit* line : m_lines) {
            row->addWidget(line, 1);
            line->setMinimumWidth(56);
            connect(line, &QLineEdit::textEdited, this, [this] { tell(); });
        }
        setFocusProxy(m_kind);
        connect(m_kind, &QComboBox::activated, this, [this] {
            m_lines[1]->setVisible(form().second != nullptr);
            tell();
        });
    }
    void show(const SettingValue* value) override {
        if (value == nullptr) return;
        const auto& delay = std::get<Delay>(*value);
        m_kind->setCurrentIndex(static_cast<int>(delay.distribution));
        const bool plain = delay.distribution == Delay::Distribution::LogNormal;
        m_lines[0]->setText(quantity(delay.first, Unit::Seconds));
        m_lines[1]->setText(quantity(delay.second, plain ? Unit::None : Unit::Seconds));
        m_lines[1]->setVisible(form().second != nullptr);
    }

private:
    /// As formats.md has it: the keys of a distribution's lengths; a fixed one has but a value.
    struct Form {
        const char* name;
        const char* first;
        const char* second;
    };
    static constexpr std::array<Form, 4> forms{{{"fixed", nullptr, nullptr},
                                                {"uniform", "low", "high"},
                                                {"exponential", "mean", nullptr},
                                                {"log-normal", "median", "sigma"}}};

    [[nodiscard]] const Form& form() const {
        return forms.at(static_cast<std::size_t>(m_kind->currentIndex()));
    }
    void tell() {
        const auto typed = [](const QLineEdit* line) {
            bool plain = false;
            const double number = line->text().toDouble(&plain);
            return plain ? Json(number) : Json(line->text().toStdString());
        };
        if (form().first == nullptr) {
            Q_EMIT edited(Json(m_lines[0]->text().toStdString()));
            return;
        }
        Json value{{"distribution", form().name}, {form().first, m_lines[0]->text().toStdString()}};
        if (form().second != nullptr) value[form().second] = typed(m_lines[1]);
        Q_EMIT edited(value);
    }

    QComboBox* m_kind;
    std::array<QLineEdit*, 2> m_lines;
};

} // namespace

SettingEditor* SettingEditor::make(const Setting& setting, Language language, QWidget* parent) {
    SettingEditor* editor = nullptr;
    switch (setting.type) {
    case SettingType::Flag:
        editor = new FlagEditor(parent);
        break;
    case SettingType::Integer:
        editor = new IntegerEditor(setting, parent);
        break;
    case SettingType::Number:
    case SettingType::Quantity:
        editor = new QuantityEditor(setting, parent);
        break;
    case SettingType::Choice:
        editor = new ChoiceEditor(setting, language, parent);
        break;
    case SettingType::Delay:
        editor = new DelayEditor(parent);
        break;
    }
    editor->setToolTip(QString::fromStdString(setting.explanation.in(language)));
    const QString title = QString::fromStdString(setting.title.in(language));
    editor->setAccessibleName(title);
    for (QWidget* child : editor->findChildren<QWidget*>()) {
        if (child->focusPolicy() != Qt::NoFocus) child->setAccessibleName(title);
    }
    return editor;
}

void SettingEditor::setWrong(bool wrong) {
    for (QWidget* child : findChildren<QWidget*>()) {
        child->setProperty("wrong", wrong);
        child->style()->unpolish(child);
        child->style()->polish(child);
    }
}

} // namespace troika::ui
