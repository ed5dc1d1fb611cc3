// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/main_window.h"

#include "models/gallery.h"
#include "models/result_store.h"
#include "models/result_words.h"
#include "pages/board_view.h"
#include "pages/form_panel.h"
#include "plots/latency_chart.h"
#include "plots/race_chart.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMenuBar>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <troika/backend/catalogue.h>
#include <troika/result/export.h>
#include <troika/result/file.h>
#include <troika/run/estimate.h>
#include <troika/run/machine.h>

namespace troika::ui {

namespace {

/// Ten times a second is what a person can follow, and leaves the cores to the race.
constexpr int screenIntervalMs = 100;
/// Below this width gallery and form give way to charts and board.
constexpr int narrow = 1300;
constexpr double presentingScale = 1.5;

} // namespace

MainWindow::MainWindow(const WindowOptions& options)
    : m_options(options),
      m_theme(options.dark ? Theme::darkOne() : Theme::light()),
      m_document(catalogue(), readMachineLimits(options.diskBase)),
      m_menu(*menuBar()) {
    build();
    connect(&m_document, &ScenarioDocument::replaced, this, [this] {
        m_result.reset();
        showScenario();
    });
    connect(&m_document, &ScenarioDocument::changed, this, &MainWindow::showState);
    connect(&m_controller, &RunController::progressed, this, [this](const Progress& progress) {
        m_progress->setValue(static_cast<int>(progress.done * m_progress->maximum()));
        QString where = tr("round %1 of %2").arg(progress.round).arg(progress.rounds);
        if (progress.phase == Progress::Phase::SettingUp) where = tr("setting up");
        if (progress.phase == Progress::Phase::WarmUp) where = tr("warming up");
        if (progress.phase == Progress::Phase::StartUps) where = tr("measuring start-up");
        if (progress.phase == Progress::Phase::Finishing) where = tr("finishing");
        if (!progress.contender.empty()) {
            const Text title = m_document.scenario().titleOf(progress.contender);
            where += " · " + QString::fromStdString(title.in(m_options.language));
        }
        if (progress.secondsLeft) {
            where += " · " +
                     tr("%n s left", nullptr, static_cast<int>(std::ceil(*progress.secondsLeft)));
        }
        m_where->setText(where);
    });
    connect(&m_controller, &RunController::finished, this,
            [this](const std::shared_ptr<const StoredRun>& run) {
                showResult(run);
                const auto kept = keepResult(*run);
                if (!kept) {
                    showMessage(QString::fromStdString(kept.error().text.in(m_options.language)));
                }
                // Where it could not be kept the window stays, for it to be exported.
                if (kept && m_closing) close();
                m_closing = false;
            });
    connect(&m_controller, &RunController::failed, this, [this](const Failure& failure) {
        m_screen.stop();
        showMessage(QString::fromStdString(failure.text.in(m_options.language)));
        showState();
        if (m_closing) close();
    });
    connect(&m_screen, &QTimer::timeout, this, &MainWindow::showLive);
    connect(&m_board, &BoardModel::hiddenChanged, this, [this] {
        m_race->setHidden(m_board.hidden());
        m_latency->setHidden(m_board.hidden());
    });
    setWindowIcon(QIcon(":/icons/troika.svg"));
    fillGallery();
    setLanguage(options.language);
    applyTheme();
    resize(1440, 900);
    m_gallery->setCurrentRow(-1);
    m_gallery->setCurrentRow(0);
    m_run->setFocus();
}

/// A field that is left when it goes still says what was typed: the document has to be there, and
/// nobody is to show it any more.
MainWindow::~MainWindow() {
    m_document.blockSignals(true);
    delete takeCentralWidget();
}

bool MainWindow::open(const std::filesystem::path& file) {
    if (m_controller.running()) return false;
    m_message->hide();
    if (looksLikeResult(file)) {
        auto run = readResult(file, catalogue());
        if (!run) {
            showMessage(QString::fromStdString(run.error().text.in(m_options.language)));
            return false;
        }
        m_document.setScenario(run->result.scenario);
        const QSignalBlocker quiet(m_gallery);
        m_gallery->setCurrentRow(-1);
        showResult(std::make_shared<const StoredRun>(std::move(*run)));
        return true;
    }
    const Findings findings = m_document.open(file);
    if (!findings.empty()) showMessage(findingsText(findings, m_options.language));
    return findings.empty();
}

void MainWindow::setLanguage(Language language) {
    m_options.language = language;
    QApplication::removeTranslator(&m_translator);
    const bool russian = language == Language::Russian;
    QLocale::setDefault(QLocale(russian ? QLocale::Russian : QLocale::English));
    setLocale(QLocale());
    if (m_translator.load(russian ? ":/i18n/troika_ru.qm" : ":/i18n/troika_en.qm")) {
        QApplication::installTranslator(&m_translator);
    }
    retranslate();
}

void MainWindow::setDark(bool dark) {
    m_options.dark = dark;
    m_theme = dark ? Theme::darkOne() : Theme::light();
    applyTheme();
}

void MainWindow::setPresenting(bool presenting) {
    m_presenting = presenting;
    applyTheme();
    arrange();
}

/// What is being typed counts, though nobody has left the field yet.
void MainWindow::takeWhatIsTyped() {
    if (QWidget* typing = QApplication::focusWidget()) typing->clearFocus();
}

void MainWindow::run() {
    if (m_controller.running()) return;
    takeWhatIsTyped();
    m_document.setMachineLimits(readMachineLimits(m_options.diskBase)); // As they are by now.
    if (!m_document.findings().empty()) return;
    m_message->hide();
    m_result.reset();
    m_liveData = {};
    m_board.setLive({});
    m_progress->setValue(0);
    m_where->clear();
    m_controller.start(m_document.scenario(), {.diskBase = m_options.diskBase});
    m_screen.start(screenIntervalMs);
    showState();
}

void MainWindow::stop() { m_controller.stop(); }

/// A race that goes on is stopped and kept first; the window closes when it has ended.
void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_controller.running()) return event->accept();
    m_closing = true;
    m_controller.stop();
    event->ignore();
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    arrange();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (!urls.isEmpty()) open(urls.front().toLocalFile().toStdString());
}

void MainWindow::retranslate() {
    setWindowTitle("Troika[*]");
    m_menu.retranslate();
    m_run->setText(m_result ? tr("Run again") : tr("Run"));
    m_stop->setText(tr("Stop"));
    m_export->setText(tr("Export…"));
    m_gallery->setAccessibleName(tr("Scenarios"));
    m_boardView->setAccessibleName(tr("Contenders and their figures"));
    m_form->setLanguage(m_options.language);
    m_board.setLanguage(m_options.language);
    fillGallery();
    restyle();
    showScenario();
    if (m_result) showResult(m_result);
}

void MainWindow::applyTheme() {
    qApp->setStyleSheet(m_theme.styleSheet(m_presenting ? presentingScale : 1));
    m_race->setTheme(m_theme);
    m_latency->setTheme(m_theme);
    m_boardView->setTheme(m_theme);
    restyle();
}

void MainWindow::fillGallery() {
    const QSignalBlocker quiet(m_gallery);
    const int row = m_gallery->currentRow();
    m_gallery->clear();
    for (const GalleryEntry& entry : galleryEntries(catalogue())) {
        auto* item = new QListWidgetItem(
            QString::fromStdString(entry.scenario.title.in(m_options.language)), m_gallery);
        item->setData(Qt::UserRole, QString::fromStdString(entry.file.string()));
        item->setToolTip(QString::fromStdString(entry.scenario.about.in(m_options.language)));
    }
    m_gallery->setCurrentRow(row);
}

void MainWindow::restyle() {
    // Figures stand beside the settings that they were measured with.
    const Scenario& scenario = m_result ? m_result->result.scenario : m_document.scenario();
    auto styles = contenderStyles(scenario, catalogue(), m_theme, m_options.language);
    m_board.setStyles(styles, scenario, catalogue());
    m_race->setStyles(styles);
    m_latency->setStyles(std::move(styles));
    m_race->setHidden(m_board.hidden());
    m_latency->setHidden(m_board.hidden());
}

void MainWindow::showScenario() {
    const Scenario& scenario = m_document.scenario();
    m_title->setText(QString::fromStdString(scenario.title.in(m_options.language)));
    restyle();
    if (!m_result) {
        m_race->setData({});
        m_latency->setData({});
        m_board.setLive({});
        m_race->setFootnote({});
        m_latency->setFootnote({});
    }
    showState();
}

void MainWindow::showState() {
    const Scenario& scenario = m_document.scenario();
    const bool running = m_controller.running();
    const bool valid = m_document.findings().empty();
    if (!running) restyle();
    m_sentence->setText(valid ? QString::fromStdString(describeRun(scenario).in(m_options.language))
                              : tr("%n field(s) have to change before this can be run.", nullptr,
                                   static_cast<int>(m_document.findings().size())));
    setWindowModified(m_document.modified());
    m_run->setEnabled(valid && !running);
    m_run->setText(m_result ? tr("Run again") : tr("Run"));
    m_stop->setVisible(running);
    m_export->setEnabled(m_result != nullptr);
    m_progressRow->setVisible(running);
    m_form->setEnabled(!running);
    m_gallery->setEnabled(!running);
    m_verdict->setVisible(m_result != nullptr);
    m_doubts->setVisible(m_result != nullptr && !m_doubts->text().isEmpty());
}

void MainWindow::showLive() {
    const LiveRun* live = m_controller.live();
    if (live == nullptr) return;
    const RaceData seen = m_liveData.snapshot(*live);
    m_race->setData(seen);
    m_latency->setData(seen);
    m_board.setLive(seen);
}

void MainWindow::showResult(std::shared_ptr<const StoredRun> run) {
    m_screen.stop();
    m_result = std::move(run);
    const RunResult& result = m_result->result;
    if (result.points.empty()) return;
    const PointResult& point = result.points.front();
    const RaceData seen =
        m_result->samples.empty() ? RaceData{} : raceData(m_result->samples.front());
    m_race->setData(seen);
    m_latency->setData(seen);
    m_board.setResult(point);
    m_boardView->sortByColumn(BoardModel::RateText, Qt::DescendingOrder);
    m_verdict->setText(verdictText(result, m_options.language));
    m_doubts->setText(doubtText(result, m_options.language));
    m_race->setFootnote(footnoteText(result));
    m_latency->setFootnote(footnoteText(result));
    showState();
}

void MainWindow::showMessage(const QString& text) {
    m_message->setText(text);
    m_message->show();
}

void MainWindow::saveScenario() {
    takeWhatIsTyped();
    const QString name = QFileDialog::getSaveFileName(
        this, tr("Save the scenario"), QString::fromStdString(m_document.scenario().name) + ".json",
        tr("Scenarios (*.json)"));
    if (name.isEmpty()) return;
    if (m_document.save(name.toStdString())) {
        showMessage(tr("Written into %1.").arg(name));
    } else {
        showMessage(tr("%1 could not be written.").arg(name));
    }
}

void MainWindow::exportTo() {
    if (!m_result) return;
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Export into a folder"));
    if (folder.isEmpty()) return;
    const std::filesystem::path base = folder.toStdString();
    const RunResult& result = m_result->result;
    auto written = exportJson(base, result, catalogue());
    if (written) written = exportCsv(base, *m_result);
    if (written && !m_result->samples.empty()) {
        written = writeResult(base / (result.scenario.name + ".troika"), *m_result, catalogue());
    }
    if (!written) {
        showMessage(QString::fromStdString(written.error().text.in(m_options.language)));
    } else if (!saveCharts(folder, {"png", "svg", "pdf"})) {
        showMessage(tr("The charts could not be written into %1.").arg(folder));
    } else {
        showMessage(tr("Written into %1.").arg(folder));
    }
}

bool MainWindow::saveCharts(const QString& folder, const QStringList& formats) {
    constexpr double printScale = 3;
    bool all = QDir().mkpath(folder);
    for (const QString& format : formats) {
        all &= m_race->save(folder + "/race." + format, printScale);
        all &= m_latency->save(folder + "/latency." + format, printScale);
    }
    return all;
}

void MainWindow::arrange() {
    const bool room = width() >= narrow && !m_presenting;
    m_form->setVisible(room && m_formAction->isChecked());
    m_side->setVisible(room && m_galleryAction->isChecked());
    m_verdict->setProperty("narrow", !room && !m_presenting);
    m_verdict->style()->unpolish(m_verdict);
    m_verdict->style()->polish(m_verdict);
}

} // namespace troika::ui
