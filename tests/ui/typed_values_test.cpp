// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/typed_values.h"

#include <gtest/gtest.h>

namespace troika::ui {
namespace {

constexpr Language english = Language::English;
constexpr Language russian = Language::Russian;

TEST(TypedValuesTest, a_value_is_a_number_where_it_is_one) {
    EXPECT_EQ(typedValue(" 1 000 ", english), Json(1000));
    EXPECT_EQ(typedValue("18446744073709551615", english), Json(18446744073709551615U));
    EXPECT_EQ(typedValue("0.5", english), Json(0.5));
    EXPECT_EQ(typedValue("0,5", russian), Json(0.5));
    EXPECT_EQ(typedValue("1,000", english), Json("1,000")); // Nobody knows which is meant.
    EXPECT_TRUE(typedValue("  ", english).is_null());
}

TEST(TypedValuesTest, units_are_typed_and_shown_in_the_language) {
    EXPECT_EQ(typedValue("1,5 МиБ", russian), Json("1.5 MiB"));
    EXPECT_EQ(typedValue("20МБ/с", russian), Json("20 MB/s"));
    EXPECT_EQ(typedValue("50 ms", russian), Json("50 ms"));
    EXPECT_EQ(typedValue("50 мс", english), Json("50 ms"));
    EXPECT_EQ(valueText(Json("1.5 MiB"), russian), "1,5 МиБ");
    EXPECT_EQ(valueText(Json("1.5 MiB"), english), "1.5 MiB");
    EXPECT_EQ(valueText(Json(0.5), russian), "0,5");
    EXPECT_EQ(valueText(Json(0.0), russian), "0");
    EXPECT_EQ(valueText(Json(2000000.0), english), "2000000");
    EXPECT_EQ(valueText(Json(), russian), "");
}

TEST(TypedValuesTest, what_is_no_value_stays_as_it_was_typed) {
    EXPECT_EQ(typedList("1 2 4", english), (Json{"1 2 4"}));
    EXPECT_EQ(typedValue("1 5", english), Json("1 5"));
    for (const char* const text : {"many", "5 м", "1,2,3 мс", "5 ms for", "1,5 лошади"}) {
        EXPECT_EQ(typedValue(text, russian), Json(text));
        EXPECT_EQ(valueText(Json(text), russian), text);
    }
}

TEST(TypedValuesTest, lists_are_parted_as_the_language_does_it) {
    EXPECT_EQ(typedList("1, 2;4,, ", english), (Json{1, 2, 4}));
    EXPECT_EQ(typedList("1,2,4", english), (Json{1, 2, 4}));
    EXPECT_EQ(typedList("10 ms, 0.5", english), (Json{"10 ms", 0.5}));
    EXPECT_EQ(typedList("1,5; 2, 4 мс;", russian), (Json{1.5, 2, "4 ms"}));
    EXPECT_EQ(typedList(" ", russian), Json::array());
    const Json list{1, "10 ms", 0.5};
    EXPECT_EQ(listText(list, english), "1, 10 ms, 0.5");
    EXPECT_EQ(listText(list, russian), "1; 10 мс; 0,5");
    for (const Language language : {english, russian}) {
        EXPECT_EQ(typedList(listText(list, language), language), list);
    }
}

} // namespace
} // namespace troika::ui
