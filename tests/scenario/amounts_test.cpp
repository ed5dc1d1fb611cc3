// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <troika/scenario/amounts.h>

namespace troika::test {
namespace {

TEST(Amounts, RussianNounsFollowTheirNumber) {
    const auto form = [](std::int64_t count) {
        return russianForm(count, "задача", "задачи", "задач");
    };
    for (const std::int64_t one : {1, 21, 101}) EXPECT_EQ(form(one), "задача") << one;
    for (const std::int64_t few : {2, 3, 4, 22, 104}) EXPECT_EQ(form(few), "задачи") << few;
    for (const std::int64_t many : {0, 5, 11, 12, 14, 20, 111, 112}) {
        EXPECT_EQ(form(many), "задач") << many;
    }
    EXPECT_EQ(counted(1, {"round", "rounds", "раунд", "раунда", "раундов"}),
              (Text{"1 round", "1 раунд"}));
    EXPECT_EQ(counted(12, {"round", "rounds", "раунд", "раунда", "раундов"}),
              (Text{"12 rounds", "12 раундов"}));
}

TEST(Amounts, QuantitiesInBothLanguages) {
    EXPECT_EQ(quantityText(0.0025, Unit::Seconds), (Text{"2.5 ms", "2,5 мс"}));
    EXPECT_EQ(quantityText(102400, Unit::Bytes), (Text{"100 KiB", "100 КиБ"}));
    EXPECT_EQ(quantityText(2e9, Unit::BytesPerSecond), (Text{"2 GB/s", "2 ГБ/с"}));
}

TEST(Amounts, QuantitiesAreReadBackInEitherLanguage) {
    const std::pair<double, Unit> table[] = {{0.0025, Unit::Seconds},
                                             {90, Unit::Seconds},
                                             {102400, Unit::Bytes},
                                             {2e9, Unit::BytesPerSecond},
                                             {-0.75, Unit::None}};
    for (const auto& [value, unit] : table) {
        const Text text = quantityText(value, unit);
        EXPECT_EQ(writtenQuantity(text.ru, Language::Russian), text.en) << text.ru;
        EXPECT_EQ(writtenQuantity(text.en, Language::English), text.en) << text.en;
        EXPECT_EQ(quantityText(text.en), text);
    }
    EXPECT_EQ(writtenQuantity("1,000", Language::English), "1,000");
    EXPECT_EQ(writtenQuantity("some мс", Language::Russian), "some мс");
}

TEST(Amounts, SizesHaveThreeDigitsThatMatter) {
    const std::pair<double, Text> table[] = {{0, {"0 B", "0 Б"}},
                                             {1023, {"1023 B", "1023 Б"}},
                                             {1024, {"1.00 KiB", "1,00 КиБ"}},
                                             {1536, {"1.50 KiB", "1,50 КиБ"}},
                                             {12.3e6, {"11.7 MiB", "11,7 МиБ"}},
                                             {5e9, {"4.66 GiB", "4,66 ГиБ"}},
                                             {1e15, {"909 TiB", "909 ТиБ"}},
                                             {1e19, {"8882 PiB", "8882 ПиБ"}}};
    for (const auto& [bytes, text] : table) EXPECT_EQ(sizeText(bytes), text) << text.en;
}

} // namespace
} // namespace troika::test
