// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/setting_editor.h"

#include "models/typed_values.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStyle>
#include <QStyledItemDelegate>
#include <algorithm>
#include <array>
#include <cmath>
#include <troika/scenario/amounts.h>

namespace troika::ui {

namespace {

QHBoxLayout* rowOf(QWidget& widget) {
    auto* row = new QHBoxLayout(&widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    return row;
}

QString quantity(double value, Unit unit, Language language) {
    return QString::fromStdString(quantityText(value, unit).in(language));
}

/// The next of 1, 2, 5, 10 … (of bytes: of the powers of two) above or below a value.
double nextStep(double value, bool up, Unit unit) {
    constexpr double close = 1e-6;
    if (unit == Unit::Bytes || unit == Unit::BytesPerSecond) {
        const double power = std::log2(std::max(value, 1.0));
        return std::exp2(up ? std::floor(power + close) + 1 : std::ceil(power - close) - 1);
    }
    const double decade = std::pow(10, std::floor(std::log10(value) + close));
    const double digit = value / decade;
    for (const double step : {1.0, 2.0, 5.0, 10.0}) {
        if (up && step > digit * (1 + close)) return step * decade;
    }
    for (const double step : {5.0, 2.0, 1.0}) {
        if (step < digit * (1 - close)) return step * decade;
    }
    return decade / 2;
}

/// Where a field that was empty begins.
double usual(Unit unit) {
    if (unit == Unit::Seconds) return 1e-3;
    if (unit == Unit::Bytes) return 1 << 10;
    return unit == Unit::BytesPerSecond ? 1 << 20 : 0;
}

/// Numbers and quantities, as text with a unit; arrow keys step. What is wrong can be typed too:
/// the validator says so.
class NumberEditor final : public SettingEditor {
public:
    NumberEditor(const Setting& setting, Language language, QWidget* parent)
        : SettingEditor(parent),
          m_language(language),
          m_whole(setting.type == SettingType::Integer),
          m_unit(setting.unit),
          m_suggestion(setting.suggestion),
          m_low(setting.low),
          m_high(setting.high),
          m_line(new QLineEdit) {
        rowOf(*this)->addWidget(m_line);
        setFocusProxy(m_line);
        m_line->installEventFilter(this);
        connect(m_line, &QLineEdit::textEdited, this, &NumberEditor::tell);
    }
    void show(const SettingValue* value) override {
        if (value == nullptr) return m_line->clear();
        const auto* whole = std::get_if<std::int64_t>(value);
        m_line->setText(whole != nullptr ? QString::number(*whole)
                                         : quantity(std::get<double>(*value), m_unit, m_language));
    }
    void showTyped(const Json& typed) override { m_line->setText(valueText(typed, m_language)); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::KeyPress) {
            const auto* key = dynamic_cast<QKeyEvent*>(event);
            const bool up = key != nullptr && key->key() == Qt::Key_Up;
            if (up || (key != nullptr && key->key() == Qt::Key_Down)) return step(up);
        }
        return SettingEditor::eventFilter(watched, event);
    }

private:
    void tell() { Q_EMIT edited(typedValue(m_line->text(), m_language)); }

    bool step(bool up) {
        if (m_line->text().isEmpty()) return begin();
        const auto value =
            readQuantity(writtenQuantity(m_line->text().toStdString(), m_language), m_unit);
        if (!value || (*value <= 0 && !up)) return true;
        double next = *value + (up ? 1 : -1);
        if (!m_whole) {
            const double smallest = m_unit == Unit::Seconds ? 1e-3 : 1;
            next = *value <= 0 ? smallest : nextStep(*value, up, m_unit);
        }
        m_line->setText(quantity(std::clamp(next, m_low, m_high), m_unit, m_language));
        tell();
        return true;
    }

    /// What was empty begins with what is suggested, or with something usual.
    bool begin() {
        if (m_suggestion) {
            show(&*m_suggestion);
        } else {
            const double first = std::clamp(usual(m_unit), m_low, m_high);
            m_line->setText(quantity(first, m_unit, m_language));
        }
        tell();
        return true;
    }

    Language m_language;
    bool m_whole;
    Unit m_unit;
    std::optional<SettingValue> m_suggestion;
    double m_low;
    double m_high;
    QLineEdit* m_line;
};

/// In the list a choice's name, as scenarios have it, stands beside what it means.
class ExplainedChoice final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        const QString meaning = index.data(Qt::ToolTipRole).toString();
        if (!meaning.isEmpty()) option->text += " — " + meaning;
    }
};

/// Its list is as wide as what stands in it.
class WideBox final : public QComboBox {
public:
    void showPopup() override {
        constexpr int margins = 40;
        view()->setTextElideMode(Qt::ElideNone);
        view()->setMinimumWidth(view()->sizeHintForColumn(0) + margins);
        QComboBox::showPopup();
    }
};

class ChoiceEditor final : public SettingEditor {
public:
    ChoiceEditor(const Setting& setting, Language language, QWidget* parent)
        : SettingEditor(parent), m_box(new WideBox) {
        for (const Choice& choice : setting.choices) {
            m_box->addItem(QString::fromStdString(choice.name));
            m_box->setItemData(m_box->count() - 1,
                               QString::fromStdString(choice.explanation.in(language)),
                               Qt::ToolTipRole);
        }
        m_box->setItemDelegate(new ExplainedChoice(m_box));
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

/// Windows of time: "5 s for 1 s, 20 s for 500 ms", "5 с на 1 с; 20 с на 0,5 с". What cannot be
/// taken apart goes on as it was typed, and the validator says what is wrong with it.
class WindowsEditor final : public SettingEditor {
public:
    WindowsEditor(Language language, QWidget* parent)
        : SettingEditor(parent),
          m_language(language),
          m_word(language == Language::English ? "for" : "на"),
          m_line(new QLineEdit) {
        m_line->setPlaceholderText(joinedList({together(5, 1), "…"}, language));
        rowOf(*this)->addWidget(m_line);
        setFocusProxy(m_line);
        connect(m_line, &QLineEdit::textEdited, this, [this] { Q_EMIT edited(typed()); });
    }
    void show(const SettingValue* value) override {
        QStringList parts;
        if (value != nullptr) {
            for (const TimeWindow& window : std::get<TimeWindows>(*value)) {
                parts << together(window.at, window.length);
            }
        }
        m_line->setText(joinedList(parts, m_language));
    }
    void showTyped(const Json& typed) override {
        if (!typed.is_array()) return m_line->setText(valueText(typed, m_language));
        QStringList parts;
        for (const Json& window : typed) {
            if (!window.is_object()) continue;
            parts << together(valueText(window.value("at", Json()), m_language),
                              valueText(window.value("for", Json()), m_language));
        }
        m_line->setText(joinedList(parts, m_language));
    }

private:
    [[nodiscard]] QString together(const QString& at, const QString& length) const {
        return at + " " + m_word + " " + length;
    }
    [[nodiscard]] QString together(double at, double length) const {
        return together(quantity(at, Unit::Seconds, m_language),
                        quantity(length, Unit::Seconds, m_language));
    }
    [[nodiscard]] Json typed() const {
        const QString text = m_line->text().trimmed();
        if (text.isEmpty()) return {};
        static const QRegularExpression between("\\s+(for|на)\\s+");
        Json list = Json::array();
        for (const QString& part : partsOfList(text, m_language)) {
            const QStringList ends = part.split(between);
            if (ends.size() != 2) return Json(text.toStdString());
            list.push_back({{"at", typedValue(ends[0], m_language)},
                            {"for", typedValue(ends[1], m_language)}});
        }
        return list;
    }

    Language m_language;
    QString m_word;
    QLineEdit* m_line;
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
        m_lines[0]->setText(quantity(delay.first, Unit::Seconds, m_language));
        m_lines[1]->setText(quantity(delay.second, plain ? Unit::None : Unit::Seconds, m_language));
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

SettingEditor* SettingEditor::make(const Setting& setting, Language language, QWidget* parent) {
    SettingEditor* editor = nullptr;
    switch (setting.type) {
    case SettingType::Flag:
        editor = new FlagEditor(parent);
        break;
    case SettingType::Integer:
    case SettingType::Number:
    case SettingType::Quantity:
        editor = new NumberEditor(setting, language, parent);
        break;
    case SettingType::Choice:
        editor = new ChoiceEditor(setting, language, parent);
        break;
    case SettingType::Windows:
        editor = new WindowsEditor(language, parent);
        break;
    case SettingType::Delay:
        editor = new DelayEditor(language, parent);
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

void SettingEditor::setWrong(const QString& what) {
    for (QWidget* child : findChildren<QWidget*>()) {
        child->setAccessibleDescription(what);
        if (child->property("wrong").toBool() == !what.isEmpty()) continue;
        child->setProperty("wrong", !what.isEmpty());
        child->style()->unpolish(child);
        child->style()->polish(child);
    }
}

} // namespace troika::ui
