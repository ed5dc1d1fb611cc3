// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/board_model.h"
#include "models/race_data.h"
#include "models/run_controller.h"
#include "models/scenario_document.h"
#include "pages/main_menu.h"
#include "theme/theme.h"

#include <QMainWindow>
#include <QSortFilterProxyModel>
#include <QTimer>
#include <QTranslator>
#include <memory>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace troika::ui {

class BoardView;
class FormPanel;
class LatencyChart;
class RaceChart;

/// How the window is to look when it opens.
struct WindowOptions {
    Language language = Language::English;
    bool dark = false;
    std::filesystem::path diskBase;
};

/// The window: gallery, form, charts and board around one scenario and its race.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const WindowOptions& options);
    ~MainWindow() override;

    /// Opens a scenario or a result; a message in place, and false, where that fails.
    bool open(const std::filesystem::path& file);
    /// As they are now: what a next window may begin with.
    [[nodiscard]] const WindowOptions& options() const { return m_options; }
    void setLanguage(Language language);
    void setDark(bool dark);
    /// For a projector: larger type, the form hidden.
    void setPresenting(bool presenting);

    /// Writes both charts as they are into a folder, which is made where it is missing: "png",
    /// "svg", "pdf". False where one could not be written.
    bool saveCharts(const QString& folder, const QStringList& formats);

    void run();
    void stop();

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void buildMenus();
    QWidget* buildSide();
    QWidget* buildHeader();
    QWidget* buildBody();
    void retranslate();
    void applyTheme();
    void fillGallery();
    void restyle();
    void showScenario();
    void showState();
    void showLive();
    void showResult(std::shared_ptr<const StoredRun> run);
    void showMessage(const QString& text);
    static void takeWhatIsTyped();
    void saveScenario();
    void exportTo();
    void arrange();

    WindowOptions m_options;
    Theme m_theme;
    bool m_presenting = false;
    bool m_closing = false; ///< As soon as the race has ended.
    QTranslator m_translator;
    ScenarioDocument m_document;
    MainMenu m_menu;
    RunController m_controller;
    LiveRaceData m_liveData;
    BoardModel m_board;
    QSortFilterProxyModel m_sorted;
    QTimer m_screen; ///< While a race goes on: the charts are drawn anew.
    std::shared_ptr<const StoredRun> m_result;

    QListWidget* m_gallery = nullptr;
    QWidget* m_side = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_sentence = nullptr;
    QPushButton* m_run = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_export = nullptr;
    QWidget* m_progressRow = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_where = nullptr;
    QLabel* m_message = nullptr;
    FormPanel* m_form = nullptr;
    RaceChart* m_race = nullptr;
    LatencyChart* m_latency = nullptr;
    QLabel* m_verdict = nullptr;
    QLabel* m_doubts = nullptr;
    BoardView* m_boardView = nullptr;
    QAction* m_formAction = nullptr;
    QAction* m_galleryAction = nullptr;
};

} // namespace troika::ui
