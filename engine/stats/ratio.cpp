// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/base/check.h>
#include <troika/stats/ratio.h>

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <vector>

namespace troika {

namespace {

/// Logarithms of ratios nearer to 0, or to each other, than this differ by rounding alone.
constexpr double rounding = 1e-12;

bool usable(double value) { return std::isfinite(value) && value > 0; }

std::vector<double> logRatios(std::span<const double> of, std::span<const double> to) {
    std::vector<double> logs;
    for (std::size_t round = 0; round < of.size(); ++round) {
        if (!usable(of[round]) || !usable(to[round])) continue;
        const double log = std::log(of[round]) - std::log(to[round]);
        logs.push_back(std::abs(log) < rounding ? 0 : log);
    }
    std::sort(logs.begin(), logs.end());
    return logs;
}

double meanOf(std::span<const double> values) {
    double sum = 0;
    for (const double value : values) sum += value - values.front();
    return values.front() + sum / static_cast<double>(values.size());
}

/// Of ascending values, those beyond the trimmed ends moved to the nearest that is kept.
double winsorizedSquares(std::vector<double> ascending, std::size_t trimmed) {
    const double low = ascending[trimmed];
    const double high = ascending[ascending.size() - 1 - trimmed];
    if (high - low < rounding) return 0;
    for (double& value : ascending) value = std::clamp(value, low, high);
    const double mean = meanOf(ascending);
    double squares = 0;
    for (const double value : ascending) squares += (value - mean) * (value - mean);
    return squares;
}

} // namespace

double PairedRatio::ratio() const { return std::exp(mean); }

std::optional<double> PairedRatio::p() const {
    if (!standardError) return std::nullopt;
    if (*standardError == 0) return mean == 0 ? 1.0 : 0.0;
    const boost::math::students_t student(degreesOfFreedom);
    const double t = std::abs(mean) / *standardError;
    if (!std::isfinite(t)) return 0.0;
    return std::min(1.0, 2 * boost::math::cdf(boost::math::complement(student, t)));
}

std::optional<Interval> PairedRatio::interval(double alpha) const {
    if (!standardError) return std::nullopt;
    TROIKA_CHECK(alpha > 0 && alpha < 1, "a level of significance lies between 0 and 1");
    const boost::math::students_t student(degreesOfFreedom);
    const double reach =
        *standardError * boost::math::quantile(boost::math::complement(student, alpha / 2));
    return Interval{std::exp(mean - reach), std::exp(mean + reach)};
}

std::optional<PairedRatio> pairedRatio(std::span<const double> of, std::span<const double> to) {
    TROIKA_CHECK(of.size() == to.size(), "paired figures come from the same rounds");
    const auto logs = logRatios(of, to);
    if (logs.empty()) return std::nullopt;
    const auto trimmed = static_cast<std::size_t>(trimming * static_cast<double>(logs.size()));
    const std::size_t kept = logs.size() - 2 * trimmed;
    PairedRatio result;
    result.rounds = logs.size();
    result.leftOut = of.size() - logs.size();
    result.mean = meanOf(std::span(logs).subspan(trimmed, kept));
    if (logs.size() < leastRounds) return result;
    const auto h = static_cast<double>(kept);
    result.degreesOfFreedom = h - 1;
    result.standardError = std::sqrt(winsorizedSquares(logs, trimmed) / (h * (h - 1)));
    return result;
}

} // namespace troika
