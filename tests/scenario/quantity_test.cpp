// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <troika/scenario/json.h>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

namespace troika {
namespace {

struct Written {
    const char* text;
    Unit unit;
    double value;
};

TEST(Quantity, ReadsEveryUnitWithAndWithoutBlanks) {
    const Written table[] = {
        {"50 ms", Unit::Seconds, 0.05},
        {"50ms", Unit::Seconds, 0.05},
        {"  50   ms ", Unit::Seconds, 0.05},
        {"2 s", Unit::Seconds, 2},
        {"1.5 min", Unit::Seconds, 90},
        {"7us", Unit::Seconds, 7e-6},
        {"7 \u00B5s", Unit::Seconds, 7e-6},
        {"7 \u03BCs", Unit::Seconds, 7e-6},
        {"3 ns", Unit::Seconds, 3e-9},
        {"0.25", Unit::Seconds, 0.25},
        {"1e2 ms", Unit::Seconds, 0.1},
        {"-1 s", Unit::Seconds, -1},
        {"100 KiB", Unit::Bytes, 102400},
        {"1.5 KiB", Unit::Bytes, 1536},
        {"5 MB", Unit::Bytes, 5e6},
        {"5 KB", Unit::Bytes, 5000},
        {"5 kB", Unit::Bytes, 5000},
        {"2 MiB", Unit::Bytes, 2097152},
        {"1 GiB", Unit::Bytes, 1073741824},
        {"1 GB", Unit::Bytes, 1e9},
        {"12 B", Unit::Bytes, 12},
        {"12", Unit::Bytes, 12},
        {"20 MiB/s", Unit::BytesPerSecond, 20971520},
        {"20KiB/s", Unit::BytesPerSecond, 20480},
        {"3 B/s", Unit::BytesPerSecond, 3},
        {"1 GB/s", Unit::BytesPerSecond, 1e9},
        {"0.5", Unit::None, 0.5},
    };
    for (const Written& row : table) {
        const auto value = readQuantity(row.text, row.unit);
        ASSERT_TRUE(value.has_value()) << row.text;
        EXPECT_EQ(*value, row.value) << row.text;
    }
}

TEST(Quantity, RefusesWhatIsNone) {
    const std::pair<const char*, Unit> table[] = {
        {"", Unit::Seconds},
        {" ", Unit::Seconds},
        {"ms", Unit::Seconds},
        {"50 mss", Unit::Seconds},
        {"50 m s", Unit::Seconds},
        {"50 MS", Unit::Seconds},
        {"5 MB", Unit::Seconds},
        {"5 ms", Unit::Bytes},
        {"5 MiB", Unit::BytesPerSecond},
        {"5 MiB/s", Unit::Bytes},
        {"1,5 s", Unit::Seconds},
        {"+5 s", Unit::Seconds},
        {".5 s", Unit::Seconds},
        {"5. s", Unit::Seconds},
        {"0x10 s", Unit::Seconds},
        {"nan s", Unit::Seconds},
        {"inf s", Unit::Seconds},
        {"1e999 s", Unit::Seconds},
        {"1e99999999999 s", Unit::Seconds},
        {"1e308 GiB", Unit::Bytes},
        {"5 s", Unit::None},
        {"--5 s", Unit::Seconds},
        {"5\ts", Unit::Seconds},
        {"1e308 min", Unit::Seconds},
    };
    for (const auto& [text, unit] : table) {
        EXPECT_FALSE(readQuantity(text, unit).has_value()) << text;
    }
}

TEST(Quantity, WritesTheUnitThatReadsBest) {
    const Written table[] = {
        {"15 ms", Unit::Seconds, 0.015},    {"0 s", Unit::Seconds, 0},
        {"30 s", Unit::Seconds, 30},        {"60 s", Unit::Seconds, 60},
        {"1.5 ms", Unit::Seconds, 0.0015},  {"2 us", Unit::Seconds, 2e-6},
        {"1 ns", Unit::Seconds, 1e-9},      {"0.5 ns", Unit::Seconds, 5e-10},
        {"-20 ms", Unit::Seconds, -0.02},   {"100 KiB", Unit::Bytes, 102400},
        {"64 MiB", Unit::Bytes, 67108864},  {"1 MB", Unit::Bytes, 1e6},
        {"1.5 KB", Unit::Bytes, 1500},      {"0 B", Unit::Bytes, 0},
        {"1.5 KiB", Unit::Bytes, 1536},     {"20 MiB/s", Unit::BytesPerSecond, 20971520},
        {"0.5 B", Unit::Bytes, 0.5},        {"0.25", Unit::None, 0.25},
        {"1 GiB", Unit::Bytes, 1073741824}, {"123.456 ms", Unit::Seconds, 0.123456},
    };
    for (const Written& row : table) EXPECT_EQ(writeQuantity(row.value, row.unit), row.text);
}

/// Any double, not only pleasant ones.
double anyFinite(std::mt19937_64& random) {
    const auto value = std::bit_cast<double>(random());
    return std::isfinite(value) && std::abs(value) < 1e290 && std::abs(value) > 1e-290 ? value : 0;
}

TEST(Quantity, WhatIsWrittenReadsBackExactly) {
    std::mt19937_64 random(20240601);
    std::uniform_real_distribution<double> exponent(-12, 12);
    for (int i = 0; i < 20000; ++i) {
        const double value = i % 2 == 0 ? anyFinite(random) : std::pow(10.0, exponent(random));
        for (const Unit unit : {Unit::Seconds, Unit::Bytes, Unit::BytesPerSecond, Unit::None}) {
            const std::string text = writeQuantity(value, unit);
            const auto read = readQuantity(text, unit);
            ASSERT_TRUE(read.has_value()) << text;
            ASSERT_EQ(*read, value) << text;
        }
    }
}

TEST(Quantity, IntegersAndDecimalFractionsReadBackExactly) {
    for (int i = 0; i < 5000; ++i) {
        const std::string text = fmt::format("{}.{:03} ms", i / 10, i % 1000);
        const auto value = readQuantity(text, Unit::Seconds);
        ASSERT_TRUE(value.has_value());
        EXPECT_EQ(*readQuantity(writeQuantity(*value, Unit::Seconds), Unit::Seconds), *value);
        EXPECT_EQ(*value, std::stod(fmt::format("{}.{:03}e-3", i / 10, i % 1000)));
    }
}

} // namespace
} // namespace troika
