// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/setting_editors.h"

#include "models/typed_values.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <array>

namespace troika::ui {

namespace {

class DelayEditor final : public SettingEditor {
public:
    DelayEditor(Language language, QWidget* parent)
        : SettingEditor(parent),
          m_language(language),
          m_kind(new QComboBox),
          m_lines{new QLineEdit, new QLineEdit} {
        auto* row = rowOf(*this);
        for (const Form& form : forms) {
            m_kind->addItem(QCoreApplication::translate("DelayEditor", form.title));
        }
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
        const bool plain = delay.distribution == Delay::Distribution::LogNormal ||
                           delay.distribution == Delay::Distribution::Pareto;
        m_lines[0]->setText(valueText(delay.first, Unit::Seconds, m_language));
        m_lines[1]->setText(
            valueText(delay.second, plain ? Unit::None : Unit::Seconds, m_language));
        m_lines[1]->setVisible(form().second != nullptr);
    }
    void showTyped(const Json& typed) override {
        if (!typed.is_object()) return m_lines[0]->setText(valueText(typed, m_language));
        for (std::size_t i = 0; i < forms.size(); ++i) {
            if (typed.value("distribution", std::string()) != forms.at(i).name) continue;
            m_kind->setCurrentIndex(static_cast<int>(i));
            const auto place = [&](QLineEdit* line, const char* key) {
                line->setVisible(key != nullptr);
                if (key == nullptr || !typed.contains(key)) return;
                line->setText(valueText(typed.at(key), m_language));
            };
            place(m_lines[0], forms.at(i).first != nullptr ? forms.at(i).first : "value");
            place(m_lines[1], forms.at(i).second);
        }
    }

private:
    /// As formats.md has it: the keys of a distribution's lengths; a fixed one has but a value.
    struct Form {
        const char* name;
        const char* title;
        const char* first;
        const char* second;
    };
    static constexpr std::array<Form, 5> forms{
        {{"fixed", QT_TRANSLATE_NOOP("DelayEditor", "fixed"), nullptr, nullptr},
         {"uniform", QT_TRANSLATE_NOOP("DelayEditor", "uniform"), "low", "high"},
         {"exponential", QT_TRANSLATE_NOOP("DelayEditor", "exponential"), "mean", nullptr},
         {"log-normal", QT_TRANSLATE_NOOP("DelayEditor", "log-normal"), "median", "sigma"},
         {"pareto", QT_TRANSLATE_NOOP("DelayEditor", "Pareto"), "scale", "shape"}}};

    [[nodiscard]] const Form& form() const {
        return forms.at(static_cast<std::size_t>(m_kind->currentIndex()));
    }
    void tell() {
        if (form().first == nullptr) {
            Q_EMIT edited(typed(0));
            return;
        }
        Json value{{"distribution", form().name}, {form().first, typed(0)}};
        if (form().second != nullptr) value[form().second] = typed(1);
        Q_EMIT edited(value);
    }

    /// An empty length is told as such.
    [[nodiscard]] Json typed(std::size_t line) const {
        Json value = typedValue(m_lines.at(line)->text(), m_language);
        return value.is_null() ? Json("") : value;
    }

    Language m_language;
    QComboBox* m_kind;
    std::array<QLineEdit*, 2> m_lines;
};

} // namespace

SettingEditor* delayEditor(Language language, QWidget* parent) {
    return new DelayEditor(language, parent);
}

} // namespace troika::ui
