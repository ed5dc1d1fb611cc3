// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <troika/scenario/sweep.h>

namespace troika::test {
namespace {

using Form = Sweep::Form;

Sweep range(Form form, double from, double to, double by) {
    Sweep sweep;
    sweep.form = form;
    sweep.from = from;
    sweep.to = to;
    sweep.by = by;
    return sweep;
}

TEST(Sweep, ValuesOfARangeEndWithToWhereItIsHit) {
    const std::vector<std::pair<Sweep, std::vector<double>>> table{
        {range(Form::Powers, 1, 64, 2), {1, 2, 4, 8, 16, 32, 64}},
        {range(Form::Powers, 1, 63, 2), {1, 2, 4, 8, 16, 32}},
        {range(Form::Powers, 5, 5, 10), {5}},
        {range(Form::Powers, 0.001, 1, 10), {0.001, 0.01, 0.1, 1}},
        {range(Form::Steps, 1, 10, 3), {1, 4, 7, 10}},
        {range(Form::Steps, 1, 9, 3), {1, 4, 7}},
        {range(Form::Steps, 0, 0.5, 0.1), {0, 0.1, 0.2, 0.3, 0.4, 0.5}},
        {range(Form::Steps, 2, 1, 1), {}}};
    for (const auto& [sweep, values] : table) {
        EXPECT_EQ(valuesOf(sweep), values);
        EXPECT_EQ(countOf(sweep), values.size());
    }
}

TEST(Sweep, AListIsTakenAsItStands) {
    Sweep sweep;
    sweep.values = {4, 1, 2};
    EXPECT_EQ(valuesOf(sweep), (std::vector<double>{4, 1, 2}));
    EXPECT_EQ(countOf(sweep), 3U);
    EXPECT_EQ(countOf(Sweep()), 0U);
}

TEST(Sweep, NobodyWaitsForAnEndlessOne) {
    for (const Sweep& sweep :
         {range(Form::Steps, 0, 1, 0), range(Form::Steps, 0, 1e300, 1),
          range(Form::Powers, 1, 1e300, 1.0000001), range(Form::Steps, 0, 1, -1)}) {
        EXPECT_EQ(countOf(sweep), mostTrials + 1);
        EXPECT_EQ(valuesOf(sweep).size(), mostTrials + 1);
    }
}

} // namespace
} // namespace troika::test
