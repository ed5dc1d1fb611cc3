// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session.h"

#include "models/depth_curves.h"
#include "models/draft_store.h"
#include "models/result_store.h"
#include "models/user_folders.h"

#include <algorithm>
#include <ctime>
#include <troika/result/export.h>
#include <troika/result/file.h>
#include <troika/run/machine.h>
#include <troika/run/rescue.h>

namespace troika::ui {

namespace {

/// Ten times a second is what a person can follow, and leaves the cores to the race.
constexpr int screenIntervalMs = 100;
constexpr int savingDelayMs = 1000;
/// Looking takes at most this share of a core, whatever the size of the race.
constexpr double mostOfCore = 0.05;

RaceCurves curvesOf(const StoredRun& run, std::size_t point) {
    if (point >= run.samples.size()) return {};
    RaceCurves curves = raceCurves(raceData(run.samples[point]), fullPoints);
    addDepths(curves, run.samples[point], run.result.scenario.workload.steps.size(), fullPoints);
    return curves;
}

/// What this thread has used, so that being kept from the processor does not count.
double processorSeconds() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// "FIELD: PROBLEM — ALLOWED", a line each.
Text textOf(const Findings& findings) {
    Text text;
    for (const Finding& finding : findings) {
        const char* const next = text.empty() ? "" : "\n";
        text.en += fmt::format("{}{}: {} — {}", next, finding.field, finding.problem.en,
                               finding.allowed.en);
        text.ru += fmt::format("{}{}: {} — {}", next, finding.field, finding.problem.ru,
                               finding.allowed.ru);
    }
    return text;
}

} // namespace

Session::Session(const Catalogue& catalogue, std::filesystem::path diskBase, QObject* parent)
    : QObject(parent),
      m_diskBase(std::move(diskBase)),
      m_document(catalogue, readMachineLimits(m_diskBase)) {
    m_screen.setTimerType(Qt::PreciseTimer);
    m_saver.setSingleShot(true);
    m_saver.setInterval(savingDelayMs);
    connect(&m_saver, &QTimer::timeout, this, &Session::keepEdits);
    connect(&m_document, &ScenarioDocument::changed, &m_saver, qOverload<>(&QTimer::start));
    connect(&m_screen, &QTimer::timeout, this, &Session::lookAgain);
    connect(&m_controller, &RunController::finished, this, &Session::finish);
    connect(&m_controller, &RunController::failed, this, [this](const Failure& failure) {
        m_screen.stop();
        setState(State::Ready);
        Q_EMIT told(failure.text);
        Q_EMIT kept(true); // There is nothing to keep.
    });
}

Session::~Session() {
    keepEdits();
    blockSignals(true);
}

const Scenario& Session::shownScenario() const {
    return m_result ? m_result->result.scenario : m_document.scenario();
}

void Session::rescueKilled() {
    m_keeper.start([this](const Background::Post& post, const std::stop_token&) {
        bool any = false;
        for (const auto& folder : rescuable(rescueFolder())) {
            const auto run = rescue(folder);
            const bool nothing = !run && run.error().code == "nothing-to-rescue";
            const Result<std::filesystem::path> file =
                run ? keepResult(*run) : Result<std::filesystem::path>(passOn(run));
            any |= file.has_value();
            if (file || nothing) {
                removeRescued(folder);
            } else {
                post([this, text = file.error().text] { Q_EMIT told(text); });
            }
        }
        if (!any) return;
        post([this] {
            Q_EMIT told(
                {"A race was cut off when Troika was killed. What it had measured is the "
                 "first of the latest races.",
                 "Состязание прервалось: программа Troika была убита. Что успели измерить — "
                 "первое среди последних результатов."});
            Q_EMIT kept(true);
        });
    });
}

bool Session::refuseWhileBusy() {
    if (m_state == State::Running) {
        Q_EMIT told({"Something else can be opened when the race has ended, or was stopped.",
                     "Открыть другое можно, когда состязание закончится или будет остановлено."});
    } else if (busy()) {
        Q_EMIT told({"Something is still being read or written; try again in a moment.",
                     "Что-то ещё читается или записывается; попробуйте через мгновение."});
    }
    return busy();
}

void Session::setState(State state) {
    m_state = state;
    Q_EMIT stateChanged();
}

void Session::clear() {
    m_result.reset();
    m_data.clear();
    m_curves.clear();
    m_sweep.reset();
    m_point = 0;
}

void Session::keepEdits() {
    m_saver.stop();
    if (m_file.empty()) return;
    if (!m_document.modified()) return dropDraft(m_file);
    if (keepDraft(m_file, m_document.json())) return;
    Q_EMIT told({"Your changes could not be kept; save the scenario somewhere else before leaving.",
                 "Изменения не удалось сохранить; сохраните сценарий в другое место, прежде чем "
                 "уйти."});
}

void Session::restoreEdits() {
    auto draft = draftOf(m_file);
    if (!draft) return;
    m_document.restore(std::move(*draft));
    Q_EMIT told({"These are your unsaved changes. File › Discard changes takes them back.",
                 "Это ваши несохранённые изменения. Файл › Отменить изменения вернёт прежнее."});
}

void Session::open(const std::filesystem::path& file) {
    if (refuseWhileBusy()) return;
    keepEdits();
    std::error_code ignored;
    const auto whole = std::filesystem::absolute(file, ignored);
    if (looksLikeResult(whole)) return openResult(whole);
    openScenario(whole);
}

void Session::openScenario(const std::filesystem::path& file) {
    const Findings findings = m_document.open(file);
    if (!findings.empty()) {
        Q_EMIT told(textOf(findings));
        Q_EMIT opened(false);
        return;
    }
    m_file = file;
    m_fileIsResult = false;
    clear();
    restoreEdits();
    setState(State::Ready);
    Q_EMIT measured();
    Q_EMIT opened(true);
}

void Session::openResult(const std::filesystem::path& file) {
    const State before = m_state;
    setState(State::Opening);
    m_reader.start([this, file, before, &catalogue = m_document.catalogue()](
                       const Background::Post& post, const std::stop_token&) {
        auto read = readResult(file, catalogue);
        if (!read) {
            post([this, before, failure = read.error()] {
                setState(before);
                Q_EMIT told(failure.text);
                Q_EMIT opened(false);
            });
            return;
        }
        const auto run = std::make_shared<const StoredRun>(std::move(*read));
        post([this, run, file, shown = shownOf(*run, catalogue)] {
            m_file = file;
            m_fileIsResult = true;
            m_document.setScenario(run->result.scenario);
            restoreEdits();
            show(run, shown);
            setState(State::Finished);
            Q_EMIT measured();
            Q_EMIT opened(true);
        });
    });
}

Session::Shown Session::shownOf(const StoredRun& run, const Catalogue& catalogue) {
    SweepTable table = sweepTable(run.result, catalogue);
    return {curvesOf(run, 0),
            table.empty() ? nullptr : std::make_shared<const SweepTable>(std::move(table))};
}

void Session::show(std::shared_ptr<const StoredRun> run, Shown shown) {
    m_result = std::move(run);
    m_data.clear();
    m_curves = std::move(shown.curves);
    m_sweep = std::move(shown.sweep);
    m_point = 0;
}

void Session::choosePoint(std::size_t place) {
    if (!m_sweep || place >= m_sweep->points.size() || place == m_point) return;
    m_point = place;
    if (!m_result) {
        m_live = LiveRaceData(place);
        m_data.clear();
        m_curves.clear();
    }
    Q_EMIT pointChosen();
    if (!m_result) return lookAgain();
    m_reader.start(
        [this, place, run = m_result](const Background::Post& post, const std::stop_token&) {
            post([this, place, run, curves = curvesOf(*run, place)] {
                if (run != m_result || place != m_point) return; // Something else has been chosen.
                m_curves = curves;
                Q_EMIT measured();
            });
        });
}

QString Session::saveScenario(const std::filesystem::path& file) {
    if (QString wrong = m_document.save(file); !wrong.isEmpty()) return wrong;
    dropDraft(m_file);
    dropDraft(file);
    m_file = file;
    m_fileIsResult = false;
    Q_EMIT stateChanged();
    return {};
}

void Session::discardChanges() {
    if (m_file.empty() || refuseWhileBusy()) return;
    dropDraft(m_file);
    if (!m_fileIsResult) {
        const Findings findings = m_document.open(m_file);
        if (!findings.empty()) Q_EMIT told(textOf(findings));
    } else if (m_document.modified()) {
        m_document.discard();
    }
    Q_EMIT stateChanged();
}

void Session::exportFigures(const std::filesystem::path& folder, const QStringList& formats) {
    if (!m_result) return;
    m_keeper.start([this, folder, formats, run = m_result, &catalogue = m_document.catalogue()](
                       const Background::Post& post, const std::stop_token&) {
        std::error_code ignored;
        std::filesystem::create_directories(folder, ignored);
        Result<> written;
        if (formats.contains("csv")) written = exportCsv(folder, *run);
        if (written && formats.contains("json")) {
            written = exportJson(folder, run->result, catalogue);
        }
        if (written && formats.contains("troika")) {
            written =
                writeResult(folder / (run->result.scenario.name + ".troika"), *run, catalogue);
        }
        const Text well = bilingual("Written into {}.", "Записано в {}.", folder.string());
        post([this, text = written ? well : written.error().text] { Q_EMIT told(text); });
    });
}

void Session::run() {
    if (busy()) return;
    if (m_keeper.busy()) { // It would be measured against what is being written.
        Q_EMIT told({"Something is still being written; the race can begin in a moment.",
                     "Что-то ещё записывается; состязание можно начать через мгновение."});
        return;
    }
    m_document.setMachineLimits(readMachineLimits(m_diskBase)); // As they are by now.
    if (!m_document.findings().empty()) return;
    clear();
    m_live = LiveRaceData();
    m_liveSweep = LiveSweep(plannedTable(m_document.scenario(), m_document.catalogue()));
    m_sweep = m_liveSweep.table();
    Q_EMIT measured();
    std::error_code ignored;
    std::filesystem::create_directories(rescueFolder(), ignored);
    m_controller.start(m_document.scenario(), {.diskBase = m_diskBase, .rescue = rescueFolder()});
    m_screen.start(screenIntervalMs);
    setState(State::Running);
}

void Session::lookAgain() {
    const LiveRun* live = m_controller.live();
    if (live == nullptr || m_state != State::Running) return;
    Q_EMIT progressed(m_controller.progress());
    const double begun = processorSeconds();
    m_data = m_live.snapshot(*live);
    m_curves = raceCurves(m_data, livePoints);
    if (m_liveSweep.look(*live)) m_sweep = m_liveSweep.table();
    Q_EMIT measured();
    const double rest = (processorSeconds() - begun) / mostOfCore * 1000;
    m_screen.setInterval(std::max(screenIntervalMs, static_cast<int>(rest)));
}

void Session::finish(const std::shared_ptr<const StoredRun>& run) {
    m_screen.stop();
    m_keeper.start([this, run, &catalogue = m_document.catalogue()](const Background::Post& post,
                                                                    const std::stop_token&) {
        post([this, run, shown = shownOf(*run, catalogue)] {
            show(run, shown);
            setState(State::Keeping);
            Q_EMIT measured();
        });
        const auto file = keepResult(*run);
        post([this, file] {
            setState(State::Finished);
            if (!file) Q_EMIT told(file.error().text);
            Q_EMIT kept(static_cast<bool>(file));
        });
    });
}

} // namespace troika::ui
