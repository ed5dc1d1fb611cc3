// SPDX-License-Identifier: GPL-3.0-or-later
#include "trial/trial.h"

#include "platform/stamp_clock.h"
#include "trial/trial_spec.h"
#include "workload/arrival_plan.h"

#include <algorithm>
#include <poll.h>
#include <troika/base/system_error.h>
#include <troika/scenario/json.h>

namespace troika {
namespace {

using namespace std::chrono_literals;

/// When a running trial's size is looked at: early in a slice, so that short ones are seen, then at
/// twice that time and so on, at last every 100 ms; but, the very first one aside, so rarely that
/// it takes at most a hundredth of a core.
constexpr std::chrono::nanoseconds firstLook = 5ms;
constexpr std::chrono::nanoseconds lookInterval = 100ms;
constexpr int lookPause = 100;

constexpr std::int64_t tickMs = 100;

/// A slice in which no task ends is not stuck while it works: while it uses so much of a core.
constexpr std::int64_t workingShare = 100;

std::chrono::nanoseconds ownThreadTime() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

Scenario withOnly(const Scenario& scenario, const Contender& contender) {
    Scenario own = scenario;
    own.contenders = {contender};
    own.baseline = contender.label;
    return own;
}

tl::unexpected<Failure> noDirectory(const std::filesystem::path& directory,
                                    const std::error_code& error) {
    return failure("no-directory", bilingual("The folder {} cannot be made: {}.",
                                             "Не удалось создать папку {}: {}.", directory.string(),
                                             systemError(error.value())));
}

tl::unexpected<Failure> notUtf8() {
    return failure("directory-name",
                   {"The name of the folder for files is not UTF-8; choose another one.",
                    "Имя папки для файлов записано не в UTF-8; выберите другую."});
}

Failure stuck(std::int64_t patience) {
    return {"stuck",
            bilingual("No task has ended for {:.0f} s, and none is being worked on. If tasks may "
                      "wait that long, raise workload.timeout.",
                      "За {:.0f} с не завершилась ни одна задача, и ни одна не выполняется. Если "
                      "задачи могут ждать так долго, увеличьте workload.timeout.",
                      static_cast<double>(patience) * 1e-9)};
}

Failure stopped() { return {"stopped", {"Stopped by the user.", "Остановлено пользователем."}}; }

} // namespace

Result<Trial> Trial::start(const TrialRequest& request, const PhaseLimits& limits) {
    std::vector<std::filesystem::path> directories{request.directory};
    if (!request.diskDirectory.empty()) directories.push_back(request.diskDirectory);
    for (const auto& directory : directories) {
        if (!isUtf8(directory.string())) return notUtf8();
        std::error_code error;
        std::filesystem::create_directories(directory, error);
        if (error) return noDirectory(directory, error);
    }
    const auto file = request.directory / "log";
    auto log = SampleLog::create(file, tasksPerSlice(request.scenario.workload), request.slices);
    if (!log) return passOn(log);
    std::optional<RescueOrder> rescue;
    if (!request.rescue.empty()) rescue = {file, request.rescue, request.rescueHold};
    const auto folder = executableFolder();
    const std::int64_t started = monotonicNow();
    auto process = GuardedProcess::start({.program = folder / "troika-runner",
                                          .arguments = {},
                                          .errors = request.directory / "errors",
                                          .remove = directories,
                                          .rescue = rescue});
    if (!process) return passOn(process);
    Trial trial(std::move(*process), std::move(*log), request, limits);
    trial.m_started = started;
    const std::string line =
        writeTrialSpec({withOnly(request.scenario, request.contender), file, request.originPort,
                        request.diskDirectory, folder / "troika-worker", request.tickRate}) +
        "\n";
    if (!writeAll(trial.m_process.input(), line.data(), line.size())) {
        return trial.endWith(trial.whyEnded());
    }
    return trial;
}

Trial::Trial(GuardedProcess process, SampleLog log, const TrialRequest& request,
             const PhaseLimits& limits)
    : m_process(std::move(process)),
      m_lines(std::make_unique<LineReader>(m_process.output())),
      m_log(std::move(log)),
      m_limits(limits),
      m_silence(request.scenario.workload.timeout +
                longestGap(request.scenario.workload.arrivals)) {}

Result<ReadyEvent> Trial::awaitReady(const StopSignal& stop) {
    return await<ReadyEvent>(stop, m_limits.setUp, {"Setting up", "Подготовка участника"});
}

Result<PreparedEvent> Trial::leadIn(const PrepareOrder& prepare, const StopSignal& stop) {
    m_slice = prepare.slice;
    if (auto sent = order(prepare); !sent) return passOn(sent);
    return await<PreparedEvent>(stop, m_limits.leadIn, {"Preparing a slice", "Подготовка отрезка"});
}

Result<DoneEvent> Trial::run(const StopSignal& stop) {
    if (auto sent = order(GoOrder{}); !sent) return passOn(sent);
    const std::int64_t patience = (m_silence + m_limits.stuck).count();
    const std::int64_t begun = monotonicNow();
    std::int64_t lively = begun;      // When the last sign of life was seen,
    std::optional<std::int64_t> used; // and the processor time until then.
    for (std::chrono::nanoseconds pause = firstLook;;) {
        const auto line = awaitLine(stop, std::max(pause, m_lookCost * lookPause));
        if (!line) return passOn(line);
        const std::chrono::nanoseconds before = ownThreadTime();
        const std::int64_t usedNow = lookAtSize();
        // One at the end of a slice is cheap where its threads or processes are gone by then.
        if (!*line) m_lookCost = ownThreadTime() - before;
        const std::int64_t now = monotonicNow();
        pause = std::min(lookInterval, std::chrono::nanoseconds(now - begun));
        if (*line) {
            auto event = readEvent(**line);
            if (event && std::holds_alternative<DoneEvent>(*event)) {
                return std::get<DoneEvent>(*event);
            }
            if (event && std::holds_alternative<FailedEvent>(*event)) {
                return endWith(std::get<FailedEvent>(*event).failure);
            }
        }
        if (!used) used = usedNow;
        if (now - lively <= patience) continue;
        const bool works = (usedNow - *used) * workingShare > now - lively;
        lively = works ? now : std::max(lively, lastEnd());
        used = usedNow;
        if (now - lively > patience) return endWith(stuck(patience));
    }
}

Result<SettledEvent> Trial::awaitSettled(const StopSignal& stop) {
    return await<SettledEvent>(stop, m_limits.setUp,
                               {"Settling after a slice", "Завершение отрезка"});
}

Result<double> Trial::finish(const StopSignal& stop) {
    const std::int64_t begun = monotonicNow();
    if (auto sent = order(FinishOrder{}); !sent) return passOn(sent);
    if (auto done = await<FinishedEvent>(stop, m_limits.tearDown,
                                         {"Shutting down", "Завершение участника"});
        !done) {
        return passOn(done);
    }
    const auto end = m_process.awaitEnd();
    return static_cast<double>((end ? end->at : monotonicNow()) - begun) * 1e-9;
}

Result<> Trial::order(const Order& order) {
    const std::string line = writeOrder(order) + "\n";
    if (!writeAll(m_process.input(), line.data(), line.size())) return endWith(whyEnded());
    return {};
}

template <class Wanted>
Result<Wanted> Trial::await(const StopSignal& stop, std::chrono::nanoseconds limit,
                            const Text& phase) {
    const auto line = awaitLine(stop, limit);
    if (!line) return passOn(line);
    if (!*line) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(limit).count();
        const std::string words = m_process.lastWords();
        const std::string tail = words.empty() ? "." : ": " + words;
        return endWith({"phase-limit", bilingual("{} took longer than {} s{}", "{}: дольше {} с{}",
                                                 phase, seconds, tail)});
    }
    auto event = readEvent(**line);
    if (!event) return endWith(event.error());
    if (const auto* wanted = std::get_if<Wanted>(&*event)) return *wanted;
    if (const auto* failed = std::get_if<FailedEvent>(&*event)) return endWith(failed->failure);
    return endWith(
        {"protocol", bilingual("{}: the runner answered out of turn: {}",
                               "{}: процесс испытания ответил не вовремя: {}", phase, **line)});
}

Result<std::optional<std::string>> Trial::awaitLine(const StopSignal& stop,
                                                    std::chrono::nanoseconds wait) {
    const std::int64_t until = monotonicNow() + wait.count();
    for (;;) {
        if (auto line = m_lines->ready()) return std::optional(std::move(*line));
        const std::int64_t left = until - monotonicNow();
        if (left <= 0) return std::optional<std::string>();
        pollfd watched[] = {{m_process.output(), POLLIN, 0},
                            {m_process.lifeline(), POLLIN, 0},
                            {stop.descriptor(), POLLIN, 0}};
        // Without a descriptor a stop is noticed at the next tick.
        const std::int64_t most = stop.descriptor() < 0 ? tickMs : left / 1'000'000 + 1;
        ::poll(watched, 3, static_cast<int>(std::min(left / 1'000'000 + 1, most)));
        if (stop.requested()) return endWith(stopped());
        if (watched[0].revents != 0 && m_lines->fill()) continue;
        if (watched[0].revents != 0 || watched[1].revents != 0) return endWith(whyEnded());
    }
}

Failure Trial::whyEnded() {
    const std::string words = m_process.lastWords();
    const auto end = m_process.awaitEnd();
    const Text how = end ? describe(end->program)
                         : Text{"ended together with its guard", "завершился вместе со сторожевым "
                                                                 "процессом"};
    const std::string tail = words.empty() ? "" : ": " + words;
    return {"runner-killed", bilingual("The runner {}{}.", "Процесс испытания {}{}.", how, tail)};
}

tl::unexpected<Failure> Trial::endWith(Failure failure) {
    m_process.stop();
    return tl::unexpected<Failure>(std::move(failure));
}

std::int64_t Trial::lookAtSize() {
    const TreeSize now = sizeOfDescendants(m_process.guard());
    m_peak.anonymousBytes = std::max(m_peak.anonymousBytes, now.anonymousBytes);
    m_peak.threads = std::max(m_peak.threads, now.threads);
    m_peak.processes = std::max(m_peak.processes, now.processes);
    return now.processorNs;
}

std::int64_t Trial::lastEnd() const {
    std::int64_t latest = 0;
    for (SampleSlot& slot : m_log.slots(m_slice)) {
        latest = std::max(latest, loadSample(slot).end);
    }
    return latest;
}

} // namespace troika
