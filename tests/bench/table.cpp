// SPDX-License-Identifier: GPL-3.0-or-later
#include "table.h"

#include "pairing.h"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>

namespace troika::bench {
namespace {

std::string number(double figure) {
    if (figure >= 1000) return fmt::format("{:.0f}", figure);
    return figure >= 100 ? fmt::format("{:.1f}", figure) : fmt::format("{:.2f}", figure);
}

std::string describe(const Target& target) {
    if (target.of == Target::Of::Nothing) return "";
    const char* sense = target.sense == Target::Sense::AtMost ? "<=" : ">=";
    const char* of = target.of == Target::Of::Ratio ? "x" : "";
    return fmt::format("{} {}{}", sense, of, number(target.bound));
}

std::string describeRatio(const Row& row) {
    const std::vector<double> all = row.ratio();
    if (all.empty()) return "";
    const auto [low, high] = std::minmax_element(all.begin(), all.end());
    return fmt::format("{:.2f} ({:.2f}..{:.2f})", median(all), *low, *high);
}

std::string verdict(const Row& row) {
    if (const auto met = row.met()) return *met ? "met" : "MISSED";
    return "";
}

} // namespace

std::vector<double> Row::ratio() const { return ratios(ours, peers); }

std::optional<bool> Row::met() const {
    if (target.of == Target::Of::Nothing || ours.empty()) return std::nullopt;
    const std::vector<double> judged = target.of == Target::Of::Ratio ? ratio() : ours;
    if (judged.empty()) return std::nullopt;
    const double middle = median(judged);
    return target.sense == Target::Sense::AtMost ? middle <= target.bound : middle >= target.bound;
}

Row missingRow(std::string name, std::string why) {
    Row row;
    row.name = std::move(name);
    row.note = std::move(why);
    return row;
}

void printHeading() {
    fmt::print("{:<28} {:>9} {:<9} {:>9} {:<20} {:<20} {:<9} {}\n", "name", "ours", "unit", "peer",
               "", "ours / peer", "target", "");
}

void printRow(const Row& row) {
    const std::string ours = row.ours.empty() ? "-" : number(median(row.ours));
    const std::string peers = row.peers.empty() ? "" : number(median(row.peers));
    fmt::print("{:<28} {:>9} {:<9} {:>9} {:<20} {:<20} {:<9} {}\n", row.name, ours, row.unit, peers,
               row.peer, describeRatio(row), describe(row.target), verdict(row));
    if (!row.note.empty()) fmt::print("    {}\n", row.note);
    std::fflush(stdout);
}

} // namespace troika::bench
