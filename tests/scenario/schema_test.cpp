// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/bundled_files.h"

#include <troika/backend/catalogue.h>

#include <cstdlib>
#include <unistd.h>

namespace troika::test {
namespace {

/// One character a document: 1 where python3-jsonschema finds it right by the published schema.
std::string judged(const Json& documents) {
    const std::string stem =
        testing::TempDir() + "troika-schema-test-" + std::to_string(::getpid());
    std::ofstream(stem + ".json") << documents;
    const std::string command =
        "python3 -c 'import json, sys, jsonschema; schema = json.load(open(sys.argv[1])); "
        "jsonschema.Draft202012Validator.check_schema(schema); "
        "judge = jsonschema.Draft202012Validator(schema); "
        "print(\"\".join(str(int(judge.is_valid(one))) for one in json.load(open(sys.argv[2]))))' "
        "'" TROIKA_SOURCE "/resources/schema/troika-scenario.json' '" +
        stem + ".json' > '" + stem + ".txt'";
    EXPECT_EQ(std::system(command.c_str()), 0);
    std::string verdict;
    std::ifstream(stem + ".txt") >> verdict;
    std::filesystem::remove(stem + ".json");
    std::filesystem::remove(stem + ".txt");
    return verdict;
}

class Schema : public testing::Test {
protected:
    void SetUp() override {
        if (std::system("python3 -c 'import jsonschema' >/dev/null 2>&1") != 0) {
            GTEST_SKIP() << "python3-jsonschema is not installed";
        }
    }

    /// A bundled scenario with one field changed by --set's rules.
    static Json changed(const char* change) {
        Json document;
        for (const auto& [name, json] : bundledFiles()) {
            if (name == "downloads-families") document = json;
        }
        EXPECT_TRUE(setField(document, change).empty()) << change;
        return document;
    }
};

TEST_F(Schema, HoldsForBundledScenariosAndForWhatIsWritten) {
    Json documents = Json::array();
    for (const auto& [name, json] : bundledFiles()) {
        const auto scenario = readScenario(json, catalogue());
        ASSERT_TRUE(scenario) << name;
        documents.push_back(json);
        documents.push_back(writeScenario(*scenario, catalogue()));
    }
    EXPECT_EQ(judged(documents), std::string(documents.size(), '1'));
}

TEST_F(Schema, AgreesWithTheReader) {
    const std::vector<std::pair<const char*, char>> table{
        {"rounds=1", '1'},
        {"rounds=0", '0'},
        {"rounds=1.5", '0'},
        {"rounds=\"5\"", '0'},
        {"schema=troika-scenario/2", '0'},
        {"name=../up", '0'},
        {"colour=1", '0'},
        {"title=plain", '1'},
        {"title={}", '0'},
        {"title.de=x", '0'},
        {"seed=-1", '0'},
        {"warm_up.rounds=100", '1'},
        {"warm_up.seconds=1", '0'},
        {"backends=[]", '0'},
        {"backends[small].label=[a]", '0'},
        {"backends[small].label=*", '0'},
        {"backends[small].label=a b", '1'},
        {"backends[small].workers=8", '1'},
        {"backends[small].workers=[]", '0'},
        {"backends[small].workers=null", '1'}, // Taken away: the default holds.
        {"workload.steps=[]", '0'},
        {"workload.steps.0.kind=upload", '0'},
        {"workload.steps.0.size=1.5 MiB", '1'},
        {"workload.steps.0.size=50 ms", '0'},
        {"workload.steps.0.size=50 KiBs", '0'},
        {"workload.steps.0.delay=50ms", '1'},
        {"workload.steps.0.delay=50 mss", '0'},
        {"workload.steps.0.delay=0.05", '1'},
        {"workload.steps.0.delay={\"distribution\": \"uniform\", \"low\": 0, \"high\": \"1 s\"}",
         '1'},
        {"workload.steps.0.delay={\"distribution\": \"uniform\", \"low\": 0}", '0'},
        {"workload.steps.0.failures=1", '1'},
        {"workload.steps.0.failures=1.1", '0'},
        {"workload.steps.0.connections=per-task", '1'},
        {"workload.steps.0.pool=4", '1'},
        {"workload.steps.0.pool=-1", '0'},
        {"workload.steps.0.drops=0.1", '1'},
        {"workload.steps.0.drops=2", '0'},
        {"workload.steps.0.stalls=[]", '1'},
        {"workload.steps.0.stalls=[{\"at\": \"5 s\", \"for\": 1}]", '1'},
        {"workload.steps.0.stalls=[{\"at\": \"5 s\"}]", '0'},
        {"workload.steps.0.stalls=5 s", '0'},
        {"workload.steps.0.delay={\"distribution\": \"pareto\", \"scale\": 1, \"shape\": 0.1}",
         '1'},
        {"workload.steps.0.delay={\"distribution\": \"pareto\", \"scale\": 1, \"shape\": 0}", '0'},
        {"workload.steps.0={\"kind\": \"download\", \"size\": 1, \"connections\": \"per-task\", "
         "\"pool\": 2}",
         '0'},
        {"workload.steps.0={\"kind\": \"disk\", \"operation\": \"create\", \"blocks\": 4}", '1'},
        {"workload.steps.0={\"kind\": \"disk\", \"operation\": \"create\", \"pattern\": "
         "\"random\"}",
         '0'},
        {"workload.steps.0={\"kind\": \"disk\", \"operation\": \"create\", \"cache\": "
         "\"buffered\"}",
         '0'},
        {"workload.steps.0={\"kind\": \"disk\", \"operation\": \"append\", \"cache\": "
         "\"direct\"}",
         '1'},
        {"workload.steps.0={\"kind\": \"disk\", \"operation\": \"append\", \"cache\": "
         "\"dropped\"}",
         '0'},
        {"workload.steps.0={\"kind\": \"disk\", \"operation\": \"append\", \"file_size\": "
         "\"1 MiB\"}",
         '0'},
        {"workload.steps.0={\"kind\": \"disk\", \"operation\": \"write\", \"file_size\": "
         "\"1 MiB\"}",
         '1'},
        {"workload.steps.0.connections=none", '0'},
        {"workload.arrivals.tasks=-1", '0'},
        {"workload.timeout=1 min", '1'},
        {"workload.timeout=soon", '0'},
        {"workload.steps.0={\"kind\": \"compute\", \"amount\": 5}", '1'},
        {"workload.steps.0={\"kind\": \"compute\", \"amount\": 5, \"duration\": 1}", '0'},
        {"workload.steps.0={\"kind\": \"compute\"}", '0'},
        {"sweep=[{\"path\": \"backends[large].workers\", \"values\": [1, 2, 4]}]", '1'},
        {"sweep={\"path\": \"rounds\", \"from\": 1, \"to\": 8, \"factor\": 2}", '1'},
        {"sweep=[{\"path\": \"workload.steps.0.delay\", \"from\": \"1 ms\", \"to\": 1, "
         "\"step\": \"0.1 s\"}]",
         '1'},
        {"sweep=[]", '0'},
        {"sweep=[{\"path\": \"rounds\", \"values\": []}]", '0'},
        {"sweep=[{\"path\": \"rounds\", \"values\": [1], \"from\": 1}]", '0'},
        {"sweep=[{\"path\": \"rounds\", \"from\": 1, \"to\": 8, \"factor\": 1}]", '0'},
    };
    Json documents = Json::array();
    std::string expected;
    for (const auto& [change, verdict] : table) {
        documents.push_back(changed(change));
        expected += verdict;
        EXPECT_EQ(readScenario(documents.back(), catalogue()).has_value(), verdict == '1')
            << change;
    }
    const std::string verdicts = judged(documents);
    ASSERT_EQ(verdicts.size(), expected.size());
    for (std::size_t i = 0; i < table.size(); ++i)
        EXPECT_EQ(verdicts[i], expected[i]) << table[i].first;
}

TEST_F(Schema, HasWordsThatThisTroikaDoesNotHaveYet) {
    Json documents = Json::array();
    for (const char* change :
         {"workload.steps.0.drops=0.1",
          "workload.arrivals={\"kind\": \"closed\", \"in_flight\": 8, \"tasks\": 100}",
          "workload.steps.0.delay={\"distribution\": \"pareto\", \"scale\": \"1 ms\", \"shape\": "
          "2}"}) {
        documents.push_back(changed(change));
    }
    EXPECT_EQ(judged(documents), "111");
}

} // namespace
} // namespace troika::test
