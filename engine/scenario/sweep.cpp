// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/scenario/sweep.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

namespace troika {
namespace {

/// Hit within this share, `to` is included though its digits differ.
constexpr double tolerance = 1e-9;

/// Without the digits that sums and powers of binary fractions leave behind.
double tidy(double value) { return std::strtod(fmt::format("{:.12g}", value).c_str(), nullptr); }

/// Calls `take` with every value, mostTrials + 1 times at the most.
template <class Take>
void generate(const Sweep& sweep, Take take) {
    const bool powers = sweep.form == Sweep::Form::Powers;
    const double last = sweep.to + std::abs(sweep.to) * tolerance;
    for (std::uint64_t i = 0; i <= mostTrials; ++i) {
        const auto turn = static_cast<double>(i);
        const double value =
            powers ? sweep.from * std::pow(sweep.by, turn) : sweep.from + sweep.by * turn;
        if (!(value <= last)) return;
        take(tidy(value));
    }
}

} // namespace

std::uint64_t countOf(const Sweep& sweep) {
    if (sweep.form == Sweep::Form::List) {
        return std::min<std::uint64_t>(sweep.values.size(), mostTrials + 1);
    }
    std::uint64_t count = 0;
    generate(sweep, [&count](double) { ++count; });
    return count;
}

std::vector<double> valuesOf(const Sweep& sweep) {
    std::vector<double> values;
    if (sweep.form == Sweep::Form::List) {
        values.assign(sweep.values.begin(),
                      sweep.values.begin() + static_cast<std::ptrdiff_t>(countOf(sweep)));
    } else {
        generate(sweep, [&values](double value) { values.push_back(value); });
    }
    return values;
}

} // namespace troika
