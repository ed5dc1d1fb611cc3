// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/setting_editors.h"

#include "models/typed_values.h"

#include <QLineEdit>
#include <QRegularExpression>

namespace troika::ui {

namespace {

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
        return together(valueText(at, Unit::Seconds, m_language),
                        valueText(length, Unit::Seconds, m_language));
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

} // namespace

SettingEditor* windowsEditor(Language language, QWidget* parent) {
    return new WindowsEditor(language, parent);
}

} // namespace troika::ui
