// SPDX-License-Identifier: GPL-3.0-or-later
// How the window is put together; what it does is in main_window.cpp.
#include "models/result_store.h"
#include "models/result_words.h"
#include "pages/board_view.h"
#include "pages/form_panel.h"
#include "pages/main_window.h"
#include "plots/latency_chart.h"
#include "plots/race_chart.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace troika::ui {

namespace {

QLabel* labelNamed(const char* name, bool wrap = true) {
    auto* label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(wrap);
    return label;
}

} // namespace

void MainWindow::build() {
    setAcceptDrops(true);
    auto* page = new QWidget;
    page->setObjectName("page");
    page->setMinimumSize(640, 480); // Less than its layout asks for: see arrange().
    auto* columns = new QHBoxLayout(page);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(buildSide());
    auto* main = new QVBoxLayout;
    main->setContentsMargins(16, 12, 16, 12);
    main->setSpacing(8);
    main->addWidget(buildHeader());
    main->addWidget(buildBody(), 1);
    columns->addLayout(main, 1);
    setCentralWidget(page);
    buildMenus();
}

QWidget* MainWindow::buildSide() {
    m_side = new QWidget;
    m_side->setObjectName("side");
    m_side->setFixedWidth(230);
    auto* column = new QVBoxLayout(m_side);
    column->setContentsMargins(8, 16, 8, 8);
    m_name = labelNamed("title");
    m_name->setText("Troika");
    m_gallery = new QListWidget;
    m_gallery->setObjectName("gallery");
    m_gallery->setWordWrap(true);
    m_gallery->setTextElideMode(Qt::ElideNone);
    m_gallery->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_name);
    column->addWidget(m_gallery, 1);
    connect(m_gallery, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item == nullptr || m_controller.running()) return;
        open(item->data(Qt::UserRole).toString().toStdString());
    });
    return m_side;
}

QWidget* MainWindow::buildHeader() {
    auto* header = new QWidget;
    auto* rows = new QVBoxLayout(header);
    rows->setContentsMargins(0, 0, 0, 0);
    auto* top = new QHBoxLayout;
    auto* words = new QVBoxLayout;
    m_title = labelNamed("title");
    m_sentence = labelNamed("faint");
    words->addWidget(m_title);
    words->addWidget(m_sentence);
    top->addLayout(words, 1);
    m_run = new QPushButton;
    m_run->setObjectName("main");
    m_stop = new QPushButton;
    m_stop->setObjectName("stop");
    m_export = new QPushButton;
    m_export->setObjectName("export");
    for (QPushButton* button : {m_run, m_stop, m_export}) top->addWidget(button, 0, Qt::AlignTop);
    connect(m_run, &QPushButton::clicked, this, &MainWindow::run);
    connect(m_stop, &QPushButton::clicked, this, &MainWindow::stop);
    connect(m_export, &QPushButton::clicked, this, &MainWindow::exportTo);
    rows->addLayout(top);
    m_progressRow = new QWidget;
    auto* progress = new QHBoxLayout(m_progressRow);
    progress->setContentsMargins(0, 0, 0, 0);
    m_progress = new QProgressBar;
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_where = labelNamed("faint", false);
    progress->addWidget(m_progress, 1);
    progress->addWidget(m_where);
    rows->addWidget(m_progressRow);
    m_message = labelNamed("doubt");
    m_message->hide();
    rows->addWidget(m_message);
    return header;
}

QWidget* MainWindow::buildBody() {
    auto* body = new QWidget;
    auto* columns = new QHBoxLayout(body);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(12);
    m_form = new FormPanel(m_document);
    m_form->setFixedWidth(350);
    columns->addWidget(m_form);
    auto* right = new QVBoxLayout;
    right->setSpacing(12);
    auto* charts = new QHBoxLayout;
    charts->setSpacing(12);
    m_race = new RaceChart;
    m_latency = new LatencyChart;
    charts->addWidget(m_race, 1);
    charts->addWidget(m_latency, 1);
    right->addLayout(charts, 3);
    auto* card = new QFrame;
    card->setObjectName("card");
    auto* column = new QVBoxLayout(card);
    m_verdict = labelNamed("verdict");
    m_doubts = labelNamed("doubt");
    m_sorted.setSourceModel(&m_board);
    m_sorted.setSortRole(BoardModel::SortRole);
    m_boardView = new BoardView(m_board, m_sorted);
    column->addWidget(m_verdict);
    column->addWidget(m_doubts);
    column->addWidget(m_boardView, 1);
    right->addWidget(card, 2);
    columns->addLayout(right, 1);
    return body;
}

void MainWindow::buildMenus() {
    QMenu* file = m_menu.addMenu(QT_TRANSLATE_NOOP("menu", "&File"));
    m_menu.add(file, QT_TRANSLATE_NOOP("menu", "&Open…"), QKeySequence::Open, [this] {
        const QString name =
            QFileDialog::getOpenFileName(this, tr("Open a scenario or a result"),
                                         QString::fromStdString(resultsFolder().string()),
                                         tr("Scenarios and results (*.json *.troika)"));
        if (!name.isEmpty()) open(name.toStdString());
    });
    m_menu.add(file, QT_TRANSLATE_NOOP("menu", "&Save the scenario as…"), QKeySequence::Save,
               [this] { saveScenario(); });
    m_menu.add(file, QT_TRANSLATE_NOOP("menu", "&Export…"), QKeySequence("Ctrl+E"),
               [this] { exportTo(); });
    m_menu.add(file, QT_TRANSLATE_NOOP("menu", "&Copy the table"), QKeySequence("Ctrl+Shift+C"),
               [this] { QApplication::clipboard()->setText(m_board.asText()); });
    m_menu.add(file, QT_TRANSLATE_NOOP("menu", "&Quit"), QKeySequence::Quit, [this] { close(); });
    QMenu* race = m_menu.addMenu(QT_TRANSLATE_NOOP("menu", "&Race"));
    m_menu.add(race, QT_TRANSLATE_NOOP("menu", "&Run"), QKeySequence("Ctrl+R"), [this] { run(); });
    m_menu.add(race, QT_TRANSLATE_NOOP("menu", "&Stop"), QKeySequence("Ctrl+."),
               [this] { stop(); });
    QMenu* view = m_menu.addMenu(QT_TRANSLATE_NOOP("menu", "&View"));
    m_menu.addSwitch(view, QT_TRANSLATE_NOOP("menu", "&Dark"), QKeySequence("Ctrl+D"),
                     m_options.dark, [this](bool on) { setDark(on); });
    m_menu.addSwitch(view, QT_TRANSLATE_NOOP("menu", "&Presenting"), QKeySequence("F5"), false,
                     [this](bool on) { setPresenting(on); });
    m_formAction =
        m_menu.addSwitch(view, QT_TRANSLATE_NOOP("menu", "&Form"), QKeySequence("Ctrl+F"), true,
                         [this](bool on) { m_form->setVisible(on); });
    m_galleryAction =
        m_menu.addSwitch(view, QT_TRANSLATE_NOOP("menu", "&Gallery"), QKeySequence("Ctrl+G"), true,
                         [this](bool on) { m_side->setVisible(on); });
    QMenu* language = m_menu.addMenu(QT_TRANSLATE_NOOP("menu", "&Language"));
    connect(language->addAction("English"), &QAction::triggered, this,
            [this] { setLanguage(Language::English); });
    connect(language->addAction("Русский"), &QAction::triggered, this,
            [this] { setLanguage(Language::Russian); });
    QMenu* help = m_menu.addMenu(QT_TRANSLATE_NOOP("menu", "&Help"));
    m_menu.add(help, QT_TRANSLATE_NOOP("menu", "&Shortcuts"), QKeySequence::HelpContents,
               [this] { QMessageBox::information(this, tr("Shortcuts"), m_menu.shortcuts()); });
    m_menu.add(help, QT_TRANSLATE_NOOP("menu", "&About Troika"), {},
               [this] { QMessageBox::about(this, "Troika", aboutText()); });
}

} // namespace troika::ui
