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

} // namespace
} // namespace troika::test
