// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/small_catalogue.h"

namespace troika::test {
namespace {

Findings parseWrong(std::string_view text) {
    auto parsed = parseJson(text);
    EXPECT_FALSE(parsed) << text;
    if (parsed) return {};
    expectBothLanguages(parsed.error());
    return parsed.error();
}

TEST(ParseJson, KeepsValuesAndOrder) {
    const auto parsed = parseJson(R"({"b": [1, -2, 2.5, "т", null, true], "a": {"x": {}}})");
    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->dump(), R"({"b":[1,-2,2.5,"т",null,true],"a":{"x":{}}})");
    EXPECT_EQ(parseJson("18446744073709551615")->get<std::uint64_t>(), ~0ULL);
}

TEST(ParseJson, NamesLineAndColumnOfASyntaxError) {
    const std::pair<const char*, const char*> table[] = {
        {"", "not valid JSON at line 1, column 1"},
        {"{\n  \"a\": 1,\n}", "not valid JSON at line 3, column 1"},
        {"{\"a\" 1}", "not valid JSON at line 1, column 6"},
        {"{\n\"я\": nul}", "not valid JSON at line 2, column 9"},
        {"{} {}", "not valid JSON at line 1, column 4"},
        {"[1, 2", "not valid JSON at line 1, column 6"},
        {"// comment\n{}", "not valid JSON at line 1, column 1"},
        {"{\"a\": 1e999}", "number too large at line 1, column 11"},
        {"{\"a\": NaN}", "not valid JSON at line 1, column 7"},
        {"\"\xff\"", "not valid JSON at line 1, column 2"},
    };
    for (const auto& [text, problem] : table) {
        const Findings findings = parseWrong(text);
        ASSERT_EQ(findings.size(), 1U) << text;
        EXPECT_EQ(findings[0].problem.en, problem) << text;
        EXPECT_EQ(findings[0].field, "");
    }
}

TEST(ParseJson, FindsEveryKeyGivenTwice) {
    const Findings findings =
        parseWrong(R"({"a": 1, "b": [{"c": 1}, {"c": {"d": 1}, "c": {"e": [2]}}], "a": 2})");
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].field, "b.1.c");
    EXPECT_EQ(findings[1].field, "a");
    EXPECT_EQ(findings[0].problem.en, "this key is given twice in one object");
}

TEST(ParseJson, RefusesDepthWidthAndSize) {
    const std::string deep = std::string(100'000, '[');
    EXPECT_EQ(parseWrong(deep)[0].problem.en, "nested too deeply");
    EXPECT_TRUE(parseJson(std::string(32, '[') + std::string(32, ']')));
    EXPECT_FALSE(parseJson(std::string(33, '[') + std::string(33, ']')));

    std::string wide = "{";
    for (int i = 0; i < 1001; ++i) wide += fmt::format("\"k{}\": 0, ", i);
    EXPECT_EQ(parseWrong(wide + "\"z\": 0}")[0].problem.en, "too many keys in one object");

    const std::string large = "\"" + std::string(mostScenarioBytes, 'x') + "\"";
    EXPECT_EQ(told(parseWrong(large)[0]),
              " | 1048578 B | too large for this kind of file | at most 1 MiB");
    EXPECT_TRUE(parseJson(large, large.size()));
}

TEST(ParseJson, TellsAHostileTokenWithoutControlCharacters) {
    const Findings findings = parseWrong("{\"\x1b[2J\": 1}");
    for (const char c : findings[0].value) EXPECT_GE(static_cast<unsigned char>(c), 0x20U);
}

} // namespace
} // namespace troika::test
