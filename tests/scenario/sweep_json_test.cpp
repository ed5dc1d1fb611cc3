// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/bad_input.h"
#include "scenario/sweep_json.h"

namespace troika::test {
namespace {

std::vector<Sweep> read(const char* text) {
    Findings findings;
    auto sweeps = readSweeps(Json::parse(text), findings);
    EXPECT_TRUE(findings.empty()) << text << ": " << told(findings.front());
    return sweeps;
}

TEST(SweepJson, ReadsListsAndRangesWithUnits) {
    const auto sweeps = read(R"([{"path": "workload.steps.0.delay", "values": ["1 ms", 0.5]},
                                 {"path": "rounds", "from": 1, "to": 64, "factor": 2}])");
    ASSERT_EQ(sweeps.size(), 2U);
    EXPECT_EQ(sweeps[0].path, "workload.steps.0.delay");
    EXPECT_EQ(sweeps[0].unit, Unit::Seconds);
    EXPECT_EQ(sweeps[0].values, (std::vector<double>{0.001, 0.5}));
    EXPECT_EQ(sweeps[1].form, Sweep::Form::Powers);
    EXPECT_EQ(sweeps[1].unit, Unit::None);
    EXPECT_EQ(valuesOf(sweeps[1]).size(), 7U);
}

TEST(SweepJson, OneMayStandAlone) {
    const auto sweeps = read(R"({"path": "a", "from": "1 KiB", "to": "5 KiB", "step": "2 KiB"})");
    ASSERT_EQ(sweeps.size(), 1U);
    EXPECT_EQ(valuesOf(sweeps[0]), (std::vector<double>{1024, 3072, 5120}));
}

TEST(SweepJson, WhatIsWrittenReadsBackTheSame) {
    for (const char* text :
         {R"([{"path":"a","values":[1,2.5,4]}])", R"([{"path":"a","values":["10 ms","2 s"]}])",
          R"([{"path":"a","from":1,"to":64,"factor":2}])",
          R"([{"path":"workload.steps.0.duration","values":["1 ms","2 ms"],"amounts":[2,4]}])",
          R"([{"path":"a","from":"1 KiB","to":"1 MiB","factor":4},{"path":"b","from":0,"to":1,)"
          R"("step":0.25}])"}) {
        const auto sweeps = read(text);
        EXPECT_EQ(writeSweeps(sweeps).dump(), text);
        EXPECT_EQ(read(writeSweeps(sweeps).dump().c_str()), sweeps);
    }
}

TEST(SweepJson, BadInput) {
    const char* value = "a number, or one with a unit such as \"10 ms\" or \"64 KiB\"";
    const char* form = "path with values, or with from, to and either factor or step";
    const char* count = "a list of one or two sweeps";
    expectFindings({
        {"/sweep", "[]", {line("sweep | [] | nothing to sweep", count)}},
        {"/sweep", "3", {line("sweep | 3 | a number does not fit here", count)}},
        {"/sweep", "[1, 2, 3]", {line("sweep | [1,2,3] | too many sweeps", count)}},
        {"/sweep", "[7]", {line("sweep.0 | 7 | a number does not fit here", form)}},
        {"/sweep",
         R"([{"values": [1]}])",
         {"sweep.0.path |  | missing | a path such as \"backends[LABEL].workers\""}},
        {"/sweep",
         R"([{"path": "a..b", "values": [1]}])",
         {"sweep.0.path | \"a..b\" | not a path | a path such as \"backends[LABEL].workers\""}},
        {"/sweep",
         R"([{"path": "a"}])",
         {line("sweep.0 | {\"path\":\"a\"} | neither a list nor a range", form)}},
        {"/sweep",
         R"([{"path": "a", "valeus": [1]}])",
         {"sweep.0.valeus | [1] | no such key; did you mean values? | one of: path, values, from, "
          "to, factor, step, amounts"}},
        {"/sweep",
         R"([{"path": "workload.steps.0.duration", "values": ["1 ms"], "amounts": [1, 2]}])",
         {"sweep.0.amounts | [1,2] | not the amounts of these durations | 1 whole number, each "
          "at least 1; or no such key"}},
        {"/sweep",
         R"([{"path": "rounds", "values": [2], "amounts": [1]}])",
         {"sweep.0.amounts | [1] | not the amounts of these durations | 1 whole number, each at "
          "least 1; or no such key"}},
        {"/sweep",
         R"([{"path": "a", "values": []}])",
         {"sweep.0.values | [] | no values | a list of 1 to 10000 values"}},
        {"/sweep",
         R"([{"path": "a", "values": [1, "two", null]}])",
         {line("sweep.0.values.1 | \"two\" | not a quantity", value),
          line("sweep.0.values.2 | null | null does not fit here", value)}},
        {"/sweep",
         R"([{"path": "a", "values": ["1 s", "1000 ms"]}])",
         {"sweep.0.values.1 | \"1000 ms\" | given twice | each value once"}},
        {"/sweep",
         R"([{"path": "a", "values": ["1 s", "1 KiB"]}])",
         {"sweep.0.values.1 | \"1 KiB\" | a size, where the others are a duration | one kind of "
          "quantity in a sweep"}},
        {"/sweep",
         R"([{"path": "a", "from": 0, "to": 8, "factor": 2}])",
         {"sweep.0.from | 0 | no power grows from here | greater than 0"}},
        {"/sweep",
         R"([{"path": "a", "from": 1, "to": 8, "factor": 1}])",
         {"sweep.0.factor | 1 | would never arrive | a number greater than 1"}},
        {"/sweep",
         R"([{"path": "a", "from": 1, "to": 8, "step": 0}])",
         {"sweep.0.step | 0 | would never arrive | greater than 0"}},
        {"/sweep",
         R"([{"path": "a", "from": "8 s", "to": "1 s", "step": 1}])",
         {"sweep.0.to | \"1 s\" | less than from | at least \"8 s\""}},
        {"/sweep",
         R"([{"path": "a", "values": [1]}, {"path": "a", "values": [1]}])",
         {"sweep.1.path | \"a\" | swept twice | two different paths"}},
        {"/sweep",
         R"([{"path": "workload.steps.0.amount", "values": [1]},
             {"path": "workload.steps.0.duration", "values": [1]}])",
         {"sweep.1.path | \"workload.steps.0.duration\" | swept twice | two different paths"}},
    });
}

TEST(SweepJson, PathsAndValuesAsTheyAreWritten) {
    EXPECT_EQ(sweepPath(1), "sweep.1");
    EXPECT_EQ(writeSwept(4, Unit::None).dump(), "4");
    EXPECT_EQ(writeSwept(0.5, Unit::None).dump(), "0.5");
    EXPECT_EQ(writeSwept(0.01, Unit::Seconds), "10 ms");
}

} // namespace
} // namespace troika::test
