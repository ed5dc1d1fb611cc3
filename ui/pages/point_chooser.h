// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sweep_table.h"

#include <QWidget>
#include <memory>
#include <vector>

class QComboBox;
class QHBoxLayout;
class QLabel;

namespace troika::ui {

/// Which point of a sweep the board, the verdict and the usual charts show: a list of values for
/// each swept parameter.
class PointChooser final : public QWidget {
    Q_OBJECT
public:
    explicit PointChooser(QWidget* parent = nullptr);
    /// Null: nothing was swept.
    void show(std::shared_ptr<const SweepTable> table, std::size_t chosen, Language language);

Q_SIGNALS:
    /// By somebody here: the point's place in the result.
    void chosen(std::size_t place);

private:
    void build();
    void tell();

    std::shared_ptr<const SweepTable> m_table;
    Language m_language = Language::English;
    QHBoxLayout* m_row;
    QLabel* m_word;
    std::vector<QComboBox*> m_values; ///< One an axis.
};

} // namespace troika::ui
