// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/small_catalogue.h"

namespace troika::test {
namespace {

std::vector<std::string> toldOf(const Json& document) {
    const Findings findings = findingsOf(document);
    expectBothLanguages(findings);
    std::vector<std::string> all;
    for (const Finding& finding : findings) all.push_back(told(finding));
    return all;
}

std::vector<std::string> toldOfBackends(const char* backends) {
    Json document = smallDocument();
    document["backends"] = Json::parse(backends);
    return toldOf(document);
}

constexpr const char* labels =
    "a text of 1 to 64 bytes without [ ] , = and control characters, and not *";
using Lines = std::vector<std::string>;

TEST(Contenders, UnknownBackendsGetTheNearest) {
    EXPECT_EQ(toldOfBackends(R"([{"backend": "crow"}])"),
              Lines{"backends[crow].backend | \"crow\" | no such backend; did you mean crew? | one "
                    "of: lone, crew"});
    EXPECT_EQ(toldOfBackends(R"([{"backend": "x]", "label": "pool"}])"),
              Lines{"backends[pool].backend | \"x]\" | no such backend | one of: lone, crew"});
    EXPECT_EQ(toldOfBackends(R"([{"label": "pool"}])"),
              Lines{"backends[pool].backend |  | missing | one of: lone, crew"});
    EXPECT_EQ(toldOfBackends(R"([{}])"),
              Lines{"backends.0.backend |  | missing | one of: lone, crew"});
    EXPECT_EQ(toldOfBackends(R"([{"backend": 1}])"),
              Lines{"backends.0.backend | 1 | a number does not fit here | one of: lone, crew"});
}

TEST(Contenders, LabelsAreUnique) {
    EXPECT_EQ(
        toldOfBackends(R"([{"backend": "crew"}, {"backend": "crew"}])"),
        Lines{"backends.1.label |  | backends.0 is labelled crew already | a label of its own"});
    EXPECT_EQ(
        toldOfBackends(
            R"([{"backend": "crew", "label": "lone"}, {"backend": "crew"}, {"backend": "lone"}])"),
        Lines{"backends.2.label |  | backends.0 is labelled lone already | a label of its own"});
    EXPECT_EQ(
        toldOfBackends(R"([{"backend": "crew", "label": "a"}, {"backend": "lone", "label": "a"}])"),
        Lines{"backends.1.label | \"a\" | backends.0 is labelled a already | a label of its own"});
}

TEST(Contenders, LabelsAreKeys) {
    for (const char* label :
         {"", "*", "a[0]", "a]", "a,b", "a=b", " a", "a ", "a\nb", "\x1b[2J", "\xC2\x9B"}) {
        Json document = smallDocument();
        document["backends"][1]["label"] = label;
        EXPECT_EQ(toldOf(document), Lines{fmt::format("backends.1.label | {} | not a label | {}",
                                                      Json(label).dump(), labels)})
            << label;
    }
    EXPECT_EQ(toldOfBackends(R"([{"backend": "lone", "label": 5}])"),
              Lines{fmt::format("backends.0.label | 5 | a number does not fit here | {}", labels)});
    for (const char* label : {"a", "малый пул", "4/8", "thread.pool", "**", "a b"}) {
        Json document = smallDocument();
        document["backends"][1]["label"] = label;
        EXPECT_EQ(readRight(document).contenders[1].label, label);
    }
}

TEST(Contenders, SettingsAreNamedByLabel) {
    EXPECT_EQ(
        toldOfBackends(R"([{"backend": "crew", "label": "p", "workers": 4097, "wrkers": 1}])"),
        (Lines{"backends[p].wrkers | 1 | no such key; did you mean workers? | one of: backend, "
               "label, title, workers",
               "backends[p].workers | 4097 | too large | a whole number from 1 to 4096"}));
}

TEST(Contenders, SomebodyHasToRaceButNotEverybody) {
    EXPECT_EQ(toldOfBackends("[]"),
              Lines{"backends | [] | nobody to race | a list of 1 to 64 backends"});
    EXPECT_EQ(toldOfBackends("[7]"),
              Lines{"backends.0 | 7 | a number does not fit here | an object with \"backend\""});
    Json document = smallDocument();
    for (int i = 0; i < 100; ++i) {
        document["backends"].push_back({{"backend", "lone"}, {"label", std::to_string(i)}});
    }
    const Findings findings = findingsOf(document);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].problem.en, "too many contenders");
}

TEST(Contenders, TheBaselineIsOneOfThem) {
    Json document = smallDocument();
    document["baseline"] = "poll";
    EXPECT_EQ(
        toldOf(document),
        Lines{"baseline | \"poll\" | no such label; did you mean pool? | one of: lone, pool"});
    document["baseline"] = 1;
    EXPECT_EQ(toldOf(document),
              Lines{"baseline | 1 | a number does not fit here | one of: lone, pool"});
}

TEST(Header, SchemaNameSeedAndTexts) {
    const std::tuple<const char*, const char*, const char*> table[] = {
        {"schema", R"("troika-scenario/2")",
         "schema | \"troika-scenario/2\" | written for a newer Troika than this one | "
         "\"troika-scenario/1\""},
        {"schema", R"("troika-result/1")",
         "schema | \"troika-result/1\" | not a scenario of this format | \"troika-scenario/1\""},
        {"schema", R"("troika-scenario/1x")",
         "schema | \"troika-scenario/1x\" | not a scenario of this format | \"troika-scenario/1\""},
        {"name", R"("../up")",
         "name | \"../up\" | not a name | 1 to 64 of a-z, A-Z, 0-9, - _ . (not beginning with .)"},
        {"name", R"("")",
         "name | \"\" | not a name | 1 to 64 of a-z, A-Z, 0-9, - _ . (not beginning with .)"},
        {"seed", "-1",
         "seed | -1 | a number does not fit here | a whole number from 0 to 18446744073709551615"},
        {"seed", "1.5",
         "seed | 1.5 | a number does not fit here | a whole number from 0 to 18446744073709551615"},
        {"title", R"({"en": "a", "de": "b"})", "title.de | \"b\" | no such key | one of: en, ru"},
        {"title", R"("\u001b[2J")",
         "title | \"\\u001b[2J\" | control characters in a text | a text, or {\"en\": \"…\", "
         "\"ru\": "
         "\"…\"}, without control characters"},
        {"rounds", "1001", "rounds | 1001 | too large | a whole number from 1 to 1000"},
        {"warm_up", R"({"rounds": 101})",
         "warm_up.rounds | 101 | too large | a whole number from 0 to 100"},
    };
    for (const auto& [key, value, line] : table) {
        Json document = smallDocument();
        document[key] = Json::parse(value);
        EXPECT_EQ(toldOf(document), Lines{line});
    }
}

TEST(Header, LongValuesAreCutAtACharacter) {
    Json document = smallDocument();
    std::string label;
    for (int i = 0; i < 200; ++i) label += "я";
    document["backends"][1]["label"] = label;
    const Findings findings = findingsOf(document);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_LE(findings[0].value.size(), 83U);
    EXPECT_TRUE(findings[0].value.ends_with("я…"));
}

} // namespace
} // namespace troika::test
