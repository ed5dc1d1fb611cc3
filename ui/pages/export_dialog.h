// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plots/chart_print.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace troika::ui {

/// What to take away, how large, and where to. Remembers what was chosen last.
class ExportDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ExportDialog(QWidget* parent = nullptr);

    [[nodiscard]] QString folder() const;
    /// Of "png", "svg", "pdf", "csv", "json" and "troika".
    [[nodiscard]] QStringList formats() const;
    [[nodiscard]] PrintSize size() const;

    void accept() override;

private:
    void choosePlace();
    void check();

    QLineEdit* m_folder;
    std::vector<QCheckBox*> m_formats;
    QSpinBox* m_width;
    QSpinBox* m_height;
    QSpinBox* m_dots;
    QPushButton* m_ok = nullptr;
};

} // namespace troika::ui
