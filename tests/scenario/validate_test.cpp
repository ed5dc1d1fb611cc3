// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/small_catalogue.h"

#include <troika/sample/sample_log.h>
#include <troika/scenario/validate.h>

namespace troika::test {
namespace {

using Lines = std::vector<std::string>;

Lines toldFor(const Scenario& scenario, const MachineLimits& limits) {
    const Findings findings = validateFor(scenario, smallCatalogue(), limits);
    expectBothLanguages(findings);
    Lines all;
    for (const Finding& finding : findings) all.push_back(told(finding));
    return all;
}

Scenario withStore(const char* fileSize) {
    Json document = smallDocument();
    document["workload"]["steps"].push_back({{"kind", "store"}, {"file_size", fileSize}});
    return readRight(document);
}

TEST(ValidateFor, NothingKnownNothingWrong) {
    EXPECT_EQ(toldFor(smallScenario(), {}), Lines{});
    EXPECT_EQ(toldFor(withStore("1 GiB"), {}), Lines{});
}

TEST(ValidateFor, DescriptorsOfARunner) {
    MachineLimits limits;
    limits.descriptors = 24; // 16 + 8 workers, and as much for the connections at the server
    EXPECT_EQ(toldFor(smallScenario(), limits), Lines{});
    limits.descriptors = 20;
    EXPECT_EQ(
        toldFor(smallScenario(), limits),
        (Lines{"backends[pool].workers | 8 | would need 24 open files in one process, and the "
               "limit here is 20 | at most 4 here; to raise the limit, as root: ulimit -Hn 1024"}))
        << "once, though the server's connections would be too many as well";
    limits.descriptors = 5;
    const Lines all = toldFor(smallScenario(), limits);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_TRUE(all[0].starts_with("backends[lone] |  | would need 16 open files")) << all[0];
    EXPECT_TRUE(all[1].starts_with("backends[pool] |  | would need 24 open files")) << all[1];
}

TEST(ValidateFor, ConnectionsAgainstPorts) {
    MachineLimits limits;
    limits.ports = 8;
    EXPECT_EQ(toldFor(smallScenario(), limits), Lines{});
    limits.ports = 7;
    EXPECT_EQ(toldFor(smallScenario(), limits),
              Lines{"backends[pool].workers | 8 | would need 8 connections at once, and the limit "
                    "here is 7 | at most 7 here; to raise the limit, as root: sysctl "
                    "net.ipv4.ip_local_port_range=\"1024 65535\""});
}

TEST(ValidateFor, ThreadsOfAllContendersTogether) {
    MachineLimits limits;
    limits.threads = 10; // 1 + (1 + 8)
    EXPECT_EQ(toldFor(smallScenario(), limits), Lines{});
    limits.threads = 9;
    EXPECT_EQ(
        toldFor(smallScenario(), limits),
        Lines{"backends[pool].workers | 8 | all contenders together would need 10 threads, and "
              "9 more may be started here | at most 7 here; to raise the limit, as root: sysctl "
              "kernel.threads-max=10010 kernel.pid_max=10010; ulimit -u 10010"});
}

TEST(ValidateFor, TheGreediestContenderIsToLowerItsThreads) {
    Json document = smallDocument();
    document["backends"].push_back({{"backend", "crew"}, {"label", "big"}, {"workers", 4000}});
    MachineLimits limits;
    limits.threads = 1000;
    const Lines all = toldFor(readRight(document), limits);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_TRUE(all[0].starts_with("backends[big].workers | 4000 | ")) << all[0];
    EXPECT_NE(all[0].find("at most 989 here; to raise"), std::string::npos) << all[0];
}

TEST(SampleLogBytes, IsOneLogAContender) {
    const Scenario scenario = smallScenario();
    EXPECT_EQ(sampleLogBytes(scenario), 2U * (8192 + 16 * (32 + 64 * 64)));
}

TEST(SampleLogBytes, IsNeverLessThanTheLogsTake) {
    Scenario scenario = smallScenario();
    for (const int rounds : {1, 2, 7, 126, 127, 128, 1000}) {
        for (const std::int64_t tasks : {0, 1, 63, 64, 65, 100'000}) {
            scenario.rounds = rounds;
            scenario.workload.arrivals.settings.set("tasks", tasks);
            const auto slices = static_cast<std::uint64_t>(slicesPerTrial(scenario));
            const auto taken = 2 * SampleLog::bytes(static_cast<std::uint64_t>(tasks), slices);
            EXPECT_GE(sampleLogBytes(scenario), taken);
            EXPECT_LE(sampleLogBytes(scenario), taken + 2U * 8192);
        }
    }
}

TEST(ValidateFor, SharedMemoryForSampleLogs) {
    MachineLimits limits;
    Scenario scenario = smallScenario();
    limits.sharedMemoryBytes = static_cast<std::int64_t>(sampleLogBytes(scenario));
    EXPECT_EQ(toldFor(scenario, limits), Lines{});
    scenario.workload.arrivals.settings.set("tasks", std::int64_t{1'000'000});
    const Findings findings = validateFor(scenario, smallCatalogue(), limits);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].field, "workload.arrivals.tasks");
    EXPECT_EQ(findings[0].value, "1000000");
    const auto most = std::stoll(findings[0].allowed.en.substr(sizeof "at most"));
    scenario.workload.arrivals.settings.set("tasks", std::int64_t{most});
    EXPECT_EQ(toldFor(scenario, limits), Lines{});
    scenario.workload.arrivals.settings.set("tasks", std::int64_t{most + 1});
    EXPECT_EQ(toldFor(scenario, limits).size(), 1U);
}

TEST(ValidateFor, MemoryForWhatLanesWorkOn) {
    Catalogue catalogue = smallCatalogue();
    catalogue.steps.front().laneBytes = [](const Settings&) { return std::int64_t{1} << 20; };
    catalogue.steps.front().sharedBytes = [](const Settings&) { return std::int64_t{5} << 20; };
    catalogue.backends.front().demand = [](const Scenario&, const Contender& contender) {
        Demand demand;
        demand.lanes = contender.settings.integer("workers");
        return demand;
    };
    Scenario scenario = smallScenario();
    scenario.workload.steps.resize(1);
    scenario.contenders.resize(1);
    scenario.contenders.front().settings.set("workers", std::int64_t{100});
    MachineLimits limits;
    limits.memoryBytes = 105 << 20;
    EXPECT_TRUE(validateFor(scenario, catalogue, limits).empty());
    limits.memoryBytes = 104 << 20;
    const Findings findings = validateFor(scenario, catalogue, limits);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_NE(findings[0].problem.en.find("105 MiB of memory"), std::string::npos)
        << findings[0].problem.en;
}

TEST(ValidateFor, ConnectionsThatTheServerCannotHold) {
    MachineLimits limits;
    limits.ports = 10'000;
    limits.descriptors = 16 + 8; // As many as the ports below.
    EXPECT_EQ(toldFor(smallScenario(), limits).size(), 0U);
}

TEST(ValidateFor, SamplesThatAResultCannotHold) {
    Scenario scenario = smallScenario();
    const auto with = [&](std::int64_t tasks) {
        scenario.workload.arrivals.settings.set("tasks", tasks);
        return toldFor(scenario, {});
    };
    EXPECT_EQ(with(2'000'000),
              Lines{"workload.arrivals.tasks | 2000000 | the samples could take 3.81 GiB, and a "
                    "result holds at most 2.00 GiB | at most 1048574 here"});
    EXPECT_EQ(with(1'048'574), Lines{});
    EXPECT_LE(sampleFileBytes(scenario), mostSampleBytes);
    EXPECT_EQ(with(1'048'575).size(), 1U);
}

TEST(ValidateFor, SaysEverythingAtOnce) {
    MachineLimits limits;
    limits.descriptors = 20;
    limits.ports = 1;
    limits.threads = 2;
    limits.sharedMemoryBytes = 1000;
    limits.diskBytes = 1000;
    limits.diskIsMemory = true;
    EXPECT_EQ(toldFor(withStore("1 MB"), limits).size(), 6U);
}

Scenario sweptOver(const char* path, const char* values) {
    Json document = smallDocument();
    document["sweep"] = Json::array({{{"path", path}, {"values", Json::parse(values)}}});
    return readRight(document);
}

TEST(ValidateFor, PointsOfASweepHaveToFitOneByOne) {
    MachineLimits limits;
    limits.threads = 100;
    const Scenario fits = sweptOver("backends[pool].workers", "[80, 81, 82]");
    EXPECT_TRUE(validateFor(fits, smallCatalogue(), limits).empty());
    const Scenario over = sweptOver("backends[pool].workers", "[80, 800]");
    const Findings findings = validateFor(over, smallCatalogue(), limits);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].field, "backends[pool].workers");
    EXPECT_NE(findings[0].problem.en.find("(backends[pool].workers = 800)"), std::string::npos);
    expectBothLanguages(findings);
}

TEST(ValidateFor, PointsOfASweepShareAResult) {
    Scenario scenario = sweptOver("workload.steps.0.delay", "[1, 2, 3, 4, 5]");
    scenario.workload.arrivals.settings.set("tasks", std::int64_t{1'000'000});
    scenario.rounds = 1;
    Findings findings = validateFor(scenario, smallCatalogue(), {});
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(told(findings[0]),
              "sweep |  | the samples could take 2.38 GiB, and a result holds at most 2.00 GiB | "
              "about 4 points, or fewer tasks or rounds");
    expectBothLanguages(findings);
    scenario = sweptOver("workload.arrivals.tasks", "[1]");
    scenario.sweep[0].values.clear();
    for (int i = 1; i <= 2000; ++i) scenario.sweep[0].values.push_back(i);
    scenario.rounds = 200;
    findings = validateFor(scenario, smallCatalogue(), {});
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_NE(findings[1].problem.en.find("the figures could take"), std::string::npos);
    expectBothLanguages(findings);
    scenario.rounds = 10;
    scenario.workload.arrivals.settings.set("tasks", std::int64_t{1});
    scenario.sweep[0].path = "seed";
    EXPECT_TRUE(validateFor(scenario, smallCatalogue(), {}).empty());
}

} // namespace
} // namespace troika::test
