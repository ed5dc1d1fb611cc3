// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/wording.h"

#include "scenario/small_catalogue.h"

namespace troika::test {
namespace {

TEST(Shown, LongValuesAreCutAtACharacter) {
    Json document = smallDocument();
    std::string label;
    for (int i = 0; i < 200; ++i) label += "я";
    document["backends"][1]["label"] = label;
    const Findings findings = findingsOf(document);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_LE(findings[0].value.size(), 83U);
    EXPECT_TRUE(findings[0].value.ends_with("я…"));
}

TEST(Shown, IsOneHarmlessLine) {
    EXPECT_EQ(shown(Json::parse(R"({"a": [1, "x\n"]})")), R"({"a":[1,"x\n"]})");
    EXPECT_EQ(shownPlain("a\x1b[2J\"b"), R"(a\u001b[2J\"b)");
    EXPECT_EQ(shownPlain("\xff"), "\xEF\xBF\xBD");
    EXPECT_EQ(shownPlain(""), "");
    EXPECT_EQ(shownPlain(std::string(81, 'x')), std::string(80, 'x') + "…");
    EXPECT_EQ(shownPlain(std::string(80, 'x')), std::string(80, 'x'));
}

TEST(AllowedFor, TellsTypeAndRangeInBothLanguages) {
    const Kind& kind = *smallCatalogue().step("fetch");
    for (const Setting& setting : kind.settings) {
        const Text allowed = allowedFor(setting);
        EXPECT_FALSE(allowed.en.empty()) << setting.name;
        EXPECT_NE(allowed.en, allowed.ru) << setting.name;
    }
    EXPECT_EQ(allowedFor(kind.settings[3]), (Text{"a number from 0 to 1", "число от 0 до 1"}));
    EXPECT_EQ(allowedFor(smallCatalogue().arrivals[0].settings[0]),
              (Text{"a whole number from 1 to 1000000", "целое число от 1 до 1000000"}));
}

TEST(UnknownWord, SuggestsInBothLanguages) {
    const Finding finding =
        unknownWord("field", Json("sise"), {"no such thing", "нет такого"}, "sise", {"size", "b"});
    EXPECT_EQ(finding.problem.ru, "нет такого; возможно, имелось в виду size?");
    EXPECT_EQ(finding.allowed.ru, "одно из: size, b");
}

} // namespace
} // namespace troika::test
