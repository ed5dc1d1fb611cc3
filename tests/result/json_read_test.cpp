// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/example.h"
#include "support/sentences.h"

#include <gtest/gtest.h>

namespace troika {
namespace {

class ReadJson : public testing::Test {
protected:
    Failure failureOf(const Json& changed) const {
        const auto read = resultFromJson(changed, catalogue);
        return read ? Failure{} : read.error();
    }

    Catalogue catalogue = example::catalogue();
    RunResult result = example::run().result;
    Json json = resultToJson(result, catalogue);
};

TEST_F(ReadJson, GivesBackExactlyWhatWasWritten) {
    const auto read = resultFromJson(Json::parse(json.dump()), catalogue);
    ASSERT_TRUE(read) << read.error().text.en;
    EXPECT_EQ(*read, result);
}

TEST_F(ReadJson, RefusedTasksMayBeMissingAndAreAmongTheFailed) {
    Json& tasks = json["points"][0]["contenders"][0]["tasks"];
    tasks["failed"] = 5;
    tasks["refused"] = 3;
    EXPECT_EQ(resultFromJson(json, catalogue)->points[0].contenders[0].tasks.refused, 3U);
    tasks.erase("refused");
    EXPECT_EQ(resultFromJson(json, catalogue)->points[0].contenders[0].tasks.refused, 0U);
    tasks["refused"] = 6;
    EXPECT_EQ(failureOf(json).code, "result-invalid");
    test::expectSentences(failureOf(json).text);
}

TEST_F(ReadJson, OlderResultsDoNotTellWhatWaited) {
    Json& contender = json["points"][0]["contenders"][0];
    contender.erase("queueing");
    contender.erase("waiting");
    const auto read = resultFromJson(json, catalogue);
    ASSERT_TRUE(read) << read.error().text.en;
    EXPECT_EQ(read->points[0].contenders[0].queueing, Latency{});
    EXPECT_EQ(read->points[0].contenders[0].waiting, Waiting{});
}

TEST_F(ReadJson, OlderResultsDoNotTellHowSureAPercentileIs) {
    Json& latency = json["points"][0]["contenders"][0]["latency"];
    latency["p99_low"] = 0.25;
    latency["p99_high"] = 0.5;
    EXPECT_EQ(resultFromJson(json, catalogue)->points[0].contenders[0].latency.p99Interval,
              (Interval{0.25, 0.5}));
    latency.erase("p99_low");
    EXPECT_EQ(failureOf(json).code, "result-invalid");
    latency.erase("p99_high");
    EXPECT_EQ(resultFromJson(json, catalogue)->points[0].contenders[0].latency.p99Interval,
              std::nullopt);
}

TEST_F(ReadJson, IgnoresKeysItDoesNotKnow) {
    json["mood"] = "good";
    json["points"][0]["contenders"][0]["colour"] = 7;
    EXPECT_TRUE(resultFromJson(json, catalogue));
}

TEST_F(ReadJson, ANewerSchemaIsNamedAsSuch) {
    json["schema"] = "troika-result/2";
    EXPECT_EQ(failureOf(json).code, "result-newer");
    EXPECT_NE(failureOf(json).text.en.find("troika-result/2"), std::string::npos);
    test::expectSentences(failureOf(json).text);
}

TEST_F(ReadJson, WhatIsNoResultIsInvalid) {
    for (const char* schema :
         {"troika-scenario/1", "troika-result/", "troika-result/x", "troika-result/0", "", "t"}) {
        json["schema"] = schema;
        EXPECT_EQ(failureOf(json).code, "result-invalid") << schema;
    }
    EXPECT_EQ(failureOf(Json::array()).code, "result-invalid");
    EXPECT_EQ(failureOf(Json(nullptr)).code, "result-invalid");
    EXPECT_EQ(failureOf(Json::object()).code, "result-invalid");
}

TEST_F(ReadJson, AWrongFieldIsNamed) {
    json["points"][1]["contenders"][0]["usage"]["threads"] = "many";
    const Failure found = failureOf(json);
    EXPECT_EQ(found.code, "result-invalid");
    EXPECT_NE(found.text.en.find("points.1.contenders.0.usage.threads"), std::string::npos);
}

TEST_F(ReadJson, UnknownWordsAreWrong) {
    Json changed = json;
    changed["status"] = "won";
    EXPECT_NE(failureOf(changed).text.en.find("status"), std::string::npos);
    changed = json;
    changed["points"][0]["comparisons"][0]["verdict"] = "far ahead";
    EXPECT_NE(failureOf(changed).text.en.find("comparisons.0.verdict"), std::string::npos);
}

TEST_F(ReadJson, HalfAnIntervalIsWrong) {
    json["points"][0]["comparisons"][0]["low"] = nullptr;
    EXPECT_NE(failureOf(json).text.en.find("comparisons.0.low"), std::string::npos);
}

TEST_F(ReadJson, AScenarioThatDoesNotFitIsNamed) {
    json["scenario"]["backends"][1]["backend"] = "thread.magic";
    const Failure found = failureOf(json);
    EXPECT_EQ(found.code, "result-invalid");
    EXPECT_NE(found.text.en.find("scenario"), std::string::npos);
    EXPECT_FALSE(found.text.ru.empty());
}

/// Whatever single field is missing, turned to null or of another type: a failure or a result,
/// never more.
TEST_F(ReadJson, SurvivesAnyMissingOrWrongField) {
    json["points"].erase(1);
    const Json flat = json.flatten();
    for (const auto& item : flat.items()) {
        for (const Json& wrong : {Json(nullptr), Json(-1), Json("x"), Json::array(), Json(1e300)}) {
            Json changed = json;
            changed[Json::json_pointer(item.key())] = wrong;
            const auto read = resultFromJson(changed, catalogue);
            if (!read) {
                EXPECT_FALSE(read.error().text.empty()) << item.key();
            }
        }
    }
}

} // namespace
} // namespace troika
