// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/atomic_file.h"

#include <algorithm>
#include <array>
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

template <class Value>
std::string told(const Value& value) {
    return fmt::to_string(value);
}
std::string told(const std::optional<double>& value) {
    return value ? fmt::to_string(*value) : std::string();
}
std::string low(const std::optional<Interval>& interval) {
    return interval ? told(interval->low) : std::string();
}
std::string high(const std::optional<Interval>& interval) {
    return interval ? told(interval->high) : std::string();
}

struct Column {
    const char* title;
    std::string (*text)(const ContenderResult&);
};
/// What summary.csv says of a contender at a point. Others read it by position too: new columns
/// come last.
constexpr auto summaryColumns = std::to_array<Column>({
    {"label", [](const ContenderResult& of) { return of.label; }},
    {"backend", [](const ContenderResult& of) { return of.backend; }},
    {"status", [](const ContenderResult& of) { return std::string(name(of.status)); }},
    {"reason",
     [](const ContenderResult& of) { return of.reason ? of.reason->code : std::string(); }},
    {"finished", [](const ContenderResult& of) { return told(of.tasks.finished); }},
    {"failed", [](const ContenderResult& of) { return told(of.tasks.failed); }},
    {"dropped", [](const ContenderResult& of) { return told(of.tasks.dropped); }},
    {"digest", [](const ContenderResult& of) { return of.digest; }},
    {"throughput_per_s", [](const ContenderResult& of) { return told(of.throughput.median); }},
    {"throughput_low_per_s", [](const ContenderResult& of) { return low(of.throughput.interval); }},
    {"throughput_high_per_s",
     [](const ContenderResult& of) { return high(of.throughput.interval); }},
    {"latency_p50_s", [](const ContenderResult& of) { return told(of.latency.p50); }},
    {"latency_p90_s", [](const ContenderResult& of) { return told(of.latency.p90); }},
    {"latency_p99_s", [](const ContenderResult& of) { return told(of.latency.p99); }},
    {"latency_p999_s", [](const ContenderResult& of) { return told(of.latency.p999); }},
    {"latency_max_s", [](const ContenderResult& of) { return told(of.latency.max); }},
    {"latency_mean_s", [](const ContenderResult& of) { return told(of.latency.mean); }},
    {"service_p50_s", [](const ContenderResult& of) { return told(of.service.p50); }},
    {"service_p90_s", [](const ContenderResult& of) { return told(of.service.p90); }},
    {"service_p99_s", [](const ContenderResult& of) { return told(of.service.p99); }},
    {"service_p999_s", [](const ContenderResult& of) { return told(of.service.p999); }},
    {"service_max_s", [](const ContenderResult& of) { return told(of.service.max); }},
    {"service_mean_s", [](const ContenderResult& of) { return told(of.service.mean); }},
    {"cpu_user_s", [](const ContenderResult& of) { return told(of.usage.cpuUserSeconds); }},
    {"cpu_system_s", [](const ContenderResult& of) { return told(of.usage.cpuSystemSeconds); }},
    {"voluntary_switches",
     [](const ContenderResult& of) { return told(of.usage.voluntarySwitches); }},
    {"involuntary_switches",
     [](const ContenderResult& of) { return told(of.usage.involuntarySwitches); }},
    {"peak_memory_bytes", [](const ContenderResult& of) { return told(of.usage.peakMemoryBytes); }},
    {"threads", [](const ContenderResult& of) { return told(of.usage.threads); }},
    {"processes", [](const ContenderResult& of) { return told(of.usage.processes); }},
    {"start_up_s", [](const ContenderResult& of) { return told(of.usage.startUpSeconds); }},
    {"shut_down_s", [](const ContenderResult& of) { return told(of.usage.shutDownSeconds); }},
    {"slices_counted",
     [](const ContenderResult&
            of) { return told(std::ranges::count_if(of.slices, &SliceFigures::counted)); }},
    {"slices_run", [](const ContenderResult& of) { return told(of.slices.size()); }},
    {"queueing_p50_s", [](const ContenderResult& of) { return told(of.queueing.p50); }},
    {"queueing_p99_s", [](const ContenderResult& of) { return told(of.queueing.p99); }},
    {"queueing_mean_s", [](const ContenderResult& of) { return told(of.queueing.mean); }},
    {"waiting_mean", [](const ContenderResult& of) { return told(of.waiting.mean); }},
    {"waiting_most", [](const ContenderResult& of) { return told(of.waiting.most); }},
    {"latency_p50_low_s", [](const ContenderResult& of) { return low(of.latency.p50Interval); }},
    {"latency_p50_high_s", [](const ContenderResult& of) { return high(of.latency.p50Interval); }},
    {"latency_p90_low_s", [](const ContenderResult& of) { return low(of.latency.p90Interval); }},
    {"latency_p90_high_s", [](const ContenderResult& of) { return high(of.latency.p90Interval); }},
    {"latency_p99_low_s", [](const ContenderResult& of) { return low(of.latency.p99Interval); }},
    {"latency_p99_high_s", [](const ContenderResult& of) { return high(of.latency.p99Interval); }},
    {"service_p50_low_s", [](const ContenderResult& of) { return low(of.service.p50Interval); }},
    {"service_p50_high_s", [](const ContenderResult& of) { return high(of.service.p50Interval); }},
    {"service_p90_low_s", [](const ContenderResult& of) { return low(of.service.p90Interval); }},
    {"service_p90_high_s", [](const ContenderResult& of) { return high(of.service.p90Interval); }},
    {"service_p99_low_s", [](const ContenderResult& of) { return low(of.service.p99Interval); }},
    {"service_p99_high_s", [](const ContenderResult& of) { return high(of.service.p99Interval); }},
    {"cpu_of_task_s", [](const ContenderResult& of) { return told(of.cpuOfTask()); }},
    {"cpu_of_task_low_s",
     [](const ContenderResult& of) { return low(of.usage.cpuOfTaskInterval); }},
    {"cpu_of_task_high_s",
     [](const ContenderResult& of) { return high(of.usage.cpuOfTaskInterval); }},
    {"switches_of_task", [](const ContenderResult& of) { return told(of.switchesOfTask()); }},
    {"switches_of_task_low",
     [](const ContenderResult& of) { return low(of.usage.switchesOfTaskInterval); }},
    {"switches_of_task_high",
     [](const ContenderResult& of) { return high(of.usage.switchesOfTaskInterval); }},
});

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
    {
        Row row(table);
        row.text("point");
        for (const std::string& path : paths) row.text(path);
        for (const auto& column : summaryColumns) row.text(column.title);
    }
    for (std::size_t point = 0; point < result.points.size(); ++point)
        for (const ContenderResult& contender : result.points[point].contenders) {
            Row row(table);
            row.text(told(point));
            for (const std::string& path : paths)
                row.text(parameterText(result.points[point].parameters, path));
            for (const auto& column : summaryColumns) row.text(column.text(contender));
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
