// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/registry.h"
#include "platform/descriptor.h"
#include "platform/limits.h"
#include "platform/line_reader.h"
#include "trial/events.h"
#include "trial/trial_spec.h"

#include <csignal>
#include <optional>
#include <troika/sample/sample_log.h>
#include <troika/trial/programs.h>
#include <unistd.h>

namespace troika {
namespace {

double secondsSince(std::int64_t start) {
    return static_cast<double>(monotonicNow() - start) * 1e-9;
}

void send(const Event& event) {
    const std::string line = writeEvent(event) + "\n";
    writeAll(STDOUT_FILENO, line.data(), line.size());
}

/// A trial from the inside: one backend, walked through its phases as the supervisor asks.
class Runner {
public:
    Runner(TrialSpec spec, SampleLog log)
        : m_spec(std::move(spec)),
          m_log(std::move(log)),
          m_clock(m_spec.tickRate),
          m_work(m_spec.scenario.workload,
                 {m_spec.originPort, m_spec.directory, m_spec.scenario.workload.timeout}, m_clock) {
    }

    Result<> setUp() {
        const std::int64_t start = monotonicNow();
        if (auto made = m_work.setUp(); !made) return made;
        const BackendKind* kind = backendKind(m_spec.contender().backend);
        m_backend = kind->make(
            {m_spec.contender().settings, m_work, m_spec.worker, writeTrialSpec(m_spec)});
        if (auto ready = m_backend->setUp(); !ready) return ready;
        send(ReadyEvent{secondsSince(start), m_backend->notes(), m_backend->sharedBytes()});
        return {};
    }

    /// False when the trial is over.
    Result<bool> obey(const Order& order) {
        if (const auto* prepareOrder = std::get_if<PrepareOrder>(&order)) {
            if (auto ready = prepare(*prepareOrder); !ready) return passOn(ready);
            return true;
        }
        if (std::holds_alternative<GoOrder>(order)) {
            if (auto ran = go(); !ran) return passOn(ran);
            return true;
        }
        const std::int64_t start = monotonicNow();
        m_backend.reset();
        send(FinishedEvent{secondsSince(start)});
        return false;
    }

private:
    Result<> prepare(const PrepareOrder& order) {
        const std::int64_t start = monotonicNow();
        m_order = order;
        if (auto room = m_log.prepare(order.slice); !room) return room;
        m_clock.anchor();
        const auto tasks = static_cast<std::uint32_t>(tasksPerSlice(m_spec.scenario.workload));
        if (auto ready = m_backend->leadIn(tasks); !ready) return ready;
        send(PreparedEvent{secondsSince(start)});
        return {};
    }

    Result<> go() {
        auto before = m_backend->account();
        if (!before) return passOn(before);
        // Told before it begins, for it takes a tenth of a millisecond where there is much to tell.
        if (auto begun = m_work.begin(monotonicNow()); !begun) return begun;
        DoneEvent done;
        done.begin = monotonicNow();
        const auto plan = planArrivals(m_spec.scenario.workload.arrivals, m_spec.scenario.seed,
                                       m_order.round, done.begin);
        SliceMark& mark = m_log.mark(m_order.slice);
        mark = {.begin = done.begin, .end = 0, .admitted = plan->admitted(), .state = 2};
        const Slice slice(m_spec.scenario.seed, m_order.round, *plan, m_log.slots(m_order.slice));
        if (auto ran = m_backend->run(slice); !ran) return ran;
        done.end = monotonicNow();
        mark.end = done.end;
        mark.admitted = plan->admitted();
        mark.state = 3;
        const auto after = m_backend->account();
        if (!after) return passOn(after);
        done.account = *after;
        done.account -= *before;
        done.notes = m_backend->takeIncidents();
        send(done);
        return settle();
    }

    Result<> settle() {
        const std::int64_t start = monotonicNow();
        if (auto settled = m_backend->settle(); !settled) return settled;
        if (auto settled = m_work.settle(); !settled) return settled;
        send(SettledEvent{secondsSince(start)});
        return {};
    }

    TrialSpec m_spec;
    SampleLog m_log;
    StampClock m_clock;
    Work m_work;
    std::unique_ptr<Backend> m_backend;
    PrepareOrder m_order;
};

Result<> runTrial(LineReader& lines) {
    const auto first = lines.next();
    if (!first) return {};
    auto spec = readTrialSpec(*first);
    if (!spec) return passOn(spec);
    auto log = SampleLog::open(spec->log);
    if (!log) return passOn(log);
    Runner runner(std::move(*spec), std::move(*log));
    if (auto ready = runner.setUp(); !ready) return ready;
    while (const auto line = lines.next()) {
        const auto order = readOrder(*line);
        if (!order) return passOn(order);
        const auto goesOn = runner.obey(*order);
        if (!goesOn) return passOn(goesOn);
        if (!*goesOn) break;
    }
    return {};
}

} // namespace

int runnerMain() {
    std::signal(SIGPIPE, SIG_IGN);
    raiseDescriptorLimit();
    LineReader lines(STDIN_FILENO);
    if (const auto ran = runTrial(lines); !ran) {
        send(FailedEvent{ran.error()});
        return 1;
    }
    return 0;
}

} // namespace troika
