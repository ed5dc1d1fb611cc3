// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/export_dialog.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <array>

namespace troika::ui {

namespace {

struct Format {
    const char* name;
    const char* text;
    bool first; ///< Wanted, when nobody has chosen yet.
};
constexpr std::array formatsKnown{
    Format{"png", QT_TRANSLATE_NOOP("ExportDialog", "PNG: charts as pictures"), true},
    Format{"svg", QT_TRANSLATE_NOOP("ExportDialog", "SVG: charts to be edited"), false},
    Format{"pdf", QT_TRANSLATE_NOOP("ExportDialog", "PDF: charts for paper"), false},
    Format{"csv", QT_TRANSLATE_NOOP("ExportDialog", "CSV: figures, and every task"), true},
    Format{"json", QT_TRANSLATE_NOOP("ExportDialog", "JSON: the result for programs"), false},
    Format{"troika", QT_TRANSLATE_NOOP("ExportDialog", "Troika: to be opened here again"), false}};

QSpinBox* spin(const char* name, int low, int high, int value, const QString& suffix) {
    auto* box = new QSpinBox;
    box->setObjectName(name);
    box->setRange(low, high);
    box->setValue(value);
    box->setSuffix(suffix);
    box->setSingleStep(10);
    return box;
}

} // namespace

ExportDialog::ExportDialog(QWidget* parent) : QDialog(parent), m_folder(new QLineEdit) {
    setObjectName("exportDialog");
    setWindowTitle(tr("Export"));
    const QSettings last("troika", "window");
    const PrintSize usual;
    auto* form = new QFormLayout(this);
    auto* place = new QHBoxLayout;
    auto* browse = new QPushButton(tr("Choose…"));
    browse->setObjectName("exportBrowse");
    m_folder->setObjectName("exportFolder");
    m_folder->setMinimumWidth(320);
    m_folder->setAccessibleName(tr("Folder"));
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_folder->setText(last.value("export/folder", QDir(documents).filePath("troika")).toString());
    place->addWidget(m_folder, 1);
    place->addWidget(browse);
    form->addRow(tr("Folder"), place);
    for (const Format& format : formatsKnown) {
        auto* box = new QCheckBox(QCoreApplication::translate("ExportDialog", format.text));
        box->setObjectName(QString("export.") + format.name);
        box->setChecked(last.value(QString("export/") + format.name, format.first).toBool());
        m_formats.push_back(box);
        form->addRow(QString(), box);
        connect(box, &QCheckBox::toggled, this, &ExportDialog::check);
    }
    m_width = spin("exportWidth", 320, 16'000,
                   last.value("export/width", usual.pixels.width()).toInt(), tr(" px"));
    m_height = spin("exportHeight", 240, 16'000,
                    last.value("export/height", usual.pixels.height()).toInt(), tr(" px"));
    m_dots = spin("exportDots", 48, 1200, last.value("export/dots", usual.dotsPerInch).toInt(),
                  tr(" dpi"));
    form->addRow(tr("Width of a picture"), m_width);
    form->addRow(tr("Height"), m_height);
    form->addRow(tr("Dots per inch"), m_dots);
    auto* buttons = new QDialogButtonBox;
    m_ok = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    m_ok->setObjectName("exportOk");
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::choosePlace);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportDialog::check);
    for (QSpinBox* box : {m_width, m_height, m_dots}) {
        connect(box, &QSpinBox::valueChanged, this, &ExportDialog::check);
        box->setAccessibleName(qobject_cast<QLabel*>(form->labelForField(box))->text());
    }
    check();
}

QString ExportDialog::folder() const { return m_folder->text().trimmed(); }

QStringList ExportDialog::formats() const {
    QStringList wanted;
    for (std::size_t i = 0; i < formatsKnown.size(); ++i) {
        if (m_formats[i]->isChecked()) wanted << formatsKnown.at(i).name;
    }
    return wanted;
}

PrintSize ExportDialog::size() const {
    return {{m_width->value(), m_height->value()}, m_dots->value()};
}

void ExportDialog::accept() {
    QSettings last("troika", "window");
    last.setValue("export/folder", folder());
    for (std::size_t i = 0; i < formatsKnown.size(); ++i) {
        last.setValue(QString("export/") + formatsKnown.at(i).name, m_formats[i]->isChecked());
    }
    last.setValue("export/width", m_width->value());
    last.setValue("export/height", m_height->value());
    last.setValue("export/dots", m_dots->value());
    QDialog::accept();
}

void ExportDialog::choosePlace() {
    const QString chosen =
        QFileDialog::getExistingDirectory(this, tr("Export into a folder"), folder());
    if (!chosen.isEmpty()) m_folder->setText(chosen);
}

void ExportDialog::check() {
    constexpr QSize least(480, 300); // Below that names and axes have no room.
    const QSize layout = size().layout();
    const bool large = layout.width() >= least.width() && layout.height() >= least.height();
    m_ok->setEnabled(large && !folder().isEmpty() && !formats().isEmpty());
    m_ok->setToolTip(large ? QString()
                           : tr("Too few pixels for so many dots per inch: the picture would be "
                                "smaller than a chart needs."));
}

} // namespace troika::ui
