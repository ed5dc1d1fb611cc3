// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/main_window.h"

#include "pages/drawer.h"
#include "pages/form_panel.h"
#include "pages/gallery_panel.h"
#include "pages/header_bar.h"
#include "pages/race_page.h"
#include "plots/chart.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QEventLoop>
#include <QHBoxLayout>
#include <QLibraryInfo>
#include <QLocale>
#include <QMenuBar>
#include <QMimeData>
#include <QVBoxLayout>
#include <troika/backend/catalogue.h>
#include <utility>

namespace troika::ui {

namespace {

/// Below this width gallery and form give way to charts and board: beside them the switches of the
/// charts would need a second row, in Russian first.
constexpr int narrow = 1420;
/// Below this height a projector shows no table.
constexpr int low = 900;
constexpr double presentingScale = 1.5;
constexpr int galleryWidth = 220;
constexpr int formWidth = 330;

} // namespace

MainWindow::MainWindow(const WindowOptions& options)
    : m_options(options),
      m_theme(options.dark ? Theme::darkOne() : Theme::light()),
      m_session(catalogue(), options.diskBase),
      m_menu(*menuBar()) {
    build();
    connectAll();
    setLanguage(options.language);
    applyTheme();
    resize(1440, 900);
    m_header->setFocus();
}

/// A field that is left when it goes still says what was typed: the session has to be there, and
/// nobody is to show it any more.
MainWindow::~MainWindow() {
    m_session.document().blockSignals(true);
    delete takeCentralWidget();
}

void MainWindow::build() {
    setAcceptDrops(true);
    auto* page = new QWidget;
    page->setObjectName("page");
    page->setMinimumSize(640, 480); // Less than its layout asks for: see arrange().
    m_gallery = new GalleryPanel(catalogue());
    m_gallery->setFixedWidth(galleryWidth);
    m_header = new HeaderBar(m_session);
    m_form = new FormPanel(m_session.document());
    m_form->setFixedWidth(formWidth);
    m_race = new RacePage(m_session);
    m_columns = new QHBoxLayout(page);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(0);
    m_columns->addWidget(m_gallery);
    auto* main = new QVBoxLayout;
    main->setContentsMargins(16, 12, 16, 12);
    main->setSpacing(8);
    main->addWidget(m_header);
    m_body = new QHBoxLayout;
    m_body->setSpacing(12);
    m_body->addWidget(m_form);
    m_body->addWidget(m_race, 1);
    main->addLayout(m_body, 1);
    m_columns->addLayout(main, 1);
    setCentralWidget(page);
    m_drawer = new Drawer(page);
    buildFileMenu();
    buildOtherMenus();
}

void MainWindow::connectAll() {
    connect(&m_session, &Session::told, this, &MainWindow::tell);
    connect(&m_session, &Session::stateChanged, this, [this] {
        m_form->setEnabled(!m_session.busy());
        m_gallery->setEnabled(!m_session.busy());
    });
    connect(&m_session.document(), &ScenarioDocument::changed, this,
            [this] { setWindowModified(m_session.document().modified()); });
    connect(&m_session, &Session::opened, this, [this](bool well) {
        m_gallery->setCurrent(m_session.file());
        if (!well) return;
        remember(m_session.file());
        // From the first scenario on, one key runs it.
        if (!std::exchange(m_anyOpened, true)) m_header->setFocus();
    });
    connect(&m_session, &Session::kept, this, [this](bool well) {
        m_gallery->refresh();
        // Where it could not be kept the window stays, for it to be exported.
        const bool closing = std::exchange(m_closing, m_closing && m_session.busy());
        if (well && closing && !m_session.busy()) close();
    });
    connect(m_gallery, &GalleryPanel::chosen, this, [this](const std::filesystem::path& file) {
        m_drawer->hide();
        open(file);
    });
    connect(m_header, &HeaderBar::runWanted, this, &MainWindow::run);
    connect(m_header, &HeaderBar::exportWanted, this, &MainWindow::exportTo);
    const auto draw = [this](QWidget* panel) {
        m_drawer->hold(panel);
        m_drawer->open();
    };
    connect(m_header, &HeaderBar::galleryWanted, this, [this, draw] { draw(m_gallery); });
    connect(m_header, &HeaderBar::formWanted, this, [this, draw] { draw(m_form); });
    connect(m_race, &RacePage::saveChartWanted, this, &MainWindow::saveChart);
}

void MainWindow::open(const std::filesystem::path& file) {
    m_header->clearMessage();
    m_session.open(file);
}

bool MainWindow::openAndWait(const std::filesystem::path& file) {
    std::optional<bool> opened;
    QEventLoop loop;
    const auto ended = connect(&m_session, &Session::opened, this, [&](bool well) {
        opened = well;
        loop.quit();
    });
    open(file);
    if (!opened && m_session.state() == Session::State::Opening) loop.exec();
    disconnect(ended);
    return opened.value_or(false);
}

QString MainWindow::message() const { return m_header->message(); }

void MainWindow::openFirst() {
    if (const auto first = m_gallery->first(); !first.empty()) open(first);
}

void MainWindow::setLanguage(Language language) {
    m_options.language = language;
    QApplication::removeTranslator(&m_translator);
    const bool russian = language == Language::Russian;
    QLocale::setDefault(QLocale(russian ? QLocale::Russian : QLocale::English));
    setLocale(QLocale());
    QApplication::removeTranslator(&m_qtsOwn);
    const QString qts = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (russian && m_qtsOwn.load("qtbase_ru", qts)) QApplication::installTranslator(&m_qtsOwn);
    if (m_translator.load(russian ? ":/i18n/troika_ru.qm" : ":/i18n/troika_en.qm")) {
        QApplication::installTranslator(&m_translator);
    }
    retranslate();
}

void MainWindow::setDark(bool dark) {
    m_options.dark = dark;
    const QSignalBlocker quiet(m_darkAction);
    m_darkAction->setChecked(dark);
    m_theme = dark ? Theme::darkOne() : Theme::light();
    applyTheme();
}

/// Who has chosen nothing else than the system has follows it, when that changes too.
void MainWindow::followSystem() {
    const bool before = std::exchange(m_systemDark, systemIsDark());
    if (m_systemDark != before && m_options.dark == before) setDark(m_systemDark);
}

void MainWindow::setPresenting(bool presenting) {
    m_presenting = presenting;
    applyTheme();
    arrange();
}

void MainWindow::retranslate() {
    setWindowTitle("Troika[*]");
    m_menu.retranslate();
    fillRecent();
    m_gallery->setLanguage(m_options.language);
    m_header->setLanguage(m_options.language);
    m_form->setLanguage(m_options.language);
    m_race->setLanguage(m_options.language);
}

void MainWindow::applyTheme() {
    qApp->setStyleSheet(m_theme.styleSheet(m_presenting ? presentingScale : 1));
    m_gallery->setTheme(m_theme);
    m_form->setTheme(m_theme);
    m_race->setTheme(m_theme);
}

void MainWindow::tell(const Text& message) {
    m_header->tell(QString::fromStdString(message.in(m_options.language)));
}

void MainWindow::run() {
    m_drawer->hide();
    m_header->clearMessage();
    m_session.run();
}

bool MainWindow::event(QEvent* event) {
    if (event->type() == QEvent::ApplicationPaletteChange) followSystem();
    return QMainWindow::event(event);
}

/// A race that goes on is stopped and kept first; the window closes when it has ended.
void MainWindow::closeEvent(QCloseEvent* event) {
    const auto state = m_session.state();
    const bool racing = state == Session::State::Running || state == Session::State::Keeping;
    if (!racing) return event->accept();
    m_closing = true;
    m_session.stop();
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

bool MainWindow::roomy() const { return width() >= narrow && !m_presenting; }

/// Gallery and form stand beside the race where there is room, else in a drawer.
void MainWindow::arrange() {
    const bool room = roomy();
    m_drawer->hide();
    m_drawer->hold(nullptr);
    m_columns->insertWidget(0, m_gallery);
    m_body->insertWidget(0, m_form);
    m_form->setVisible(room && m_formAction->isChecked());
    m_gallery->setVisible(room && m_galleryAction->isChecked());
    m_header->setDrawersOffered(!room);
    const bool brief = m_presenting && height() < low;
    m_header->setBrief(brief);
    m_race->setBrief(brief);
    m_race->setNarrow(brief || (!room && !m_presenting));
}

QString MainWindow::saveCharts(const QString& folder, const QStringList& formats,
                               const PrintSize& size) {
    return m_race->saveCharts(folder, formats, size);
}

} // namespace troika::ui
