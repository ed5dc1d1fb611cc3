// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/json_fields.h"

#include <algorithm>
#include <array>
#include <troika/result/file.h>
#include <utility>

namespace troika {

namespace {

constexpr const char* schemaPrefix = "troika-result/";

template <class Status, std::size_t count>
Status statusIn(const JsonFields& fields, const std::array<Status, count>& all) {
    const std::string written = fields.text("status");
    for (const Status status : all)
        if (name(status) == written) return status;
    fields.complain("status");
    return all.front();
}

/// Under "low" and "high"; of several intervals under `whose`_low and `whose`_high, which results
/// of older versions do not have.
std::optional<Interval> readInterval(const JsonFields& fields, const std::string& whose = {}) {
    const std::string prefix = whose.empty() ? whose : whose + "_";
    const std::string lowKey = prefix + "low";
    const std::string highKey = prefix + "high";
    const auto low = fields.numberOrNull(lowKey.c_str());
    const auto high = fields.numberOrNull(highKey.c_str());
    if (low.has_value() != high.has_value()) fields.complain((low ? highKey : lowKey).c_str());
    if (!low || !high) return std::nullopt;
    return Interval{*low, *high};
}

Latency readLatency(const JsonFields& fields) {
    Latency latency;
    latency.count = static_cast<std::uint64_t>(fields.count("count"));
    latency.p50 = fields.numberOrNull("p50");
    latency.p90 = fields.numberOrNull("p90");
    latency.p99 = fields.numberOrNull("p99");
    latency.p999 = fields.numberOrNull("p999");
    latency.max = fields.numberOrNull("max");
    latency.mean = fields.numberOrNull("mean");
    latency.p50Interval = readInterval(fields, "p50");
    latency.p90Interval = readInterval(fields, "p90");
    latency.p99Interval = readInterval(fields, "p99");
    return latency;
}

Usage readUsage(const JsonFields& fields) {
    Usage usage;
    usage.cpuUserSeconds = fields.number("cpu_user_s");
    usage.cpuSystemSeconds = fields.number("cpu_system_s");
    usage.voluntarySwitches = fields.count("voluntary_switches");
    usage.involuntarySwitches = fields.count("involuntary_switches");
    usage.peakMemoryBytes = fields.count("peak_memory_bytes");
    usage.threads = fields.count("threads");
    usage.processes = fields.count("processes");
    usage.startUpSeconds = fields.numberOrNull("start_up_s");
    usage.shutDownSeconds = fields.numberOrNull("shut_down_s");
    usage.cpuOfTaskInterval = readInterval(fields, "cpu_of_task_s");
    usage.switchesOfTaskInterval = readInterval(fields, "switches_of_task");
    return usage;
}

SliceFigures readSlice(const JsonFields& fields) {
    SliceFigures slice;
    slice.round = fields.smallCount("round");
    slice.attempt = fields.smallCount("attempt");
    slice.order = fields.smallCount("order");
    slice.seconds = fields.number("seconds");
    slice.finished = static_cast<std::uint64_t>(fields.count("finished"));
    slice.throughput = fields.numberOrNull("throughput");
    slice.counted = fields.flag("counted");
    slice.whyNot = fields.bilingualTextOrNull("why_not");
    return slice;
}

TaskCounts readTasks(const JsonFields& fields) {
    TaskCounts tasks;
    tasks.finished = static_cast<std::uint64_t>(fields.count("finished"));
    tasks.failed = static_cast<std::uint64_t>(fields.count("failed"));
    tasks.dropped = static_cast<std::uint64_t>(fields.count("dropped"));
    if (!fields.isNull("refused")) {
        tasks.refused = static_cast<std::uint64_t>(fields.count("refused"));
    }
    if (tasks.refused > tasks.failed) fields.complain("refused");
    return tasks;
}

std::optional<Failure> readReason(const JsonFields& fields) {
    if (fields.isNull("reason")) return std::nullopt;
    const JsonFields reason = fields.at("reason");
    return Failure{reason.text("code"), reason.bilingualText("text")};
}

ContenderResult readContender(const JsonFields& fields) {
    ContenderResult contender;
    contender.label = fields.text("label");
    contender.backend = fields.text("backend");
    contender.status =
        statusIn(fields, std::array{TrialStatus::Finished, TrialStatus::Failed,
                                    TrialStatus::Cancelled, TrialStatus::Unavailable});
    contender.reason = readReason(fields);
    contender.tasks = readTasks(fields.at("tasks"));
    contender.digest = fields.text("digest");
    const JsonFields throughput = fields.at("throughput");
    contender.throughput = {throughput.numberOrNull("median"), readInterval(throughput)};
    contender.latency = readLatency(fields.at("latency"));
    contender.service = readLatency(fields.at("service"));
    if (!fields.isNull("queueing")) contender.queueing = readLatency(fields.at("queueing"));
    if (!fields.isNull("waiting")) {
        const JsonFields waiting = fields.at("waiting");
        contender.waiting = {waiting.number("mean"), waiting.count("most")};
    }
    contender.steps = fields.list("steps", [](const JsonFields& step) {
        return StepLatency{step.text("kind"), readLatency(step)};
    });
    contender.usage = readUsage(fields.at("usage"));
    contender.slices = fields.list("slices", readSlice);
    contender.notes =
        fields.list("notes", [](const JsonFields& note) { return note.bilingualText("text"); });
    return contender;
}

Comparison readComparison(const JsonFields& fields) {
    Comparison comparison;
    comparison.of = fields.text("of");
    comparison.to = fields.text("to");
    comparison.measure = fields.text("measure");
    comparison.ratio = fields.numberOrNull("ratio");
    comparison.interval = readInterval(fields);
    const auto verdict = verdictNamed(fields.text("verdict"));
    if (!verdict) fields.complain("verdict");
    comparison.verdict = verdict.value_or(Verdict::TooFewRounds);
    comparison.rounds = fields.smallCount("rounds");
    comparison.leftOut = fields.smallCount("left_out");
    comparison.sentence = fields.bilingualText("sentence");
    return comparison;
}

Doubt readDoubt(const JsonFields& fields) {
    return {fields.text("kind"), fields.text("about"), fields.bilingualText("evidence"),
            fields.bilingualText("advice")};
}

PointResult readPoint(const JsonFields& fields) {
    PointResult point;
    point.parameters = fields.object("parameters");
    point.contenders = fields.list("contenders", readContender);
    point.comparisons = fields.list("comparisons", readComparison);
    point.doubts = fields.list("doubts", readDoubt);
    return point;
}

auto invalid(const std::string& field) {
    return failure("result-invalid",
                   bilingual("This result cannot be used: {} is missing or wrong.",
                             "Этот результат непригоден: поле {} отсутствует или неверно.", field));
}

Result<> checkSchema(const Json& document) {
    const auto found = document.is_object() ? document.find("schema") : document.end();
    if (!document.is_object() || found == document.end() || !found->is_string())
        return invalid("schema");
    const std::string schema = found->get<std::string>();
    if (schema == std::string(schemaPrefix) + "1") return {};
    const std::string version =
        schema.substr(std::min(schema.size(), std::string(schemaPrefix).size()));
    const bool isNumber = !version.empty() && version.front() >= '1' && version.front() <= '9' &&
                          version.find_first_not_of("0123456789") == std::string::npos;
    if (schema.rfind(schemaPrefix, 0) == 0 && isNumber)
        return failure("result-newer",
                       bilingual("This result was written by a newer Troika ({}); this one reads "
                                 "{}1.",
                                 "Этот результат записан более новой версией Troika ({}); эта "
                                 "читает {}1.",
                                 schema, schemaPrefix));
    return invalid("schema");
}

Result<Scenario> readRecipe(const JsonFields& fields, const Catalogue& catalogue) {
    auto scenario = readScenario(fields.object("scenario"), catalogue);
    if (scenario) return std::move(*scenario);
    const Findings& findings = scenario.error();
    if (findings.empty()) return invalid("scenario");
    const Finding& first = findings.front();
    return failure("result-invalid",
                   {fmt::format("The scenario in this result cannot be used: {}: {}.", first.field,
                                first.problem.in(Language::English)),
                    fmt::format("Сценарий в этом результате непригоден: {}: {}.", first.field,
                                first.problem.in(Language::Russian))});
}

} // namespace

Result<RunResult> resultFromJson(const Json& document, const Catalogue& catalogue) {
    if (auto checked = checkSchema(document); !checked) return passOn(checked);
    std::string problem;
    const JsonFields fields(document, "", problem);
    auto scenario = readRecipe(fields, catalogue);
    if (!scenario) return passOn(scenario);
    RunResult result;
    result.scenario = std::move(*scenario);
    result.id = fields.text("id");
    result.troika = fields.text("troika");
    result.started = fields.text("started");
    result.seconds = fields.number("seconds");
    result.environment = fields.object("environment");
    result.status =
        statusIn(fields, std::array{RunStatus::Finished, RunStatus::Failed, RunStatus::Cancelled});
    result.points = fields.list("points", readPoint);
    result.doubts = fields.list("doubts", readDoubt);
    if (problem.empty() && result.points.empty()) problem = "points";
    if (!problem.empty()) return invalid(problem);
    return result;
}

} // namespace troika
