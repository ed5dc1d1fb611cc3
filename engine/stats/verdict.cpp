// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/stats/holm.h>
#include <troika/stats/ratio.h>
#include <troika/stats/verdict.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace troika {

namespace {

constexpr std::array<std::pair<Verdict, std::string_view>, 5> names{{
    {Verdict::Ahead, "ahead"},
    {Verdict::Behind, "behind"},
    {Verdict::NoClearDifference, "no clear difference"},
    {Verdict::TooFewRounds, "too few rounds"},
    {Verdict::UnequalFailures, "unequal failures"},
}};

Judgement withoutVerdict(const Pairing& pairing, const std::optional<PairedRatio>& paired) {
    Judgement judgement;
    judgement.leftOut = pairing.of.size();
    if (pairing.unequalFailures) judgement.verdict = Verdict::UnequalFailures;
    if (!paired) return judgement;
    judgement.ratio = paired->ratio();
    judgement.rounds = paired->rounds;
    judgement.leftOut = paired->leftOut;
    if (!pairing.unequalFailures) judgement.p = paired->p();
    return judgement;
}

/// Where p and level are equal to the last digit, rounding must not let the interval contradict.
Interval agreeing(Interval interval, bool differs, double mean) {
    if (!differs) return {std::min(interval.low, 1.0), std::max(interval.high, 1.0)};
    if (mean > 0) interval.low = std::max(interval.low, std::nextafter(1.0, 2.0));
    if (mean < 0) interval.high = std::min(interval.high, std::nextafter(1.0, 0.0));
    return interval;
}

void addVerdict(Judgement& judgement, const PairedRatio& paired, const HolmLevel& level,
                Better better) {
    const auto interval = paired.interval(level.alpha);
    if (!interval) return;
    judgement.interval = agreeing(*interval, level.rejected, paired.mean);
    if (!level.rejected) {
        judgement.verdict = Verdict::NoClearDifference;
        return;
    }
    const bool more = paired.mean > 0;
    judgement.verdict = more == (better == Better::More) ? Verdict::Ahead : Verdict::Behind;
}

} // namespace

std::string_view name(Verdict verdict) {
    for (const auto& [value, text] : names)
        if (value == verdict) return text;
    return {};
}

std::optional<Verdict> verdictNamed(std::string_view name) {
    for (const auto& [value, text] : names)
        if (text == name) return value;
    return std::nullopt;
}

std::vector<Judgement> judge(const std::vector<Pairing>& family, Better better, double alpha) {
    std::vector<Judgement> judgements;
    std::vector<std::optional<PairedRatio>> ratios;
    std::vector<std::size_t> tested;
    std::vector<double> pValues;
    for (const Pairing& pairing : family) {
        ratios.push_back(pairedRatio(pairing.of, pairing.to));
        judgements.push_back(withoutVerdict(pairing, ratios.back()));
        if (!judgements.back().p) continue;
        tested.push_back(judgements.size() - 1);
        pValues.push_back(*judgements.back().p);
    }
    const auto levels = holm(pValues, alpha);
    for (std::size_t i = 0; i < tested.size(); ++i)
        addVerdict(judgements[tested[i]], *ratios[tested[i]], levels[i], better);
    return judgements;
}

} // namespace troika
