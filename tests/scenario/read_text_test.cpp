// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/read_text.h"

#include "scenario/small_catalogue.h"

namespace troika::test {
namespace {

TEST(ReadText, TakesOneLanguageOrSeveral) {
    const std::pair<const char*, Text> table[] = {{R"("a")", {"a", ""}},
                                                  {R"("")", {"", ""}},
                                                  {R"({"en": "a", "ru": "б"})", {"a", "б"}},
                                                  {R"({"ru": "б"})", {"б", "б"}},
                                                  {R"({"en": "", "ru": "б"})", {"", "б"}},
                                                  {R"("two\nlines")", {"two\nlines", ""}}};
    for (const auto& [json, text] : table) {
        Findings findings;
        EXPECT_EQ(readText(Json::parse(json), "title", findings), text) << json;
        EXPECT_TRUE(findings.empty()) << json;
        EXPECT_EQ(readText(writeText(text), "title", findings), text) << json;
    }
}

TEST(ReadText, FindsWhatIsNoText) {
    const std::pair<const char*, const char*> table[] = {{"5", "title"},
                                                         {"null", "title"},
                                                         {"{}", "title.en"},
                                                         {R"({"en": 5})", "title.en"},
                                                         {R"({"ru": "\t"})", "title.ru"},
                                                         {R"({"en": "a", "fr": "b"})", "title.fr"}};
    for (const auto& [json, field] : table) {
        Findings findings;
        static_cast<void>(readText(Json::parse(json), "title", findings));
        ASSERT_EQ(findings.size(), 1U) << json;
        EXPECT_EQ(findings[0].field, field);
        expectBothLanguages(findings);
    }
}

} // namespace
} // namespace troika::test
