// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <troika/scenario/json.h>
#include <troika/scenario/setting.h>

namespace troika::ui {

/// A field for one setting, made from its declaration alone: a number is typed, a quantity with
/// its unit; a choice is picked, a delay has its distribution and lengths.
class SettingEditor : public QWidget {
    Q_OBJECT
public:
    /// The editor for that declaration.
    static SettingEditor* make(const Setting& setting, Language language, QWidget* parent);

    /// Shows a value; absent: the setting says nothing.
    virtual void show(const SettingValue* value) = 0;
    /// Shows what somebody typed that is no value, as far as this editor can hold it.
    virtual void showTyped(const Json& typed) { static_cast<void>(typed); }
    /// Marks what was typed as wrong, and says why to a screen reader; as right if empty.
    void setWrong(const QString& what);

Q_SIGNALS:
    /// What was typed, as a scenario would have it; null where a field was emptied.
    void edited(const troika::Json& value);

protected:
    explicit SettingEditor(QWidget* parent) : QWidget(parent) {}
};

} // namespace troika::ui
