// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session.h"
#include "pages/main_menu.h"
#include "plots/chart_print.h"
#include "theme/theme.h"

#include <QMainWindow>
#include <QTranslator>

class QHBoxLayout;

namespace troika::ui {

class Chart;
class Drawer;
class FormPanel;
class GalleryPanel;
class HeaderBar;
class RacePage;

/// How the window is to look when it opens.
struct WindowOptions {
    Language language = Language::English;
    bool dark = false;
    std::filesystem::path diskBase;
    bool remembers = true; ///< What is opened becomes a recent file.
};

/// The window: gallery, form, and the race page around one session.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const WindowOptions& options);
    ~MainWindow() override;

    /// Opens a scenario or a result; what goes wrong is told in place. A result takes a moment.
    void open(const std::filesystem::path& file);
    /// The same, and waits until it is there; false where it could not be opened.
    bool openAndWait(const std::filesystem::path& file);
    /// What was last told.
    [[nodiscard]] QString message() const;
    /// The first scenario of the gallery.
    void openFirst();
    /// See Session::rescueKilled.
    void rescueKilled() { m_session.rescueKilled(); }
    [[nodiscard]] const std::filesystem::path& file() const { return m_session.file(); }
    /// Of the race that is shown; null where there is none.
    [[nodiscard]] std::shared_ptr<const StoredRun> result() const { return m_session.result(); }
    /// As they are now: what a next window may begin with.
    [[nodiscard]] const WindowOptions& options() const { return m_options; }
    void setLanguage(Language language);
    void setDark(bool dark);
    /// For a projector: larger type, the form hidden.
    void setPresenting(bool presenting);
    /// See RacePage::saveCharts.
    [[nodiscard]] QString saveCharts(const QString& folder, const QStringList& formats,
                                     const PrintSize& size);

    void run();
    void stop() { m_session.stop(); }

protected:
    bool event(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void connectAll();
    void buildFileMenu();
    void buildOtherMenus();
    void fillRecent();
    void remember(const std::filesystem::path& file);
    void retranslate();
    void applyTheme();
    void followSystem();
    void tell(const Text& message);
    void chooseFile();
    void saveScenario();
    void saveScenarioAs();
    void saveInto(const QString& name);
    void exportTo();
    void saveChart(Chart* chart);
    void arrange();
    [[nodiscard]] bool roomy() const;

    WindowOptions m_options;
    Theme m_theme;
    bool m_systemDark = systemIsDark();
    bool m_presenting = false;
    bool m_anyOpened = false;
    bool m_closing = false; ///< As soon as the race has ended.
    QTranslator m_translator;
    QTranslator m_qtsOwn; ///< Of Qt's own dialogs, where it is installed.
    Session m_session;
    MainMenu m_menu;
    QMenu* m_recent = nullptr;
    QHBoxLayout* m_columns = nullptr; ///< Gallery, then the rest.
    QHBoxLayout* m_body = nullptr;    ///< Form, then the race.
    GalleryPanel* m_gallery = nullptr;
    HeaderBar* m_header = nullptr;
    FormPanel* m_form = nullptr;
    RacePage* m_race = nullptr;
    Drawer* m_drawer = nullptr;
    QAction* m_darkAction = nullptr;
    QAction* m_formAction = nullptr;
    QAction* m_galleryAction = nullptr;
};

} // namespace troika::ui
