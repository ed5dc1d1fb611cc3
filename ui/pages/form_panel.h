// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario_document.h"
#include "pages/setting_editor.h"
#include "theme/contender_style.h"

#include <QScrollArea>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace troika::ui {

/// The form of a scenario, made from the declarations of its steps, arrivals and backends: a new
/// backend or kind of step changes nothing here. Errors stand below the field that they are about.
class FormPanel final : public QScrollArea {
    Q_OBJECT
public:
    explicit FormPanel(ScenarioDocument& document, QWidget* parent = nullptr);
    void setLanguage(Language language);

private:
    struct Field {
        QString path;
        SettingEditor* editor;
        QLabel* error;
    };
    void build();
    void addSection(const QString& title);
    void addHeading(const QString& title);
    void addFields(const std::vector<Setting>& declared, const Settings& values,
                   const QString& path);
    void addField(const Setting& setting, const SettingValue* value, const QString& path);
    void showFindings();

    ScenarioDocument& m_document;
    Language m_language = Language::English;
    QVBoxLayout* m_column = nullptr;
    std::vector<Field> m_fields;
};

} // namespace troika::ui
