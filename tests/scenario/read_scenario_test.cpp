// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/bad_input.h"

namespace troika::test {
namespace {

using namespace std::chrono_literals;

TEST(ReadScenario, FillsInEveryDefault) {
    const Scenario scenario = smallScenario();
    EXPECT_EQ(scenario.name, "small");
    EXPECT_EQ(scenario.title, (Text{"Small", "Малый"}));
    EXPECT_TRUE(scenario.about.empty());
    EXPECT_EQ(scenario.baseline, "lone");
    EXPECT_EQ(scenario.rounds, 10);
    EXPECT_EQ(scenario.warmUpRounds, 1);
    EXPECT_EQ(scenario.seed, 1U);
    EXPECT_EQ(scenario.workload.timeout, 30s);
    ASSERT_EQ(scenario.workload.steps.size(), 1U);
    const Settings& step = scenario.workload.steps[0].settings;
    EXPECT_EQ(step.bytes("size"), 102400U);
    EXPECT_EQ(step.delay("delay"), (Delay{Delay::Distribution::Fixed, 0.015, 0}));
    EXPECT_FALSE(step.has("bandwidth"));
    EXPECT_FALSE(step.flag("fresh"));
    EXPECT_EQ(step.choice("mode"), "keep-alive");
    ASSERT_EQ(scenario.contenders.size(), 2U);
    EXPECT_EQ(scenario.contenders[0].label, "lone");
    EXPECT_EQ(scenario.contenders[0].title, (Text{"lone", ""}));
    EXPECT_EQ(scenario.contenders[1].label, "pool");
    EXPECT_EQ(scenario.contenders[1].settings.integer("workers"), 8);
}

TEST(ReadScenario, TakesWhatIsWritten) {
    Json document = smallDocument();
    document["title"] = "Plain";
    document["about"] = {{"ru", "только по-русски"}};
    document["baseline"] = "pool";
    document["rounds"] = 1000;
    document["warm_up"] = {{"rounds", 0}};
    document["seed"] = ~0ULL;
    document["workload"]["timeout"] = "1.5 s";
    document["backends"][1]["title"] = "eight";
    const Scenario scenario = readRight(document);
    EXPECT_EQ(scenario.title, (Text{"Plain", ""}));
    EXPECT_EQ(scenario.about.in(Language::English), "только по-русски");
    EXPECT_EQ(scenario.baseline, "pool");
    EXPECT_EQ(scenario.rounds, 1000);
    EXPECT_EQ(scenario.warmUpRounds, 0);
    EXPECT_EQ(scenario.seed, ~0ULL);
    EXPECT_EQ(scenario.workload.timeout, 1500ms);
    EXPECT_EQ(scenario.contenders[1].title.en, "eight");
}

TEST(ReadScenario, ReadsEveryDistribution) {
    const std::pair<const char*, Delay> table[] = {
        {R"("20 ms")", {Delay::Distribution::Fixed, 0.02, 0}},
        {R"(0.5)", {Delay::Distribution::Fixed, 0.5, 0}},
        {R"({"distribution": "fixed", "value": "3 ms"})", {Delay::Distribution::Fixed, 0.003, 0}},
        {R"({"distribution": "uniform", "low": "1 ms", "high": "1 ms"})",
         {Delay::Distribution::Uniform, 0.001, 0.001}},
        {R"({"distribution": "exponential", "mean": "15 ms"})",
         {Delay::Distribution::Exponential, 0.015, 0}},
        {R"({"distribution": "log-normal", "median": 1, "sigma": 0.5})",
         {Delay::Distribution::LogNormal, 1, 0.5}}};
    for (const auto& [text, delay] : table) {
        Json document = smallDocument();
        document["workload"]["steps"][0]["delay"] = Json::parse(text);
        EXPECT_EQ(readRight(document).workload.steps[0].settings.delay("delay"), delay) << text;
    }
}

TEST(ReadScenario, KnowsABackendForTestsWithoutNamingIt) {
    Json document = smallDocument();
    document["backends"][0]["backend"] = "drill";
    EXPECT_EQ(readRight(document).contenders[0].backend, "drill");
    document["backends"][0]["backend"] = "dril";
    const Findings findings = findingsOf(document);
    EXPECT_EQ(findings[0].allowed.en, "one of: lone, crew");
}

TEST(ReadScenario, KeysAndKinds) {
    const char* root = "one of: schema, name, title, about, workload, backends, baseline, rounds, "
                       "warm_up, seed, sweep";
    expectFindings({
        {"/round", "3", {line("round | 3 | no such key; did you mean rounds?", root)}},
        {"/workload/steps/0/drops",
         "0.1",
         {"workload.steps.0.drops | 0.1 | no such key | one of: "
          "kind, size, delay, bandwidth, failures, pause, fresh, mode"}},
        {"/workload/steps/0/kind",
         R"("fetsh")",
         {"workload.steps.0.kind | \"fetsh\" | no such kind of step; did you mean fetch? | one of: "
          "fetch, store"}},
        {"/workload/steps/0/kind",
         "-",
         {"workload.steps.0.kind |  | missing | one of: fetch, store"}},
        {"/workload/arrivals/kind",
         R"("closed")",
         {"workload.arrivals.kind | \"closed\" | no such kind of arrivals | "
          "one of: burst"}},
        {"/workload/arrivals", "-", {"workload.arrivals |  | missing | an object"}},
        {"/workload/steps", "[]", {"workload.steps | [] | no steps | a list of 1 to 4 steps"}},
        {"/workload", "-", {"workload |  | missing | an object"}},
        {"/warm_up", R"({"seconds": 1})", {"warm_up.seconds | 1 | no such key | one of: rounds"}},
        {"/workload/steps/0",
         R"({"kind": "fetch", "size": 1, "pause": "1 s", "fresh": true})",
         {"workload.steps.0.pause |  | not with fresh | -"}},
    });
}

TEST(ReadScenario, ReportsEverythingAtOnce) {
    const Findings findings = findingsOf(Json::parse(R"({
      "schema": "troika-scenario/1", "name": "x", "colour": 1, "rounds": 0,
      "workload": {"steps": [{"kind": "fetch", "delay": "5 MB", "sise": 1}],
                   "arrivals": {"kind": "burst", "tasks": -5}},
      "backends": [{"backend": "crew", "workers": "many"}, {"backend": "crew"}]
    })"));
    std::vector<std::string> fields;
    for (const Finding& finding : findings) fields.push_back(finding.field);
    const std::vector<std::string> expected{"colour",
                                            "workload.steps.0.sise",
                                            "workload.steps.0.size",
                                            "workload.steps.0.delay",
                                            "workload.arrivals.tasks",
                                            "backends[crew].workers",
                                            "backends.1.label",
                                            "rounds"};
    EXPECT_EQ(fields, expected);
    expectBothLanguages(findings);
}

TEST(ReadScenario, SchemaNameSeedAndTexts) {
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
    for (const auto& [key, value, text] : table) {
        Json document = smallDocument();
        document[key] = Json::parse(value);
        const Findings findings = findingsOf(document);
        expectBothLanguages(findings);
        ASSERT_EQ(findings.size(), 1U);
        EXPECT_EQ(told(findings[0]), text);
    }
}

TEST(ReadScenario, NothingIsAReasonToCrash) {
    for (const char* text :
         {"null", "1", "\"x\"", "[]", "{}", R"({"backends": {}, "workload": []})",
          R"({"workload": {"steps": [[]], "arrivals": 5}, "backends": [null]})",
          R"({"workload": {"steps": {}, "arrivals": null}})",
          R"({"title": {}, "about": [1], "baseline": {}, "warm_up": 1})"}) {
        const Findings findings = findingsOf(Json::parse(text));
        EXPECT_FALSE(findings.empty()) << text;
        expectBothLanguages(findings);
    }
}

} // namespace
} // namespace troika::test
