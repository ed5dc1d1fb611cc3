// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/background.h"
#include "models/live_sweep.h"
#include "models/race_curves.h"
#include "models/run_controller.h"
#include "models/scenario_document.h"

#include <QTimer>
#include <optional>

namespace troika::ui {

/// What the window is about, without widgets: the scenario being edited, the race that goes on, and
/// its result. Nothing is lost: unsaved edits become drafts, every race is kept. Used by Qt's
/// thread.
class Session final : public QObject {
    Q_OBJECT
public:
    /// Keeping: the result is there, and is being written into the user's folder; the next race
    /// waits for that, so that it is not measured against it.
    enum class State { Ready, Opening, Running, Keeping, Finished };

    /// `diskBase`: where the disk workload makes its own folder.
    Session(const Catalogue& catalogue, std::filesystem::path diskBase, QObject* parent = nullptr);
    /// Stops what runs, and keeps unsaved edits.
    ~Session() override;

    /// Opens a scenario at once, or a result in the background; opened() tells the end of it.
    /// Nothing happens while a race goes on.
    void open(const std::filesystem::path& file);
    /// As opened, or as last saved; empty before.
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    /// Whether that is a result, into which no scenario is to be saved.
    [[nodiscard]] bool fileIsResult() const { return m_fileIsResult; }
    /// Whether nothing can be begun now, for something is being opened, raced or kept.
    [[nodiscard]] bool busy() const {
        return m_state != State::Ready && m_state != State::Finished;
    }
    /// Saves the scenario into that file, which is the session's from then on. What went
    /// wrong, empty if nothing: it cannot be written, or a field is so wrong that it could not be
    /// read again.
    [[nodiscard]] QString saveScenario(const std::filesystem::path& file);
    /// Unsaved edits are given up, and the file is opened as it is.
    void discardChanges();
    /// Races that were killed with their window are kept with what they had measured, behind the
    /// window; told() says so where there was one, and kept() follows.
    void rescueKilled();
    /// Unsaved edits become the file's draft; told() says so where they could not be kept.
    void keepEdits();

    /// Writes the result behind the window, as any of "csv", "json" and "troika", into a folder,
    /// which is made where it is missing; told() says how that went.
    void exportFigures(const std::filesystem::path& folder, const QStringList& formats);

    /// Nothing happens where the scenario cannot be run.
    void run();
    void stop() { m_controller.stop(); }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] ScenarioDocument& document() { return m_document; }
    [[nodiscard]] const ScenarioDocument& document() const { return m_document; }
    /// Of the last race that ended, or as opened; null before.
    [[nodiscard]] std::shared_ptr<const StoredRun> result() const { return m_result; }
    /// What a race that goes on has measured so far; empty otherwise.
    [[nodiscard]] const RaceData& data() const { return m_data; }
    /// Live while a race goes on, else the result's.
    [[nodiscard]] const RaceCurves& curves() const { return m_curves; }
    /// What was swept, or is being; null where nothing is.
    [[nodiscard]] std::shared_ptr<const SweepTable> sweep() const { return m_sweep; }
    /// The point of it that curves() are of: its place in the result.
    [[nodiscard]] std::size_t point() const { return m_point; }
    /// Another point; its curves follow with measured().
    void choosePoint(std::size_t place);
    /// The scenario that the figures belong to: the result's, or the edited one before a race.
    [[nodiscard]] const Scenario& shownScenario() const;

Q_SIGNALS:
    void stateChanged();
    /// data(), curves() and sweep() are new.
    void measured();
    /// Another point was chosen.
    void pointChosen();
    void progressed(const troika::Progress& progress);
    /// A file was opened, or could not be.
    void opened(bool well);
    /// Something to tell in place.
    void told(const troika::Text& message);
    /// The race that has just ended is in the user's folder, or could not be written there.
    void kept(bool well);

private:
    void setState(State state);
    void restoreEdits();
    /// True, and told, where something else is going on.
    bool refuseWhileBusy();
    void openScenario(const std::filesystem::path& file);
    void openResult(const std::filesystem::path& file);
    /// What a result holds, made behind the window.
    struct Shown {
        RaceCurves curves; ///< Of the first point.
        std::shared_ptr<const SweepTable> sweep;
    };
    [[nodiscard]] static Shown shownOf(const StoredRun& run, const Catalogue& catalogue);
    void show(std::shared_ptr<const StoredRun> run, Shown shown);
    void clear();
    void lookAgain();
    void finish(const std::shared_ptr<const StoredRun>& run);

    std::filesystem::path m_diskBase;
    ScenarioDocument m_document;
    std::filesystem::path m_file;
    bool m_fileIsResult = false;
    State m_state = State::Ready;
    std::shared_ptr<const StoredRun> m_result;
    RaceData m_data;
    RaceCurves m_curves;
    std::shared_ptr<const SweepTable> m_sweep;
    LiveSweep m_liveSweep;
    std::size_t m_point = 0;
    LiveRaceData m_live;
    QTimer m_saver;  ///< A moment after an edit: it becomes a draft.
    QTimer m_screen; ///< While a race goes on: what can be seen now.
    RunController m_controller;
    Background m_reader; ///< Results are read,
    Background m_keeper; ///< and races kept, behind the window.
};

} // namespace troika::ui
