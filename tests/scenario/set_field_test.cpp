// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/small_catalogue.h"

namespace troika::test {
namespace {

/// The document after a --set that has to work.
Json after(std::initializer_list<const char*> changes) {
    Json document = smallDocument();
    for (const char* change : changes) {
        for (const Finding& finding : setField(document, change)) {
            ADD_FAILURE() << change << ": " << told(finding);
        }
    }
    return document;
}

std::string findingOf(const char* change) {
    Json document = smallDocument();
    const Findings findings = setField(document, change);
    expectBothLanguages(findings);
    EXPECT_EQ(document, smallDocument()) << change;
    EXPECT_EQ(findings.size(), 1U) << change;
    return findings.empty() ? "" : told(findings[0]);
}

std::string written(const Json& document, const char* pointer) {
    return document.at(Json::json_pointer(pointer)).dump();
}

TEST(SetField, TakesJsonOrElseText) {
    EXPECT_EQ(written(after({"rounds=5"}), "/rounds"), "5");
    EXPECT_EQ(written(after({"name=other"}), "/name"), "\"other\"");
    EXPECT_EQ(written(after({"name=\"other\""}), "/name"), "\"other\"");
    EXPECT_EQ(written(after({"title={\"en\": \"a=b\"}"}), "/title"), R"({"en":"a=b"})");
    EXPECT_EQ(written(after({"title=a=b"}), "/title"), "\"a=b\"");
    EXPECT_EQ(written(after({"title="}), "/title"), "\"\"");
    EXPECT_EQ(written(after({"workload.steps.0.fresh=true"}), "/workload/steps/0/fresh"), "true");
    EXPECT_EQ(written(after({"workload.steps.0.delay=20ms"}), "/workload/steps/0/delay"),
              "\"20ms\"");
}

TEST(SetField, MakesObjectsOnTheWay) {
    EXPECT_EQ(written(after({"warm_up.rounds=2"}), "/warm_up"), R"({"rounds":2})");
    EXPECT_EQ(readRight(after({"warm_up.rounds=2"})).warmUpRounds, 2);
}

TEST(SetField, NullTakesAFieldAway) {
    EXPECT_FALSE(after({"rounds=5", "rounds=null"}).contains("rounds"));
    const Json one = after({"backends[pool].workers=32", "backends[pool].workers=null"});
    EXPECT_FALSE(one.at("backends").at(1).contains("workers"));
}

TEST(SetField, FindsContendersByLabel) {
    const Json one = after({"backends[pool].workers=32", "backends[lone].label=alone"});
    EXPECT_EQ(written(one, "/backends/1/workers"), "32");
    EXPECT_EQ(written(one, "/backends/0/label"), "\"alone\"");
    const Json all = after({"backends[*].title=x", "backends.1.workers=3"});
    EXPECT_EQ(written(all, "/backends/0/title"), "\"x\"");
    EXPECT_EQ(written(all, "/backends/1/title"), "\"x\"");
    EXPECT_EQ(written(all, "/backends/1/workers"), "3");
}

TEST(SetField, TurnsAPlainDelayIntoTheDistributionThatFits) {
    const auto delayAfter = [](std::initializer_list<const char*> changes) {
        return readRight(after(changes)).workload.steps[0].settings.delay("delay");
    };
    using enum Delay::Distribution;
    EXPECT_EQ(delayAfter({"workload.steps.0.delay.mean=10ms"}), (Delay{Exponential, 0.01, 0}));
    EXPECT_EQ(delayAfter({"workload.steps.0.delay.low=1ms", "workload.steps.0.delay.high=2 ms"}),
              (Delay{Uniform, 0.001, 0.002}));
    EXPECT_EQ(delayAfter({"workload.steps.0.delay.sigma=1", "workload.steps.0.delay.median=1"}),
              (Delay{LogNormal, 1, 1}));
    EXPECT_EQ(delayAfter({"workload.steps.0.delay.value=1"}), (Delay{Fixed, 1, 0}));
    EXPECT_EQ(delayAfter({"workload.steps.0.delay.distribution=fixed"}), (Delay{Fixed, 0.015, 0}));
}

TEST(SetField, CreatesADelayThatWasNotWritten) {
    Json document = smallDocument();
    document["workload"]["steps"][0].erase("delay");
    EXPECT_TRUE(setField(document, "workload.steps.0.delay.mean=10ms").empty());
    EXPECT_EQ(readRight(document).workload.steps[0].settings.delay("delay").first, 0.01);
}

/// Which of two sweeps of durations still have their amounts once `path` has been set.
std::vector<bool> amountsAfter(const char* path, const Json& value, Json document) {
    EXPECT_TRUE(setField(document, path, value).empty()) << path;
    std::vector<bool> kept;
    Json& sweep = document["sweep"];
    for (const Json& one : sweep.is_array() ? sweep : Json::array({sweep})) {
        kept.push_back(one.contains("amounts"));
    }
    return kept;
}

TEST(SetField, AmountsGoWithTheDurationsAndTheKernelThatTheyAreOf) {
    const Json sweep =
        Json::parse(R"({"path": "a.duration", "values": ["1 ms"], "amounts": [20]})");
    const Json document{{"workload", {{"steps", {{{"kernel", "primes"}}, Json::object()}}}},
                        {"sweep", {sweep, sweep}}};
    const std::vector<bool> none{false, false};
    const std::vector<bool> both{true, true};
    EXPECT_EQ(amountsAfter("sweep.0.values.0", "2 ms", document), std::vector({false, true}));
    EXPECT_EQ(amountsAfter("sweep.1.path", "b.duration", document), std::vector({true, false}));
    EXPECT_EQ(amountsAfter("sweep.1.amounts", Json::array({30}), document), both);
    EXPECT_EQ(amountsAfter("rounds", 3, document), both);
    EXPECT_EQ(amountsAfter("workload.arrivals.tasks", 3, document), both);
    for (const char* const path :
         {"workload.steps.0.kernel", "workload.steps.0.kind", "workload.steps.0"}) {
        EXPECT_EQ(amountsAfter(path, "new", document), none) << path;
    }
    EXPECT_EQ(amountsAfter("workload", Json::object(), document), none);
    const Json alone{{"sweep", sweep}};
    EXPECT_EQ(amountsAfter("sweep.values", Json::array({1}), alone), std::vector({false}));
}

TEST(SetField, RefusesAndLeavesTheDocumentAlone) {
    const char* usage =
        "such as rounds=5, workload.steps.0.delay=20ms or backends[LABEL].workers=8";
    const std::pair<const char*, std::string> table[] = {
        {"rounds", fmt::format("rounds | rounds | not PATH=VALUE | {}", usage)},
        {"=5", fmt::format(" | =5 | not PATH=VALUE | {}", usage)},
        {"a..b=5", fmt::format("a..b | a..b=5 | not PATH=VALUE | {}", usage)},
        {"backends[pool=5",
         fmt::format("backends[pool | backends[pool=5 | not PATH=VALUE | {}", usage)},
        {"backends[poll].workers=5", "backends[poll].workers | 5 | no such label; did you mean "
                                     "pool? | one of: lone, pool, or *"},
        {"backends[9].workers=5",
         "backends[9].workers | 5 | no such label | one of: lone, pool, or *"},
        {"workload.steps.1.size=5",
         "workload.steps.1.size | 5 | no entry 1 in this list | a number from 0 to 0"},
        {"backends.pool.workers=5",
         "backends.pool.workers | 5 | no entry pool in this list | a number from 0 to 1"},
        {"workload.steps.-1.size=5",
         "workload.steps.-1.size | 5 | no entry -1 in this list | a number from 0 to 0"},
        {"workload[x].steps=5",
         "workload[x].steps | 5 | brackets fit a list alone | backends[LABEL] or backends[*]"},
        {"name.first=x", "name.first | \"x\" | first is inside of something that has no fields | a "
                         "path to a field"},
    };
    for (const auto& [change, finding] : table) EXPECT_EQ(findingOf(change), finding) << change;
    std::string path = "a";
    for (int i = 0; i < 40; ++i) path += ".a";
    EXPECT_NE(findingOf((path + "=1").c_str()).find("path too long"), std::string::npos);
}

TEST(SetField, WorksOnWhateverTheDocumentIs) {
    for (const char* text :
         {"null", "5", "[]", "\"x\"", R"({"backends": []})", R"({"backends": [1, null]})"}) {
        for (const char* change : {"rounds=1", "backends[a].b=1", "backends[*].b=1", "0.a=1"}) {
            Json document = Json::parse(text);
            const Json before = document;
            const bool isRefused = !setField(document, change).empty();
            EXPECT_EQ(isRefused, document == before) << text << " " << change;
        }
    }
}

} // namespace
} // namespace troika::test
