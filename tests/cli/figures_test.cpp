// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/troika/figures.h"

#include <gtest/gtest.h>
#include <limits>

using namespace troika;
using namespace troika::cli;

TEST(Figures, SecondsHaveThreeDigitsAndAUnit) {
    const auto en = [](double seconds) { return secondsText(seconds, Language::English); };
    EXPECT_EQ(en(0), "0 ns");
    EXPECT_EQ(en(85e-9), "85.0 ns");
    EXPECT_EQ(en(4.2e-6), "4.20 µs");
    EXPECT_EQ(en(0.0042), "4.20 ms");
    EXPECT_EQ(en(0.042), "42.0 ms");
    EXPECT_EQ(en(0.42), "420 ms");
    EXPECT_EQ(en(0.99996), "1.00 s");
    EXPECT_EQ(en(12.34), "12.3 s");
    EXPECT_EQ(secondsText(0.0042, Language::Russian), "4,20 мс");
    EXPECT_EQ(secondsText(std::nullopt, Language::English), "–");
    EXPECT_EQ(secondsText(std::numeric_limits<double>::quiet_NaN(), Language::English), "–");
}

TEST(Figures, NumbersHaveTheirThousandsApart) {
    EXPECT_EQ(countText(0, Language::English), "0");
    EXPECT_EQ(countText(999, Language::English), "999");
    EXPECT_EQ(countText(1000, Language::English), "1,000");
    EXPECT_EQ(countText(-1234567, Language::English), "-1,234,567");
    EXPECT_EQ(countText(1234, Language::Russian), "1\u00A0234");
    EXPECT_EQ(numberText(1234.56, Language::English), "1,235");
    EXPECT_EQ(numberText(999.7, Language::English), "1,000");
    EXPECT_EQ(numberText(41.26, Language::Russian), "41,3");
    EXPECT_EQ(numberText(std::nullopt, Language::English), "–");
}

TEST(Figures, RatiosAndRanges) {
    EXPECT_EQ(ratioText(3.114, Language::English), "3.11");
    EXPECT_EQ(ratioText(0.0123, Language::Russian), "0,012");
    EXPECT_EQ(rangeText(Interval{405.4, 420.2}, Language::English), "405–420");
    EXPECT_EQ(ratioRangeText(Interval{0.98, 1.02}, Language::Russian), "0,98–1,02");
    EXPECT_EQ(rangeText(std::nullopt, Language::English), "");
}
