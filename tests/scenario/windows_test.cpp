// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/windows.h"

#include "scenario/small_catalogue.h"

namespace troika::test {
namespace {

Setting stalls() {
    Setting setting;
    setting.name = "stalls";
    setting.type = SettingType::Windows;
    setting.unit = Unit::Seconds;
    setting.low = 0.001;
    setting.high = 60;
    return setting;
}

/// Findings as told() tells them, without what is allowed.
std::vector<std::string> wrongWith(const char* json) {
    Findings findings;
    EXPECT_FALSE(readWindows(Json::parse(json), stalls(), "stalls", findings)) << json;
    expectBothLanguages(findings);
    std::vector<std::string> all;
    for (const Finding& one : findings) {
        all.push_back(fmt::format("{} | {} | {}", one.field, one.value, one.problem.en));
    }
    return all;
}

using Lines = std::vector<std::string>;

TEST(Windows, AreReadAndWrittenBack) {
    Findings findings;
    const Json json = Json::parse(R"([{"at": "5 s", "for": "1 s"}, {"at": 6, "for": "500 ms"}])");
    const auto windows = readWindows(json, stalls(), "stalls", findings);
    ASSERT_TRUE(windows);
    EXPECT_EQ(*windows, (TimeWindows{{5, 1}, {6, 0.5}}));
    EXPECT_EQ(writeWindows(*windows).dump(),
              R"([{"at":"5 s","for":"1 s"},{"at":"6 s","for":"500 ms"}])");
    EXPECT_EQ(readWindows(writeWindows(*windows), stalls(), "stalls", findings), windows);
    EXPECT_EQ(readWindows(Json::array(), stalls(), "stalls", findings), TimeWindows{});
    EXPECT_TRUE(findings.empty());
}

TEST(Windows, EachThatIsWrongIsNamed) {
    EXPECT_EQ(wrongWith(R"("5 s")"), Lines{R"(stalls | "5 s" | a text does not fit here)"});
    EXPECT_EQ(wrongWith("[5]"), Lines{"stalls.0 | 5 | a number does not fit here"});
    EXPECT_EQ(wrongWith(R"([{"at": "1 s", "fur": "1 s"}])"),
              (Lines{R"(stalls.0.fur | "1 s" | no such key; did you mean for?)",
                     "stalls.0.for |  | missing"}));
    EXPECT_EQ(
        wrongWith(R"([{"at": "-1 s", "for": "61 s"}])"),
        (Lines{R"(stalls.0.at | "-1 s" | too small)", R"(stalls.0.for | "61 s" | too large)"}));
    EXPECT_EQ(wrongWith(R"([{"at": 0, "for": 0}])"), Lines{"stalls.0.for | 0 | too small"});
    EXPECT_EQ(wrongWith(R"([{"at": 1, "for": 2}, {"at": 2.5, "for": 1}])"),
              Lines{"stalls.1.at | 2.5 | begins before the one before it has ended"});
    Json many = Json::array();
    for (int i = 0; i < 17; ++i) many.push_back({{"at", 2 * i}, {"for", 1}});
    EXPECT_EQ(wrongWith(many.dump().c_str()).size(), 1U);
}

TEST(Windows, TheNearestRightBeginningIsTold) {
    Findings findings;
    const Json json = Json::parse(R"([{"at": 1, "for": 2}, {"at": 2.5, "for": 1}])");
    EXPECT_FALSE(readWindows(json, stalls(), "stalls", findings));
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].allowed.en, "at least 3 s");
}

} // namespace
} // namespace troika::test
