// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/example.h"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>

namespace troika {
namespace {

Json example() { return resultToJson(example::run().result, example::catalogue()); }

std::vector<std::string> keysOf(const Json& object) {
    std::vector<std::string> keys;
    for (const auto& item : object.items()) keys.push_back(item.key());
    return keys;
}

using Keys = std::vector<std::string>;

TEST(ResultJson, HasTheFieldsOfTheFormat) {
    const Json json = example();
    EXPECT_EQ(keysOf(json), (Keys{"schema", "id", "troika", "started", "seconds", "scenario",
                                  "environment", "status", "points", "doubts"}));
    const Json& point = json["points"][1];
    EXPECT_EQ(keysOf(point), (Keys{"parameters", "contenders", "comparisons", "doubts"}));
    EXPECT_EQ(point["parameters"].dump(), R"({"backends[small].workers":4})");
    const Json& contender = point["contenders"][0];
    EXPECT_EQ(keysOf(contender), (Keys{"label", "backend", "status", "reason", "tasks", "digest",
                                       "throughput", "latency", "service", "queueing", "waiting",
                                       "steps", "usage", "slices", "notes"}));
    EXPECT_EQ(keysOf(contender["throughput"]), (Keys{"unit", "median", "low", "high"}));
    EXPECT_EQ(keysOf(contender["tasks"]), (Keys{"finished", "failed", "dropped", "refused"}));
    EXPECT_TRUE(contender["latency"]["p999"].is_null());
}

TEST(ResultJson, TellsTextsInBothLanguages) {
    const Json json = example();
    const Json& failed = json["points"][0]["contenders"][2];
    EXPECT_EQ(failed["status"], "failed");
    EXPECT_EQ(
        failed["reason"].dump(),
        R"({"code":"worker-killed","text":"a worker died","text_ru":"рабочий процесс погиб"})");
    const Json& slice = json["points"][0]["contenders"][1]["slices"][1];
    EXPECT_EQ(slice["counted"], false);
    EXPECT_EQ(slice["why_not"], "the machine was busy");
    EXPECT_EQ(slice["why_not_ru"], "машина была занята");
    EXPECT_EQ(json["doubts"][0]["advice_ru"], "ждите");
}

TEST(ResultJson, ComparisonsSpeak) {
    const Json one = example()["points"][0]["comparisons"][0];
    EXPECT_EQ(one["of"], "small");
    EXPECT_EQ(one["to"], "serial");
    EXPECT_EQ(one["measure"], "throughput");
    EXPECT_EQ(one["verdict"], "ahead");
    EXPECT_EQ(one["rounds"], 5); // One of six was not counted.
    EXPECT_FALSE(one["sentence_ru"].get<std::string>().empty());
}

/// By python3-jsonschema, against the published schema.
class Schema : public testing::Test {
protected:
    void SetUp() override {
        if (std::system("python3 -c 'import jsonschema' >/dev/null 2>&1") != 0)
            GTEST_SKIP() << "python3-jsonschema is not installed";
    }
    int validate(const Json& document) const {
        example::write(directory / "result.json", document.dump());
        const std::string command =
            "python3 -c 'import json, sys, jsonschema; "
            "schema, document = (json.load(open(name)) for name in sys.argv[1:3]); "
            "jsonschema.Draft202012Validator(schema).validate(document)' "
            "'" TROIKA_SOURCE "/resources/schema/troika-result.json' '" +
            (directory / "result.json").string() + "' 2>/dev/null";
        return std::system(command.c_str());
    }

    example::Directory directory;
};

TEST_F(Schema, AcceptsWhatIsWritten) {
    EXPECT_EQ(validate(example()), 0);
    RunResult least;
    least.id = "1";
    least.started = timeStampNow();
    least.scenario = example::scenario();
    EXPECT_EQ(validate(resultToJson(least, example::catalogue())), 0);
}

TEST_F(Schema, NamesWhatIsWrittenOfAContender) {
    std::ifstream file(TROIKA_SOURCE "/resources/schema/troika-result.json");
    const Json schema = Json::parse(file);
    const Json contender = example()["points"][0]["contenders"][0];
    const Json& declared = schema["$defs"]["contender"]["properties"];
    for (const auto& item : contender.items()) EXPECT_TRUE(declared.contains(item.key()));
    for (const auto& item : contender["latency"].items()) {
        EXPECT_TRUE(schema["$defs"]["latency"]["properties"].contains(item.key())) << item.key();
    }
    for (const auto& item : contender["usage"].items()) {
        EXPECT_TRUE(declared["usage"]["properties"].contains(item.key())) << item.key();
    }
}

TEST_F(Schema, RejectsWhatIsWrong) {
    Json json = example();
    json["points"][0]["contenders"][0]["status"] = "won";
    EXPECT_NE(validate(json), 0);
    json = example();
    json["points"][0]["comparisons"][0].erase("verdict");
    EXPECT_NE(validate(json), 0);
}

} // namespace
} // namespace troika
