// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/wording.h"

#include <gtest/gtest.h>

using namespace troika;

TEST(RunWording, RussianNounsFollowTheirNumber) {
    const auto form = [](std::int64_t count) {
        return russianForm(count, "задача", "задачи", "задач");
    };
    for (const std::int64_t one : {1, 21, 101}) EXPECT_EQ(form(one), "задача") << one;
    for (const std::int64_t few : {2, 3, 4, 22, 104}) EXPECT_EQ(form(few), "задачи") << few;
    for (const std::int64_t many : {0, 5, 11, 12, 14, 20, 111, 112}) {
        EXPECT_EQ(form(many), "задач") << many;
    }
}

TEST(RunWording, QuantitiesInBothLanguages) {
    EXPECT_EQ(quantityText(0.0025, Unit::Seconds), (Text{"2.5 ms", "2,5 мс"}));
    EXPECT_EQ(quantityText(102400, Unit::Bytes), (Text{"100 KiB", "100 КиБ"}));
    EXPECT_EQ(roughBytes(0), (Text{"0 B", "0 Б"}));
    EXPECT_EQ(roughBytes(1536), (Text{"1.5 KiB", "1,5 КиБ"}));
    EXPECT_EQ(roughBytes(3.0 * 1024 * 1024 * 1024), (Text{"3.0 GiB", "3,0 ГиБ"}));
}

TEST(RunWording, DurationsAreRounded) {
    EXPECT_EQ(roughDuration(0).en, "about a second");
    EXPECT_EQ(roughDuration(14.6).en, "about 15 s");
    EXPECT_EQ(roughDuration(48).ru, "примерно 50 с");
    EXPECT_EQ(roughDuration(600).en, "about 10 min");
    EXPECT_EQ(roughDuration(36000).en, "about 10 h");
}
