// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario_document.h"

#include <QWidget>
#include <troika/scenario/points.h>
#include <vector>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QVBoxLayout;

namespace troika::ui {

/// Which numbers of the scenario are swept, and over what. Shows the document as typed, and what
/// the validator says of it; made anew with the form around it.
class SweepForm final : public QWidget {
    Q_OBJECT
public:
    SweepForm(ScenarioDocument& document, Language language, QWidget* parent = nullptr);

    /// Errors stand below what they are about.
    void showFindings();

private:
    struct Line {
        QString path;
        bool whole;      ///< The path's own errors alone, not those of the fields within.
        QWidget* editor; ///< Null: of no field alone.
        QLabel* error;
    };
    void buildSweep(std::size_t place, const Json& sweep);
    void buildFields(std::size_t place, const Json& sweep);
    void buildForms(std::size_t place, const Json& sweep);
    void buildRange(std::size_t place, const Json& sweep);
    void buildMore(std::size_t sweeps);
    void fillMenu(QMenu& menu);
    QLineEdit* addLine(QHBoxLayout& row, const QString& word, const QString& path,
                       const QString& text);
    void addError(const QString& path, QWidget* editor, bool whole = false);
    [[nodiscard]] const SweepField* fieldAt(const Json& sweep) const;
    [[nodiscard]] QString nameOf(const SweepField& field) const;

    ScenarioDocument& m_document;
    Language m_language;
    std::vector<SweepField> m_choices;
    QVBoxLayout* m_column;
    std::vector<Line> m_lines;
    QWidget* m_more = nullptr;
};

} // namespace troika::ui
