// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/setting_editors.h"

#include "models/typed_values.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <algorithm>
#include <cmath>
#include <troika/scenario/amounts.h>

namespace troika::ui {

namespace {

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
                                         : valueText(std::get<double>(*value), m_unit, m_language));
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
        m_line->setText(valueText(std::clamp(next, m_low, m_high), m_unit, m_language));
        tell();
        return true;
    }

    /// What was empty begins with what is suggested, or with something usual.
    bool begin() {
        if (m_suggestion) {
            show(&*m_suggestion);
        } else {
            const double first = std::clamp(usual(m_unit), m_low, m_high);
            m_line->setText(valueText(first, m_unit, m_language));
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

} // namespace

SettingEditor* numberEditor(const Setting& setting, Language language, QWidget* parent) {
    return new NumberEditor(setting, language, parent);
}

} // namespace troika::ui
