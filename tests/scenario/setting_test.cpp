// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/small_catalogue.h"

namespace troika::test {
namespace {

using namespace std::chrono_literals;

TEST(Settings, GivesBackWhatWasSetByItsType) {
    Settings settings;
    settings.set("flag", true);
    settings.set("count", std::int64_t{7});
    settings.set("length", 0.015);
    settings.set("size", 102400.0);
    settings.set("mode", std::string("direct"));
    settings.set("delay", Delay{Delay::Distribution::Uniform, 1, 2});
    EXPECT_TRUE(settings.flag("flag"));
    EXPECT_EQ(settings.integer("count"), 7);
    EXPECT_EQ(settings.number("length"), 0.015);
    EXPECT_EQ(settings.duration("length"), 15ms);
    EXPECT_EQ(settings.bytes("size"), 102400U);
    EXPECT_EQ(settings.choice("mode"), "direct");
    EXPECT_EQ(settings.delay("delay").second, 2);
    settings.set("stalls", TimeWindows{{5, 1}});
    EXPECT_EQ(settings.windows("stalls"), (TimeWindows{{5, 1}}));
}

TEST(Settings, ASettingAppliesWithTheChoicesThatItNames) {
    Setting setting;
    EXPECT_TRUE(applies(setting, {}));
    setting.onlyWith = OnlyWith{"mode", {"a", "b"}};
    EXPECT_TRUE(applies(setting, {})); // What is wrong with the mode is told there.
    for (const auto& [mode, isRight] : {std::pair{"a", true}, {"b", true}, {"c", false}}) {
        Settings beside;
        beside.set("mode", std::string(mode));
        EXPECT_EQ(applies(setting, beside), isRight) << mode;
    }
}

TEST(Settings, AreEqualInWhateverOrderTheyWereSet) {
    Settings one;
    Settings other;
    EXPECT_EQ(one, other);
    one.set("a", std::int64_t{1});
    EXPECT_NE(one, other);
    other.set("b", 2.0);
    EXPECT_NE(one, other);
    one.set("b", 2.0);
    other.set("a", std::int64_t{1});
    EXPECT_EQ(one, other);
    other.set("a", 1.0);
    EXPECT_NE(one, other);
}

TEST(Settings, KeepsOrderReplacesAndErases) {
    Settings settings;
    settings.set("b", std::int64_t{1});
    settings.set("a", std::int64_t{2});
    settings.set("b", std::int64_t{3});
    EXPECT_EQ(settings.begin()->first, "b");
    EXPECT_EQ(settings.integer("b"), 3);
    settings.erase("b");
    settings.erase("never there");
    EXPECT_FALSE(settings.has("b"));
    EXPECT_EQ(settings.find("b"), nullptr);
    EXPECT_EQ(settings.begin()->first, "a");
}

TEST(SettingsDeathTest, AskingForWhatIsNotThereIsABug) {
    Settings settings;
    settings.set("count", std::int64_t{1});
    EXPECT_DEATH(static_cast<void>(settings.integer("other")), "not there");
    EXPECT_DEATH(static_cast<void>(settings.number("count")), "not of");
}

} // namespace
} // namespace troika::test
