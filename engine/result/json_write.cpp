// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/result/file.h>

namespace troika {

namespace {

template <class Value>
Json orNull(const std::optional<Value>& value) {
    return value ? Json(*value) : Json(nullptr);
}

/// English under `key`, Russian beside it under `key`_ru.
void putText(Json& object, const std::string& key, const Text& text) {
    object[key] = text.en;
    if (!text.ru.empty()) object[key + "_ru"] = text.ru;
}

Json toJson(const Failure& reason) {
    Json object{{"code", reason.code}};
    putText(object, "text", reason.text);
    return object;
}

/// Under "low" and "high", or of several intervals under `whose`_low and `whose`_high.
void putInterval(Json& object, const std::optional<Interval>& interval,
                 const std::string& whose = {}) {
    const std::string prefix = whose.empty() ? whose : whose + "_";
    object[prefix + "low"] = interval ? Json(interval->low) : Json(nullptr);
    object[prefix + "high"] = interval ? Json(interval->high) : Json(nullptr);
}

Json toJson(const Latency& latency) {
    Json object{{"unit", "s"},
                {"count", latency.count},
                {"p50", orNull(latency.p50)},
                {"p90", orNull(latency.p90)},
                {"p99", orNull(latency.p99)},
                {"p999", orNull(latency.p999)},
                {"max", orNull(latency.max)},
                {"mean", orNull(latency.mean)}};
    putInterval(object, latency.p50Interval, "p50");
    putInterval(object, latency.p90Interval, "p90");
    putInterval(object, latency.p99Interval, "p99");
    return object;
}

Json toJson(const Throughput& throughput) {
    Json object{{"unit", "1/s"}, {"median", orNull(throughput.median)}};
    putInterval(object, throughput.interval);
    return object;
}

Json toJson(const Usage& usage) {
    Json object{{"cpu_user_s", usage.cpuUserSeconds},
                {"cpu_system_s", usage.cpuSystemSeconds},
                {"voluntary_switches", usage.voluntarySwitches},
                {"involuntary_switches", usage.involuntarySwitches},
                {"peak_memory_bytes", usage.peakMemoryBytes},
                {"threads", usage.threads},
                {"processes", usage.processes},
                {"start_up_s", orNull(usage.startUpSeconds)},
                {"shut_down_s", orNull(usage.shutDownSeconds)}};
    putInterval(object, usage.cpuOfTaskInterval, "cpu_of_task_s");
    putInterval(object, usage.switchesOfTaskInterval, "switches_of_task");
    return object;
}

Json toJson(const SliceFigures& slice) {
    Json object{{"round", slice.round},       {"attempt", slice.attempt},
                {"order", slice.order},       {"seconds", slice.seconds},
                {"finished", slice.finished}, {"throughput", orNull(slice.throughput)},
                {"counted", slice.counted},   {"why_not", nullptr}};
    if (slice.whyNot) putText(object, "why_not", *slice.whyNot);
    return object;
}

Json toJson(const StepLatency& step) {
    Json object{{"kind", step.kind}};
    object.update(toJson(step.latency));
    return object;
}

Json toJson(const Text& note) {
    Json object = Json::object();
    putText(object, "text", note);
    return object;
}

Json toJson(const Comparison& comparison) {
    Json object{{"of", comparison.of},
                {"to", comparison.to},
                {"measure", comparison.measure},
                {"ratio", orNull(comparison.ratio)}};
    putInterval(object, comparison.interval);
    object["verdict"] = name(comparison.verdict);
    object["rounds"] = comparison.rounds;
    object["left_out"] = comparison.leftOut;
    putText(object, "sentence", comparison.sentence);
    return object;
}

Json toJson(const Doubt& doubt) {
    Json object{{"kind", doubt.kind}, {"about", doubt.about}};
    putText(object, "evidence", doubt.evidence);
    putText(object, "advice", doubt.advice);
    return object;
}

Json toJson(const ContenderResult& contender);
Json toJson(const PointResult& point);

template <class Value>
Json listOf(const std::vector<Value>& values) {
    Json list = Json::array();
    for (const Value& value : values) list.push_back(toJson(value));
    return list;
}

Json toJson(const ContenderResult& contender) {
    return {{"label", contender.label},
            {"backend", contender.backend},
            {"status", name(contender.status)},
            {"reason", contender.reason ? toJson(*contender.reason) : Json(nullptr)},
            {"tasks",
             {{"finished", contender.tasks.finished},
              {"failed", contender.tasks.failed},
              {"dropped", contender.tasks.dropped},
              {"refused", contender.tasks.refused}}},
            {"digest", contender.digest},
            {"throughput", toJson(contender.throughput)},
            {"latency", toJson(contender.latency)},
            {"service", toJson(contender.service)},
            {"queueing", toJson(contender.queueing)},
            {"waiting", {{"mean", contender.waiting.mean}, {"most", contender.waiting.most}}},
            {"steps", listOf(contender.steps)},
            {"usage", toJson(contender.usage)},
            {"slices", listOf(contender.slices)},
            {"notes", listOf(contender.notes)}};
}

Json toJson(const PointResult& point) {
    return {{"parameters", point.parameters},
            {"contenders", listOf(point.contenders)},
            {"comparisons", listOf(point.comparisons)},
            {"doubts", listOf(point.doubts)}};
}

} // namespace

Json resultToJson(const RunResult& result, const Catalogue& catalogue) {
    return {{"schema", "troika-result/1"},
            {"id", result.id},
            {"troika", result.troika},
            {"started", result.started},
            {"seconds", result.seconds},
            {"scenario", writeScenario(result.scenario, catalogue)},
            {"environment", result.environment},
            {"status", name(result.status)},
            {"points", listOf(result.points)},
            {"doubts", listOf(result.doubts)}};
}

} // namespace troika
