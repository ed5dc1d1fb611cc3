// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/setting_editor.h"

#include <QHBoxLayout>

namespace troika::ui {

/// Numbers and quantities, as text with a unit; arrow keys step. What is wrong can be typed too:
/// the validator says so.
SettingEditor* numberEditor(const Setting& setting, Language language, QWidget* parent);
/// One of a list; the list says what each of its words means.
SettingEditor* choiceEditor(const Setting& setting, Language language, QWidget* parent);
/// Windows of time: "5 s for 1 s, 20 s for 500 ms", "5 с на 1 с; 20 с на 0,5 с". What cannot be
/// taken apart goes on as it was typed, and the validator says what is wrong with it.
SettingEditor* windowsEditor(Language language, QWidget* parent);
/// A distribution and its one or two lengths.
SettingEditor* delayEditor(Language language, QWidget* parent);

/// What all of them lay their fields out in.
inline QHBoxLayout* rowOf(SettingEditor& editor) {
    auto* row = new QHBoxLayout(&editor);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    return row;
}

} // namespace troika::ui
