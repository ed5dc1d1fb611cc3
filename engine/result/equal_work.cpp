// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/equal_work.h"

#include "result/figures.h"

#include <vector>

namespace troika {

namespace {

/// The digest of a finished task, if it is one.
std::optional<std::uint64_t> digestIn(const SlicesByRound& slices, int round, std::size_t task) {
    const auto found = slices.find(round);
    if (found == slices.end() || task >= found->second->samples.size()) return std::nullopt;
    const Sample& sample = found->second->samples[task];
    return sample.outcome == Outcome::Finished ? std::optional(sample.digest) : std::nullopt;
}

struct Reference {
    Text title;
    SlicesByRound slices;
};

/// Whom to ask for a digest, in this order: the baseline, then all as they stand.
std::vector<Reference> references(std::span<const TrialRecord> trials, const Scenario& scenario) {
    std::vector<Reference> all;
    for (const TrialRecord& trial : trials) {
        const bool first = trial.label == scenario.baseline;
        all.insert(first ? all.begin() : all.end(),
                   Reference{scenario.titleOf(trial.label), countedSlices(trial)});
    }
    return all;
}

std::optional<Failure> wrongOutput(const TrialRecord& trial) {
    for (const SliceRecord& slice : trial.slices)
        for (std::size_t task = 0; task < slice.samples.size(); ++task)
            if (slice.samples[task].outcome == Outcome::Wrong)
                return Failure{
                    "wrong-output",
                    bilingual("Round {}, task {} (both counted from 0) delivered something else "
                              "than it should have: length or checksum do not fit.",
                              "Раунд {}, задача {} (счёт с нуля): получено не то, что должно было "
                              "получиться, — не сходится длина или контрольная сумма.",
                              slice.round, task)};
    return std::nullopt;
}

Failure mismatch(int round, std::size_t task, std::uint64_t digest, std::uint64_t expected,
                 const Text& reference) {
    return {"digest-mismatch",
            bilingual("Round {}, task {} (both counted from 0): its digest {:016x} is not the "
                      "{:016x} of {}, so it did not do the same work.",
                      "Раунд {}, задача {} (счёт с нуля): дайджест {:016x} не равен {:016x}, "
                      "который получил участник «{}», значит, выполнена не та же работа.",
                      round, task, digest, expected, reference)};
}

std::optional<Failure> compareTask(const std::vector<Reference>& all, int round, std::size_t task,
                                   std::uint64_t digest) {
    for (const Reference& reference : all) {
        const auto expected = digestIn(reference.slices, round, task);
        if (!expected) continue;
        if (*expected == digest) return std::nullopt;
        return mismatch(round, task, digest, *expected, reference.title);
    }
    return std::nullopt;
}

} // namespace

std::optional<Failure> findUnequalWork(std::span<const TrialRecord> trials, std::size_t which,
                                       const Scenario& scenario) {
    if (auto wrong = wrongOutput(trials[which])) return wrong;
    const auto all = references(trials, scenario);
    for (const auto& [round, slice] : countedSlices(trials[which]))
        for (std::size_t task = 0; task < slice->samples.size(); ++task) {
            const Sample& sample = slice->samples[task];
            if (sample.outcome != Outcome::Finished) continue;
            if (auto found = compareTask(all, round, task, sample.digest)) return found;
        }
    return std::nullopt;
}

} // namespace troika
