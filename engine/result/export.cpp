// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/atomic_file.h"

#include <fmt/format.h>
#include <iterator>
#include <troika/result/export.h>

namespace troika {

namespace {

constexpr const char* endOfRow = "\r\n";

/// RFC 4180: quoted where it has a separator, a quote or a line break.
std::string quoted(const std::string& field) {
    if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
    std::string text = "\"";
    for (const char letter : field) {
        if (letter == '"') text += '"';
        text += letter;
    }
    return text + '"';
}

class Row {
public:
    explicit Row(std::string& table) : m_table(table) {}
    ~Row() { m_table += endOfRow; }
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;

    Row& text(const std::string& field) {
        if (!m_first) m_table += ',';
        m_first = false;
        m_table += quoted(field);
        return *this;
    }
    template <class Value>
    Row& number(const Value& value) {
        return text(fmt::to_string(value));
    }
    Row& number(const std::optional<double>& value) {
        return text(value ? fmt::to_string(*value) : std::string());
    }
    Row& latency(const Latency& latency) {
        return number(latency.p50)
            .number(latency.p90)
            .number(latency.p99)
            .number(latency.p999)
            .number(latency.max)
            .number(latency.mean);
    }

private:
    std::string& m_table;
    bool m_first = true;
};

/// Every swept path; all points have the same.
std::vector<std::string> parameterPaths(const RunResult& result) {
    std::vector<std::string> paths;
    if (result.points.empty()) return paths;
    for (const auto& item : result.points.front().parameters.items()) paths.push_back(item.key());
    return paths;
}

void summaryHeader(std::string& table, const std::vector<std::string>& paths) {
    Row row(table);
    row.text("point");
    for (const std::string& path : paths) row.text(path);
    for (const char* column : {"label",
                               "backend",
                               "status",
                               "reason",
                               "finished",
                               "failed",
                               "dropped",
                               "digest",
                               "throughput_per_s",
                               "throughput_low_per_s",
                               "throughput_high_per_s",
                               "latency_p50_s",
                               "latency_p90_s",
                               "latency_p99_s",
                               "latency_p999_s",
                               "latency_max_s",
                               "latency_mean_s",
                               "service_p50_s",
                               "service_p90_s",
                               "service_p99_s",
                               "service_p999_s",
                               "service_max_s",
                               "service_mean_s",
                               "cpu_user_s",
                               "cpu_system_s",
                               "voluntary_switches",
                               "involuntary_switches",
                               "peak_memory_bytes",
                               "threads",
                               "processes",
                               "start_up_s",
                               "shut_down_s",
                               "slices_counted",
                               "slices_run",
                               "queueing_p50_s",
                               "queueing_p99_s",
                               "queueing_mean_s",
                               "waiting_mean",
                               "waiting_most"})
        row.text(column);
}

void usageColumns(Row& row, const Usage& usage) {
    row.number(usage.cpuUserSeconds)
        .number(usage.cpuSystemSeconds)
        .number(usage.voluntarySwitches)
        .number(usage.involuntarySwitches)
        .number(usage.peakMemoryBytes)
        .number(usage.threads)
        .number(usage.processes)
        .number(usage.startUpSeconds)
        .number(usage.shutDownSeconds);
}

void contenderColumns(Row& row, const ContenderResult& contender) {
    const auto& interval = contender.throughput.interval;
    row.text(contender.label)
        .text(contender.backend)
        .text(std::string(name(contender.status)))
        .text(contender.reason ? contender.reason->code : "")
        .number(contender.tasks.finished)
        .number(contender.tasks.failed)
        .number(contender.tasks.dropped)
        .text(contender.digest)
        .number(contender.throughput.median)
        .number(interval ? std::optional(interval->low) : std::nullopt)
        .number(interval ? std::optional(interval->high) : std::nullopt)
        .latency(contender.latency)
        .latency(contender.service);
    usageColumns(row, contender.usage);
    std::size_t counted = 0;
    for (const SliceFigures& slice : contender.slices) counted += slice.counted ? 1 : 0;
    row.number(counted).number(contender.slices.size());
    row.number(contender.queueing.p50)
        .number(contender.queueing.p99)
        .number(contender.queueing.mean)
        .number(contender.waiting.mean)
        .number(contender.waiting.most);
}

std::string parameterText(const Json& parameters, const std::string& path) {
    if (!parameters.is_object() || !parameters.contains(path)) return {};
    const Json& value = parameters[path];
    return value.is_string() ? value.get<std::string>() : value.dump();
}

/// Seconds from `begin` with nine decimals, exactly; nothing for 0, which means never.
void appendTime(std::string& row, std::int64_t time, std::int64_t begin) {
    row += ',';
    if (time == 0) return;
    const bool before = time < begin;
    const auto later = static_cast<std::uint64_t>(before ? begin : time);
    const std::uint64_t length = later - static_cast<std::uint64_t>(before ? time : begin);
    fmt::format_to(std::back_inserter(row), "{}{}.{:09}", before ? "-" : "",
                   length / 1'000'000'000U, length % 1'000'000'000U);
}

void appendTask(std::string& table, const SliceSamples& slice, std::size_t task) {
    const Sample& sample = slice.samples[task];
    fmt::format_to(std::back_inserter(table), ",{},{},{},", slice.round, slice.attempt, task);
    if (sample.outcome != Outcome::Empty)
        fmt::format_to(std::back_inserter(table), "{}", sample.lane);
    appendTime(table, sample.due, slice.begin);
    appendTime(table, sample.start, slice.begin);
    appendTime(table, sample.end, slice.begin);
    fmt::format_to(std::back_inserter(table), ",{},", name(sample.outcome));
    if (sample.outcome == Outcome::Finished)
        fmt::format_to(std::back_inserter(table), "{:016x}", sample.digest);
    table += endOfRow;
}

} // namespace

std::string_view name(Outcome outcome) {
    switch (outcome) {
    case Outcome::Empty:
        return "not-ended";
    case Outcome::Finished:
        return "finished";
    case Outcome::Failed:
        return "failed";
    case Outcome::Refused:
        return "refused";
    case Outcome::TimedOut:
        return "timed-out";
    case Outcome::Wrong:
        return "wrong";
    case Outcome::Cancelled:
        return "cancelled";
    case Outcome::Lost:
        return "lost";
    }
    return {};
}

std::string summaryCsv(const RunResult& result) {
    std::string table;
    const auto paths = parameterPaths(result);
    summaryHeader(table, paths);
    for (std::size_t point = 0; point < result.points.size(); ++point)
        for (const ContenderResult& contender : result.points[point].contenders) {
            Row row(table);
            row.number(point);
            for (const std::string& path : paths)
                row.text(parameterText(result.points[point].parameters, path));
            contenderColumns(row, contender);
        }
    return table;
}

std::string samplesCsv(const RunSamples& samples) {
    std::string table = "point,label,round,attempt,task,lane,due_s,start_s,end_s,outcome,digest";
    table += endOfRow;
    for (std::size_t point = 0; point < samples.size(); ++point)
        for (const ContenderSamples& contender : samples[point].contenders) {
            const std::string front = fmt::format("{},{}", point, quoted(contender.label));
            for (const SliceSamples& slice : contender.slices)
                for (std::size_t task = 0; !slice.warmUp && task < slice.samples.size(); ++task) {
                    table += front;
                    appendTask(table, slice, task);
                }
        }
    return table;
}

Result<> exportCsv(const std::filesystem::path& directory, const StoredRun& run) {
    auto summary = writeAtomically(directory / "summary.csv", summaryCsv(run.result));
    if (!summary || run.samples.empty()) return summary;
    return writeAtomically(directory / "samples.csv", samplesCsv(run.samples));
}

} // namespace troika
