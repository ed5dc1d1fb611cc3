// SPDX-License-Identifier: GPL-3.0-or-later
#include "table.h"

#include "figures.h"
#include "grid.h"
#include "sweep_table.h"
#include "words.h"

#include <algorithm>
#include <set>
#include <troika/backend/catalogue.h>
#include <troika/result/sentences.h>
#include <troika/scenario/amounts.h>
#include <troika/scenario/points.h>

namespace troika::cli {
namespace {

constexpr std::size_t widestTitle = 32;

class Table {
public:
    Table(const RunResult& result, const PointResult& point, const Layout& layout)
        : m_result(result), m_point(point), m_layout(layout) {
        for (const ContenderResult& contender : point.contenders) m_rows.push_back(&contender);
        std::ranges::stable_sort(m_rows, [](const auto* left, const auto* right) {
            if (place(*left) != place(*right)) return place(*left) < place(*right);
            return left->throughput.median.value_or(0) > right->throughput.median.value_or(0);
        });
    }

    [[nodiscard]] std::string text() const {
        std::vector<Column> columns{titles(), tasks()};
        addSpeed(columns);
        addLatency(columns);
        addCost(columns);
        return grid(columns, m_layout.width, m_layout.colour);
    }

    [[nodiscard]] const std::vector<const ContenderResult*>& rows() const { return m_rows; }

private:
    static int place(const ContenderResult& contender) {
        switch (contender.status) {
        case TrialStatus::Finished:
        case TrialStatus::Cancelled:
            return 0;
        case TrialStatus::Failed:
            return 1;
        case TrialStatus::Unavailable:
            break;
        }
        return 2;
    }

    template <class Make>
    [[nodiscard]] Column column(const Text& heading, Make make) const {
        Column made{.heading = heading.in(m_layout.language)};
        for (const ContenderResult* row : m_rows) made.cells.push_back(make(*row));
        return made;
    }

    [[nodiscard]] Column titles() const {
        Column made = column(words::contender(), [this](const ContenderResult& row) {
            const bool fine = place(row) == 0;
            return Cell{titleOf(row), fine ? Colour::None : Colour::Bad};
        });
        made.toTheLeft = true;
        return made;
    }

    [[nodiscard]] std::string titleOf(const ContenderResult& row) const {
        return shortened(words::titleOf(m_result.scenario, row.label, m_layout.language),
                         widestTitle);
    }

    [[nodiscard]] Column tasks() const {
        return column(words::tasks(), [this](const ContenderResult& row) {
            const auto number = [this](std::uint64_t count) {
                return countText(static_cast<std::int64_t>(count), m_layout.language);
            };
            std::string text = number(row.tasks.finished);
            if (row.tasks.failed > 0) {
                text += fmt::format(" ({} {})", number(row.tasks.failed),
                                    words::failed().in(m_layout.language));
            }
            if (row.tasks.dropped > 0) {
                text += fmt::format(" ({} {})", number(row.tasks.dropped),
                                    words::dropped().in(m_layout.language));
            }
            return Cell{text};
        });
    }

    [[nodiscard]] const Comparison* toBaseline(const ContenderResult& row) const {
        for (const Comparison& one : m_point.comparisons) {
            const bool fits = one.of == row.label && one.to == m_result.scenario.baseline;
            if (fits && one.measure == "throughput") return &one;
        }
        return nullptr;
    }

    void addSpeed(std::vector<Column>& columns) const {
        const Language language = m_layout.language;
        const Text noun = workloadNoun(m_result.scenario.workload);
        columns.push_back(column({noun.en + "/s", noun.ru + "/с"}, [&](const auto& row) {
            return Cell{numberText(row.throughput.median, language), Colour::Bold};
        }));
        columns.push_back(column(words::interval(), [&](const auto& row) {
            return Cell{rangeText(row.throughput.interval, language), Colour::Faint};
        }));
        const std::string baseline =
            shortened(words::titleOf(m_result.scenario, m_result.scenario.baseline, language), 16);
        columns.push_back(column({"× " + baseline, "× " + baseline},
                                 [this](const auto& row) { return ratioCell(row); }));
        columns.push_back(column(words::interval(), [&](const auto& row) {
            const Comparison* found = toBaseline(row);
            return Cell{found == nullptr ? "" : ratioRangeText(found->interval, language),
                        Colour::Faint};
        }));
    }

    [[nodiscard]] Cell ratioCell(const ContenderResult& row) const {
        if (row.label == m_result.scenario.baseline && row.throughput.median) return {"1"};
        const Comparison* found = toBaseline(row);
        if (found == nullptr) return {"–"};
        const Colour colour = found->verdict == Verdict::Ahead    ? Colour::Good
                              : found->verdict == Verdict::Behind ? Colour::Bad
                                                                  : Colour::None;
        return {ratioText(found->ratio, m_layout.language), colour};
    }

    void addLatency(std::vector<Column>& columns) const {
        const bool batch = m_result.scenario.workload.arrivals.kind == "batch";
        const auto add = [&](const char* name, std::optional<double> Latency::*figure) {
            const Text heading = batch ? words::service(name) : words::latency(name);
            columns.push_back(column(heading, [&, figure](const auto& row) {
                const Latency& latency = batch ? row.service : row.latency;
                return Cell{secondsText(latency.*figure, m_layout.language)};
            }));
        };
        add("p50", &Latency::p50);
        add("p99", &Latency::p99);
        if (!batch) addWaiting(columns);
    }

    /// How long and how many tasks waited to be begun, which in a batch tells nothing new.
    void addWaiting(std::vector<Column>& columns) const {
        const Language language = m_layout.language;
        columns.push_back(column(words::queueing(), [language](const auto& row) {
            return Cell{secondsText(row.queueing.mean, language)};
        }));
        columns.push_back(column(words::waiting(), [language](const auto& row) {
            return row.slices.empty() ? Cell{"–"} : Cell{countText(row.waiting.most, language)};
        }));
    }

    void addCost(std::vector<Column>& columns) const {
        const Language language = m_layout.language;
        const auto add = [&](const Text& heading, auto make) {
            columns.push_back(column(heading, [make](const auto& row) {
                return row.slices.empty() ? Cell{"–"} : Cell{make(row.usage)};
            }));
        };
        add(words::processorTime(), [language](const Usage& usage) {
            return secondsText(usage.cpuUserSeconds + usage.cpuSystemSeconds, language);
        });
        columns.back().beginsGroup = true;
        add(words::switches(), [language](const Usage& usage) {
            return countText(usage.voluntarySwitches + usage.involuntarySwitches, language);
        });
        add(words::peakMemory(), [language](const Usage& usage) {
            return sizeText(static_cast<double>(usage.peakMemoryBytes)).in(language);
        });
        add(words::threads(),
            [language](const Usage& usage) { return countText(usage.threads, language); });
        add(words::processes(),
            [language](const Usage& usage) { return countText(usage.processes, language); });
        add(words::startUp(),
            [language](const Usage& usage) { return secondsText(usage.startUpSeconds, language); });
    }

    const RunResult& m_result;
    const PointResult& m_point;
    const Layout& m_layout;
    std::vector<const ContenderResult*> m_rows;
};

std::size_t roundsIn(const PointResult& point) {
    std::set<int> rounds;
    for (const ContenderResult& contender : point.contenders) {
        for (const SliceFigures& slice : contender.slices) {
            if (slice.counted) rounds.insert(slice.round);
        }
    }
    return rounds.size();
}

/// "64", or "8–64" where they are swept.
std::string tasksText(const Scenario& scenario, Language language) {
    std::set<std::int64_t> counts;
    for (const Point& point : pointsOf(scenario, catalogue())) {
        counts.insert(static_cast<std::int64_t>(tasksPerSlice(point.scenario.workload)));
    }
    const std::string least = countText(*counts.begin(), language);
    return counts.size() == 1 ? least : least + "–" + countText(*counts.rbegin(), language);
}

std::string heading(const RunResult& result, const Layout& layout) {
    const std::string& own = result.scenario.title.in(layout.language);
    const std::string title = printable(own.empty() ? result.scenario.name : own);
    std::size_t rounds = 0;
    for (const PointResult& point : result.points) rounds = std::max(rounds, roundsIn(point));
    const Text work = admissionOf(result.scenario.workload.arrivals).count() > 0
                          ? words::timeARound()
                          : words::tasksARound(tasksText(result.scenario, layout.language));
    const Text what = words::ran(work, rounds, secondsText(result.seconds, layout.language));
    const bool batch = result.scenario.workload.arrivals.kind == "batch";
    const std::string means = batch ? words::serviceMeans().in(layout.language) : std::string();
    std::string text = coloured(title, Colour::Bold, layout.colour) + "\n";
    text += wrapped(what.in(layout.language) + means, layout.width, 0) + "\n";
    if (result.status == RunStatus::Cancelled) {
        text += wrapped(words::cancelled().in(layout.language), layout.width, 0) + "\n";
    }
    return text + "\n";
}

/// One paragraph with a hanging indent.
void addItem(std::string& text, const std::string& item, const Layout& layout) {
    text += wrapped(printable(item), layout.width, 2) + "\n";
}

std::string reasons(const Table& table, const RunResult& result, const Layout& layout) {
    std::string text;
    for (const ContenderResult* row : table.rows()) {
        if (!row->reason || row->status == TrialStatus::Finished) continue;
        if (row->status == TrialStatus::Cancelled) continue;
        const Text state = words::state(row->status);
        addItem(text,
                fmt::format("{}: {}: {}",
                            words::titleOf(result.scenario, row->label, layout.language),
                            state.in(layout.language), row->reason->text.in(layout.language)),
                layout);
    }
    return text;
}

std::string verdicts(const PointResult& point, const Layout& layout) {
    std::string text;
    for (const Comparison& one : point.comparisons) {
        if (one.measure != "throughput") continue;
        addItem(text, "- " + one.sentence.in(layout.language), layout);
    }
    return text;
}

std::string doubtText(const Doubt& doubt, Language language) {
    return fmt::format("{}: {} {}", words::doubt().in(language), doubt.evidence.in(language),
                       doubt.advice.in(language));
}

std::string doubts(const std::vector<Doubt>& all, const Layout& layout) {
    std::string text;
    for (const Doubt& doubt : all) addItem(text, doubtText(doubt, layout.language), layout);
    return text;
}

std::string notes(const Table& table, const RunResult& result, const Layout& layout) {
    std::string text;
    for (const ContenderResult* row : table.rows()) {
        for (const Text& note : row->notes) {
            addItem(text,
                    fmt::format("{}: {}",
                                words::titleOf(result.scenario, row->label, layout.language),
                                note.in(layout.language)),
                    layout);
        }
    }
    return text;
}

std::string pointText(const RunResult& result, const PointResult& point, const Layout& layout) {
    const Table table(result, point, layout);
    std::string text;
    text += table.text();
    for (const std::string& part : {reasons(table, result, layout), verdicts(point, layout),
                                    doubts(point.doubts, layout), notes(table, result, layout)}) {
        if (!part.empty()) text += "\n" + part;
    }
    return text;
}

} // namespace

std::string resultTable(const RunResult& result, const Layout& layout) {
    std::string text = heading(result, layout);
    if (result.points.size() > 1) {
        text += sweepTable(result, layout);
    } else if (!result.points.empty()) {
        text += pointText(result, result.points.front(), layout);
    }
    const std::string ofAll = doubts(result.doubts, layout);
    return ofAll.empty() ? text : text + "\n" + ofAll;
}

} // namespace troika::cli
