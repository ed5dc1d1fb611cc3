// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/small_catalogue.h"

#include <gtest/gtest.h>

#include <troika/scenario/own_fields.h>

namespace troika::test {
namespace {

TEST(OwnFields, AreReadAtTheirPathsFromTheLeastToTheGreatest) {
    for (const OwnField& own : ownFields()) {
        for (const double value : {own.setting.low, own.setting.high}) {
            Json document = smallDocument();
            const bool whole = own.setting.type == SettingType::Integer;
            const Json written = whole ? Json(static_cast<std::uint64_t>(value)) : Json(value);
            ASSERT_TRUE(setField(document, own.path + "=" + written.dump()).empty()) << own.path;
            const auto scenario = readScenario(document, smallCatalogue());
            ASSERT_TRUE(scenario) << own.path << ": " << scenario.error().front().problem.en;
            if (own.now == nullptr) continue;
            EXPECT_DOUBLE_EQ(own.now(*scenario), value) << own.path;
        }
    }
}

TEST(OwnFields, AreFindingsAtTheirPathsWhereTheyAreWrong) {
    for (const OwnField& own : ownFields()) {
        Json document = smallDocument();
        ASSERT_TRUE(setField(document, own.path + "=-1").empty());
        const auto scenario = readScenario(document, smallCatalogue());
        ASSERT_FALSE(scenario) << own.path;
        EXPECT_EQ(scenario.error().front().field, own.path);
    }
}

TEST(OwnFields, HaveWordsInBothLanguages) {
    for (const OwnField& own : ownFields()) {
        for (const Text& text : {own.setting.title, own.setting.explanation}) {
            EXPECT_FALSE(text.en.empty()) << own.path;
            EXPECT_FALSE(text.ru.empty()) << own.path;
        }
    }
}

} // namespace
} // namespace troika::test
