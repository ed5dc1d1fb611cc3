// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/setting_editors.h"

#include <QCheckBox>
#include <QStyle>

namespace troika::ui {

namespace {

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
        editor = numberEditor(setting, language, parent);
        break;
    case SettingType::Choice:
        editor = choiceEditor(setting, language, parent);
        break;
    case SettingType::Windows:
        editor = windowsEditor(language, parent);
        break;
    case SettingType::Delay:
        editor = delayEditor(language, parent);
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
