// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/bad_input.h"
#include "scenario/check_sweep.h"

namespace troika::test {
namespace {

TEST(CheckSweep, BadInput) {
    const char* workers = "a whole number from 1 to 4096";
    expectFindings({
        {"/sweep",
         R"([{"path": "workload.steps.0.mode", "values": [1]}])",
         {"sweep.0.path | \"workload.steps.0.mode\" | not a number: workload.steps.0.mode is "
          "\"keep-alive\" | the path of a number, such as workload.steps.0.size"}},
        {"/sweep",
         R"([{"path": "workload.steps.0.fresh", "values": [1]}])",
         {"sweep.0.path | \"workload.steps.0.fresh\" | not a number: workload.steps.0.fresh is "
          "false | the path of a number, such as workload.steps.0.pause"}},
        {"/sweep",
         R"([{"path": "backends[pool].label", "values": ["1 s"]}])",
         {"sweep.0.path | \"backends[pool].label\" | not a number: backends[pool].label is "
          "\"pool\" | the path of a number, such as backends[pool].workers"}},
        {"/sweep",
         R"([{"path": "backends[pool].wrokers", "values": [1]}])",
         {"sweep.0.path | \"backends[pool].wrokers\" | there is no backends[pool].wrokers | the "
          "path of a number, such as backends[pool].workers"}},
        {"/sweep",
         R"([{"path": "backends[*].workers", "values": [1]}])",
         {"sweep.0.path | \"backends[*].workers\" | there is no backends[lone].workers | the path "
          "of a number, such as backends[pool].workers"}},
        {"/sweep",
         R"([{"path": "title", "values": ["1 s"]}])",
         {"sweep.0.path | \"title\" | not a number: title is {\"en\":\"Small\",\"ru\":\"Малый\"} | "
          "the path of a number: workload.steps.0.size, workload.steps.0.delay, "
          "workload.steps.0.bandwidth, …"}},
        {"/sweep",
         R"([{"path": "backends[pool].workers", "values": [0, 4, 1.5]}])",
         {line("sweep.0.values.0 | 0 | too small", workers),
          line("sweep.0.values.2 | 1.5 | not a whole number", workers)}},
        {"/sweep",
         R"([{"path": "backends[pool].workers", "from": 1024, "to": 8192, "factor": 2}])",
         {line("sweep.0.to | 8192 | too large", workers)}},
        {"/sweep",
         R"([{"path": "workload.steps.0.delay", "values": ["1 KiB"]}])",
         {"sweep.0.values.0 | \"1 KiB\" | a size, where a duration is needed | a duration from 0 s "
          "to 60 s, such as \"50 ms\", or {\"distribution\": …} with fixed (value), uniform "
          "(low, high), exponential (mean), log-normal (median, sigma) or pareto (scale, shape)"}},
        {"/sweep",
         R"([{"path": "rounds", "from": 1, "to": 100000, "step": 1}])",
         {"sweep.0.to | 100000 | would make > 20000 trials (2 contenders at each point), and there "
          "may be 10000 | at most 5000 here (5000 values)"}},
        {"/sweep",
         R"([{"path": "seed", "from": 1, "to": 100, "step": 1},
             {"path": "rounds", "from": 1, "to": 51, "step": 1}])",
         {"sweep.0.to | 100 | would make 10200 trials (2 contenders at each point), and there may "
          "be 10000 | at most 98 here (98 values)"}},
    });
}

TEST(CheckSweep, TellsTheCombinationThatCannotBe) {
    Catalogue catalogue = smallCatalogue();
    catalogue.arrivals[0].settings.push_back(catalogue.backends[1].settings[0]);
    catalogue.arrivals[0].check = [](const Settings& settings, const std::string& path,
                                     Findings& findings) {
        if (settings.integer("workers") <= settings.integer("tasks")) return;
        findings.push_back(
            {path + ".workers", "", {"more than tasks", "больше, чем задач"}, {"-", "–"}});
    };
    Json document = smallDocument();
    document["sweep"] = Json::parse(
        R"([{"path": "workload.arrivals.tasks", "values": [8, 4]},
            {"path": "workload.arrivals.workers", "values": [2, 8]}])");
    const auto scenario = readScenario(document, catalogue);
    ASSERT_FALSE(scenario);
    ASSERT_EQ(scenario.error().size(), 1U);
    EXPECT_EQ(told(scenario.error().front()),
              "sweep.1 | 8 | more than tasks (workload.arrivals.tasks = 4) | -");
}

TEST(CheckSweep, PlainNumbersOfAQuantityGetItsUnit) {
    Json document = smallDocument();
    for (const auto& [path, unit] :
         {std::pair("workload.steps.0.delay", Unit::Seconds),
          std::pair("workload.steps.0.delay.mean", Unit::Seconds),
          std::pair("workload.steps.0.pause", Unit::Seconds),
          std::pair("workload.steps.0.bandwidth", Unit::BytesPerSecond),
          std::pair("workload.steps.0.failures", Unit::None),
          std::pair("workload.timeout", Unit::Seconds), std::pair("seed", Unit::None)}) {
        document["sweep"] = Json::array({{{"path", path}, {"values", {1}}}});
        EXPECT_EQ(readRight(document).sweep.at(0).unit, unit) << path;
    }
}

} // namespace
} // namespace troika::test
