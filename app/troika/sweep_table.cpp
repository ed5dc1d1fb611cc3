// SPDX-License-Identifier: GPL-3.0-or-later
#include "sweep_table.h"

#include "figures.h"
#include "grid.h"
#include "words.h"

#include <fmt/format.h>
#include <map>
#include <troika/result/sentences.h>
#include <troika/result/winner.h>
#include <troika/scenario/amounts.h>
#include <utility>

namespace troika::cli {
namespace {

constexpr std::size_t widestTitle = 24;
constexpr std::size_t widestPath = 40;

std::string valueText(const Json& value) {
    return printable(value.is_string() ? value.get<std::string>() : value.dump());
}

/// "backends[pool].workers = 4, rounds = 5"
std::string pointName(const PointResult& point) {
    std::string text;
    for (const auto& [path, value] : point.parameters.items()) {
        text +=
            fmt::format("{}{} = {}", text.empty() ? "" : ", ", printable(path), valueText(value));
    }
    return text;
}

void addParameters(std::vector<Column>& columns, const RunResult& result) {
    for (const auto& [path, value] : result.points.front().parameters.items()) {
        Column column{.heading = shortened(path, widestPath), .toTheLeft = columns.empty()};
        for (const PointResult& point : result.points) {
            const bool known = point.parameters.contains(path);
            column.cells.push_back({known ? valueText(point.parameters[path]) : "–"});
        }
        columns.push_back(std::move(column));
    }
}

Cell throughputCell(const ContenderResult* contender, const std::optional<Winner>& winner,
                    Language language) {
    if (contender == nullptr) return {"–"};
    const bool fine =
        contender->status == TrialStatus::Finished || contender->status == TrialStatus::Cancelled;
    if (!fine) return {words::state(contender->status).in(language), Colour::Bad};
    const bool won = winner && winner->isClear && winner->label == contender->label;
    return {numberText(contender->throughput.median, language), won ? Colour::Good : Colour::None};
}

bool isUndecided(const std::optional<Winner>& winner) {
    return winner && winner->comparison != nullptr &&
           winner->comparison->verdict == Verdict::NoClearDifference;
}

Cell winnerCell(const Scenario& scenario, const std::optional<Winner>& winner, Language language) {
    if (winner && winner->isClear) {
        const std::string title = words::titleOf(scenario, winner->label, language);
        return {shortened(title, widestTitle), Colour::Good};
    }
    const Text text = isUndecided(winner) ? words::noClearDifference() : words::noVerdict();
    return {text.in(language), Colour::Faint};
}

std::string matrix(const RunResult& result, const Layout& layout) {
    const Scenario& scenario = result.scenario;
    std::vector<Column> columns;
    addParameters(columns, result);
    for (const Contender& contender : scenario.contenders) {
        Column column{.heading = shortened(
                          words::titleOf(scenario, contender.label, layout.language), widestTitle)};
        for (const PointResult& point : result.points) {
            column.cells.push_back(
                throughputCell(point.contender(contender.label), winnerOf(point), layout.language));
        }
        columns.push_back(std::move(column));
    }
    Column ahead{.heading = words::ahead().in(layout.language), .toTheLeft = true};
    for (const PointResult& point : result.points) {
        ahead.cells.push_back(winnerCell(scenario, winnerOf(point), layout.language));
    }
    if (scenario.contenders.size() > 1) columns.push_back(std::move(ahead));
    return grid(columns, layout.width, layout.colour);
}

void addItem(std::string& text, const std::string& item, const Layout& layout) {
    text += wrapped(printable(item), layout.width, 2) + "\n";
}

/// Who is ahead at how many points.
std::string summary(const RunResult& result, const Layout& layout) {
    std::map<std::string, std::size_t> wins;
    std::size_t undecided = 0;
    for (const PointResult& point : result.points) {
        const auto winner = winnerOf(point);
        if (isUndecided(winner)) ++undecided;
        if (winner && winner->isClear) ++wins[winner->label];
    }
    std::string text;
    for (const Contender& contender : result.scenario.contenders) {
        const auto found = wins.find(contender.label);
        if (found == wins.end()) continue;
        const std::string title = words::titleOf(result.scenario, contender.label, layout.language);
        addItem(text,
                words::aheadAt(title, found->second, result.points.size()).in(layout.language),
                layout);
    }
    if (undecided == 0) return text;
    addItem(text, words::unclearAt(undecided, result.points.size()).in(layout.language), layout);
    return text;
}

std::string verdicts(const RunResult& result, const Layout& layout) {
    std::string text;
    for (const PointResult& point : result.points) {
        const auto winner = winnerOf(point);
        if (!winner || winner->comparison == nullptr) continue;
        addItem(text,
                fmt::format("- {}: {}", pointName(point),
                            winner->comparison->sentence.in(layout.language)),
                layout);
    }
    return text;
}

/// Texts that several points have in common, said once, with the first of the points.
class Shared {
public:
    void add(const std::string& key, const std::string& item, const PointResult& point) {
        const auto [place, isNew] = m_places.emplace(key, m_items.size());
        if (isNew) m_items.push_back({item, pointName(point), 0});
        ++m_items[place->second].points;
    }

    [[nodiscard]] std::string text(const RunResult& result, const Layout& layout) const {
        std::string text;
        for (const Item& item : m_items) {
            const std::string where =
                item.points == result.points.size()
                    ? std::string()
                    : " (" +
                          (item.points == 1
                               ? item.first
                               : words::atPoints(item.first, item.points).in(layout.language)) +
                          ")";
            addItem(text, item.text + where, layout);
        }
        return text;
    }

private:
    struct Item {
        std::string text;
        std::string first;
        std::size_t points;
    };
    std::map<std::string, std::size_t> m_places;
    std::vector<Item> m_items;
};

std::string reasons(const RunResult& result, const Layout& layout) {
    Shared shared;
    for (const PointResult& point : result.points) {
        for (const ContenderResult& one : point.contenders) {
            const bool fine = one.status == TrialStatus::Finished ||
                              one.status == TrialStatus::Cancelled || !one.reason;
            if (fine) continue;
            const std::string text = fmt::format(
                "{}: {}: {}", words::titleOf(result.scenario, one.label, layout.language),
                words::state(one.status).in(layout.language), one.reason->text.in(layout.language));
            shared.add(one.label + " " + one.reason->code, text, point);
        }
    }
    return shared.text(result, layout);
}

std::string doubts(const RunResult& result, const Layout& layout) {
    Shared shared;
    for (const PointResult& point : result.points) {
        for (const Doubt& doubt : point.doubts) {
            shared.add(doubt.kind + " " + doubt.about,
                       fmt::format("{}: {} {}", words::doubt().in(layout.language),
                                   doubt.evidence.in(layout.language),
                                   doubt.advice.in(layout.language)),
                       point);
        }
    }
    return shared.text(result, layout);
}

std::string notes(const RunResult& result, const Layout& layout) {
    Shared shared;
    for (const PointResult& point : result.points) {
        for (const ContenderResult& one : point.contenders) {
            for (const Text& note : one.notes) {
                const std::string text = fmt::format(
                    "{}: {}", words::titleOf(result.scenario, one.label, layout.language),
                    note.in(layout.language));
                shared.add(text, text, point);
            }
        }
    }
    return shared.text(result, layout);
}

} // namespace

std::string sweepTable(const RunResult& result, const Layout& layout) {
    const Text noun = workloadNoun(result.scenario.workload);
    std::string text =
        wrapped(words::figuresAre({noun.en + "/s", noun.ru + "/с"}).in(layout.language),
                layout.width, 0) +
        "\n\n" + matrix(result, layout);
    for (const std::string& part :
         {summary(result, layout), verdicts(result, layout), reasons(result, layout),
          doubts(result, layout), notes(result, layout)}) {
        if (!part.empty()) text += "\n" + part;
    }
    return text;
}

} // namespace troika::cli
