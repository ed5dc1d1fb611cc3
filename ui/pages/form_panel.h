// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario_document.h"
#include "pages/setting_editor.h"
#include "theme/contender_style.h"

#include <QScrollArea>
#include <vector>

class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;
class QVBoxLayout;

namespace troika::ui {

/// The form of a scenario, made from the declarations of its steps, arrivals and backends: a new
/// backend or kind of step changes nothing here. Errors stand below the field that they are about.
class FormPanel final : public QScrollArea {
    Q_OBJECT
public:
    explicit FormPanel(ScenarioDocument& document, QWidget* parent = nullptr);
    void setLanguage(Language language);
    void setTheme(const Theme& theme);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Field {
        QString path;
        SettingEditor* editor;
        QLabel* error;
    };
    void build();
    [[nodiscard]] QString fieldWithFocus() const;
    void buildSteps();
    void buildArrivals();
    void buildContenders();
    void addArrivalsBox(const std::string& chosen);
    void buildMeasuring();
    void buildSweep();
    void buildWords();
    void addSection(const QString& title);
    QHBoxLayout* addHeading(QWidget* heading);
    void addRemove(QHBoxLayout* row, const QString& name, const QString& what,
                   const std::function<void()>& remove);
    QMenu* addMore(const QString& name, const QString& text);
    QWidget* nameOf(const Contender& contender);
    void addBaseline();
    void addFields(const std::vector<Setting>& declared, const Settings& values,
                   const QString& path);
    SettingEditor* addField(const Setting& setting, const SettingValue* value, const QString& path);
    void addRow(const QString& title, const QString& explanation, QWidget* editor);
    void setText(const QString& path, const QString& text);
    void showFindings();

    ScenarioDocument& m_document;
    Language m_language = Language::English;
    Theme m_theme = Theme::light();
    QVBoxLayout* m_column = nullptr;
    std::vector<Field> m_fields;
    std::vector<QWidget*> m_structure; ///< What adds, removes and exchanges.
};

} // namespace troika::ui
