// SPDX-License-Identifier: GPL-3.0-or-later
// The window's menus, and what goes into files and out of them.
#include "models/result_words.h"
#include "models/user_folders.h"
#include "pages/export_dialog.h"
#include "pages/form_panel.h"
#include "pages/gallery_panel.h"
#include "pages/header_bar.h"
#include "pages/main_window.h"
#include "pages/race_page.h"
#include "plots/chart.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QSettings>

namespace troika::ui {

namespace {

constexpr int mostRecent = 8;
constexpr const char* recentKey = "recent";

QSettings settings() { return QSettings("troika", "window"); }

} // namespace

void MainWindow::buildFileMenu() {
    QMenu* file = m_menu.addMenu(QT_TRANSLATE_NOOP("menu", "&File"));
    m_menu.add(file, QT_TRANSLATE_NOOP("menu", "&Open…"), QKeySequence::Open,
               [this] { chooseFile(); });
    m_recent = m_menu.addMenu(file, QT_TRANSLATE_NOOP("menu", "Open &recent"));
    m_menu.add(file, QT_TRANSLATE_NOOP("menu", "&Save the scenario"), QKeySequence::Save,
               [this] { saveScenario(); });
    m_menu.add(file, QT_TRANSLATE_NOOP("menu", "Save the scenario &as…"), QKeySequence::SaveAs,
               [this] { saveScenarioAs(); });
    m_menu.add(file, QT_TRANSLATE_NOOP("menu", "&Discard changes"), {}, [this] {
        m_header->clearMessage();
        m_session.discardChanges();
    });
    file->addSeparator();
    m_menu.add(file, QT_TRANSLATE_NOOP("menu", "&Export…"), QKeySequence("Ctrl+E"),
               [this] { exportTo(); });
    m_menu.add(file, QT_TRANSLATE_NOOP("menu", "&Copy the table"), QKeySequence("Ctrl+Shift+C"),
               [this] { m_race->copyBoard(); });
    m_menu.add(file, QT_TRANSLATE_NOOP("menu", "Copy the c&harts"), QKeySequence("Ctrl+Alt+C"),
               [this] { m_race->copyCharts(); });
    file->addSeparator();
    m_menu.add(file, QT_TRANSLATE_NOOP("menu", "&Quit"), QKeySequence::Quit, [this] { close(); });
}

void MainWindow::buildOtherMenus() {
    QMenu* race = m_menu.addMenu(QT_TRANSLATE_NOOP("menu", "&Race"));
    m_menu.add(race, QT_TRANSLATE_NOOP("menu", "&Run"), QKeySequence("Ctrl+R"), [this] { run(); });
    m_menu.add(race, QT_TRANSLATE_NOOP("menu", "&Stop"), QKeySequence("Ctrl+."),
               [this] { stop(); });
    QMenu* view = m_menu.addMenu(QT_TRANSLATE_NOOP("menu", "&View"));
    m_darkAction =
        m_menu.addSwitch(view, QT_TRANSLATE_NOOP("menu", "&Dark"), QKeySequence("Ctrl+D"),
                         m_options.dark, [this](bool on) { setDark(on); });
    m_menu.addSwitch(view, QT_TRANSLATE_NOOP("menu", "&Presenting"), QKeySequence("F5"), false,
                     [this](bool on) { setPresenting(on); });
    // In a narrow window these open the drawer; see HeaderBar.
    const auto toggle = [this](QAction* action, void (HeaderBar::*drawer)()) {
        if (roomy()) return arrange();
        const QSignalBlocker quiet(action);
        action->setChecked(true);
        Q_EMIT(m_header->*drawer)();
    };
    m_formAction =
        m_menu.addSwitch(view, QT_TRANSLATE_NOOP("menu", "&Form"), QKeySequence("Ctrl+F"), true,
                         [this, toggle](bool) { toggle(m_formAction, &HeaderBar::formWanted); });
    m_galleryAction = m_menu.addSwitch(
        view, QT_TRANSLATE_NOOP("menu", "&Gallery"), QKeySequence("Ctrl+G"), true,
        [this, toggle](bool) { toggle(m_galleryAction, &HeaderBar::galleryWanted); });
    m_menu.addSwitch(view, QT_TRANSLATE_NOOP("menu", "&All figures"), QKeySequence("Ctrl+B"), false,
                     [this](bool on) { m_race->setAllFigures(on); });
    QMenu* language = m_menu.addMenu(QT_TRANSLATE_NOOP("menu", "&Language"));
    connect(language->addAction("English"), &QAction::triggered, this,
            [this] { setLanguage(Language::English); });
    connect(language->addAction("Русский"), &QAction::triggered, this,
            [this] { setLanguage(Language::Russian); });
    QMenu* help = m_menu.addMenu(QT_TRANSLATE_NOOP("menu", "&Help"));
    m_menu.add(help, QT_TRANSLATE_NOOP("menu", "&Shortcuts"), QKeySequence::HelpContents, [this] {
        const QString charts = tr("In a chart: + and − zoom, arrow keys pan, Home shows all");
        const QString board = tr("In the table: Space hides and shows, Ctrl+C copies");
        QMessageBox::information(this, tr("Shortcuts"),
                                 m_menu.shortcutsHtml() + "<p>" + charts + "</p><p>" + board +
                                     "</p>");
    });
    m_menu.add(help, QT_TRANSLATE_NOOP("menu", "&About Troika"), {},
               [this] { QMessageBox::about(this, "Troika", aboutText()); });
}

void MainWindow::fillRecent() {
    m_recent->clear();
    for (const QString& file : settings().value(recentKey).toStringList()) {
        if (!QFileInfo::exists(file)) continue;
        m_recent
            ->addAction(QFileInfo(file).fileName(), this,
                        [this, file] { open(file.toStdString()); })
            ->setToolTip(file);
    }
    m_recent->setEnabled(!m_recent->isEmpty());
}

void MainWindow::remember(const std::filesystem::path& file) {
    if (!m_options.remembers) return;
    QSettings last = settings();
    const QString name = QFileInfo(QString::fromStdString(file.string())).absoluteFilePath();
    QStringList recent = last.value(recentKey).toStringList();
    recent.removeAll(name);
    recent.prepend(name);
    last.setValue(recentKey, QStringList(recent.mid(0, mostRecent)));
    fillRecent();
}

void MainWindow::chooseFile() {
    const QString name =
        QFileDialog::getOpenFileName(this, tr("Open a scenario or a result"), QString(),
                                     tr("Scenarios and results (*.json *.troika);;All files (*)"));
    if (!name.isEmpty()) open(name.toStdString());
}

/// What is bundled stays as it is: there, and for a result, a name is asked for.
void MainWindow::saveScenario() {
    const auto& file = m_session.file();
    const bool own = !file.empty() && !m_session.fileIsResult() && !GalleryPanel::isBundled(file);
    if (own) return saveInto(QString::fromStdString(file.string()));
    saveScenarioAs();
}

void MainWindow::saveScenarioAs() {
    std::error_code ignored;
    std::filesystem::create_directories(scenariosFolder(), ignored);
    const auto proposed = scenariosFolder() / (m_session.document().scenario().name + ".json");
    QString name = QFileDialog::getSaveFileName(this, tr("Save the scenario"),
                                                QString::fromStdString(proposed.string()),
                                                tr("Scenarios (*.json)"));
    if (name.isEmpty()) return;
    if (QFileInfo(name).suffix().isEmpty()) name += ".json";
    saveInto(name);
}

void MainWindow::saveInto(const QString& name) {
    if (!m_session.document().readable()) {
        m_header->tell(tr("A field is wrong: mend it first, for a file with it could not be opened "
                          "again. Your changes are kept here."));
        return;
    }
    const QString wrong = m_session.saveScenario(name.toStdString());
    m_header->tell(wrong.isEmpty() ? tr("Written into %1.").arg(name)
                                   : tr("%1 could not be written: %2. Save it somewhere else; your "
                                        "changes are kept here.")
                                         .arg(name, wrong));
    if (!wrong.isEmpty()) return;
    remember(name.toStdString());
    m_gallery->refresh();
    m_gallery->setCurrent(m_session.file());
}

void MainWindow::exportTo() {
    if (!m_session.result()) return;
    auto* dialog = new ExportDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        QStringList pictures;
        QStringList figures;
        for (const QString& format : dialog->formats()) {
            const bool picture = format == "png" || format == "svg" || format == "pdf";
            (picture ? pictures : figures) << format;
        }
        const QString wrong = saveCharts(dialog->folder(), pictures, dialog->size());
        if (!wrong.isEmpty()) {
            m_header->tell(
                tr("The charts could not be written: %1. Choose another folder.").arg(wrong));
        } else if (figures.isEmpty()) {
            m_header->tell(tr("Written into %1.").arg(dialog->folder()));
        } else {
            m_session.exportFigures(dialog->folder().toStdString(), figures);
        }
    });
    dialog->open();
}

void MainWindow::saveChart(Chart* chart) {
    const QString name = QFileDialog::getSaveFileName(
        this, tr("Save the chart"), chart->fileName() + ".png", tr("Pictures (*.png *.svg *.pdf)"));
    if (name.isEmpty()) return;
    const QString wrong = chart->save(name, {});
    m_header->tell(wrong.isEmpty() ? tr("Written into %1.").arg(name) : name + ": " + wrong);
}

} // namespace troika::ui
