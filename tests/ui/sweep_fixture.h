// SPDX-License-Identifier: GPL-3.0-or-later
// Swept races made up here: exact, and the same everywhere.
#pragma once

#include <string>
#include <troika/backend/catalogue.h>
#include <troika/result/samples.h>
#include <troika/scenario/json.h>
#include <vector>

namespace troika::ui {

inline Scenario sweptScenario() {
    const auto json = parseJson(R"({"schema": "troika-scenario/1", "name": "swept",
        "title": {"en": "Pools of several sizes", "ru": "Пулы разных размеров"},
        "workload": {"steps": [{"kind": "compute", "kernel": "primes", "amount": 1}],
                     "arrivals": {"kind": "batch", "tasks": 100}},
        "backends": [{"backend": "serial", "label": "serial"},
                     {"backend": "thread.pool", "label": "pool", "workers": 4},
                     {"backend": "async.loop", "label": "loop"}],
        "baseline": "serial"})");
    return readScenario(json.value(), catalogue()).value();
}

inline Interval around(double value) { return {0.9 * value, 1.1 * value}; }

/// 100 tasks; half of them took `median` seconds.
inline Latency latencyAround(double median) {
    return {.count = 100,
            .p50 = median,
            .p90 = 1.5 * median,
            .p99 = 2 * median,
            .p50Interval = around(median),
            .p90Interval = around(1.5 * median),
            .p99Interval = around(2 * median)};
}

inline ContenderResult measured(const std::string& label, double throughput) {
    ContenderResult contender;
    contender.label = label;
    contender.backend = label == "pool" ? "thread.pool" : label == "loop" ? "async.loop" : label;
    contender.tasks.finished = 100;
    contender.digest = "0123456789abcdef";
    contender.throughput = {throughput, around(throughput)};
    contender.latency = latencyAround(20 / throughput);
    contender.service = latencyAround(2 / throughput);
    contender.usage.cpuUserSeconds = 1;
    contender.usage.cpuSystemSeconds = 1;
    contender.usage.voluntarySwitches = 300;
    contender.usage.peakMemoryBytes = 1 << 20;
    contender.usage.cpuOfTaskInterval = around(0.02);
    contender.usage.switchesOfTaskInterval = around(3);
    return contender;
}

inline Comparison compared(const std::string& of, const std::string& to, double ratio,
                           Verdict verdict) {
    Comparison comparison{.of = of, .to = to, .measure = "throughput", .ratio = ratio};
    comparison.verdict = verdict;
    comparison.rounds = 10;
    comparison.sentence = {of + " against " + to, of + " против " + to};
    return comparison;
}

/// One parameter, four points: serial stays at 10; the pool grows from 8 to 64, and failed at 4
/// workers; the loop wins once, unclearly, and is unavailable at 8.
inline StoredRun sweptRun() {
    StoredRun run;
    run.result.id = "0";
    run.result.scenario = sweptScenario();
    for (const int workers : {1, 2, 4, 8}) {
        PointResult point;
        point.parameters = {{"backends[pool].workers", workers}};
        point.contenders = {measured("serial", 10), measured("pool", 8.0 * workers),
                            measured("loop", 12)};
        point.comparisons = {compared("pool", "serial", 0.8 * workers,
                                      workers > 1 ? Verdict::Ahead : Verdict::Behind),
                             compared("loop", "serial", 1.2, Verdict::NoClearDifference),
                             compared("pool", "loop", workers / 1.5, Verdict::Ahead)};
        run.result.points.push_back(point);
    }
    const Failure killed{"worker-killed", {"It was killed.", "Его убили."}};
    ContenderResult& failed = run.result.points[2].contenders[1];
    failed.status = TrialStatus::Failed;
    failed.reason = killed;
    failed.throughput = {};
    ContenderResult& missing = run.result.points[3].contenders[2];
    missing.status = TrialStatus::Unavailable;
    missing.reason = killed;
    return run;
}

/// Two parameters, two by two: the pool wins three cells, the last of them not clearly; at (2, 20
/// ms) everybody failed.
inline StoredRun sweptGrid() {
    StoredRun run = sweptRun();
    run.result.points.clear();
    for (const int workers : {1, 2}) {
        for (const char* const timeout : {"10 s", "20 s"}) {
            PointResult point;
            point.parameters = {{"backends[pool].workers", workers}, {"workload.timeout", timeout}};
            point.contenders = {measured("serial", 10), measured("pool", 20.0 * workers)};
            point.comparisons = {
                compared("pool", "serial", 2.0 * workers,
                         workers == 1 ? Verdict::Ahead : Verdict::NoClearDifference)};
            run.result.points.push_back(point);
        }
    }
    for (ContenderResult& contender : run.result.points[3].contenders) {
        contender.status = TrialStatus::Failed;
        contender.reason = Failure{"worker-killed", {"It was killed.", "Его убили."}};
    }
    return run;
}

} // namespace troika::ui
