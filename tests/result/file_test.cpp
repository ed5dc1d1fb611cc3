// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/archive.h"
#include "result/example.h"
#include "result/sample_file.h"
#include "result/sha256.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace troika {
namespace {

class ResultFile : public testing::Test {
protected:
    std::string codeOf(const std::filesystem::path& path) const {
        const auto read = readResult(path, catalogue);
        return read ? "" : read.error().code;
    }
    /// An archive of this JSON and these samples.
    void pack(const Json& document, const std::string& samples) {
        const std::string text = document.dump();
        const auto packed = packArchive({{"result.json", text}, {"samples.bin", samples}});
        ASSERT_TRUE(packed);
        example::write(file, *packed);
    }
    Json jsonWith(const std::string& sha256) const {
        Json json = resultToJson(run.result, catalogue);
        json["samples"] = {{"file", "samples.bin"}, {"sha256", sha256}};
        return json;
    }

    example::Directory directory;
    std::filesystem::path file = directory / "run.troika";
    Catalogue catalogue = example::catalogue();
    StoredRun run = example::run();
};

TEST_F(ResultFile, GivesBackExactlyWhatWasWritten) {
    ASSERT_TRUE(writeResult(file, run, catalogue));
    EXPECT_EQ(directory.files(), 1U);
    const auto read = readResult(file, catalogue);
    ASSERT_TRUE(read) << read.error().text.en;
    EXPECT_EQ(*read, run);
}

TEST_F(ResultFile, HoldsWhatTheFormatSays) {
    ASSERT_TRUE(writeResult(file, run, catalogue));
    const auto archive = Archive::open(file);
    const auto samples = archive->read("samples.bin", 1 << 24);
    const Json json = Json::parse(archive->read("result.json", 1 << 24).value());
    EXPECT_EQ(json["schema"], "troika-result/1");
    EXPECT_EQ(json["samples"]["file"], "samples.bin");
    EXPECT_EQ(json["samples"]["sha256"], sha256Hex(*samples));
}

TEST_F(ResultFile, WithoutSamplesIsReadWithoutThem) {
    run.samples.clear();
    ASSERT_TRUE(writeResult(file, run, catalogue));
    EXPECT_EQ(readResult(file, catalogue).value(), run);
}

TEST_F(ResultFile, JsonAloneIsARecipe) {
    example::write(directory / "result.json", jsonWith(std::string(64, '0')).dump());
    const auto read = readResult(directory / "result.json", catalogue);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->result.scenario, run.result.scenario);
    EXPECT_TRUE(read->samples.empty());
}

TEST_F(ResultFile, AWrongChecksumIsDamage) {
    pack(jsonWith(std::string(64, '0')), packSamples(run.samples));
    EXPECT_EQ(codeOf(file), "result-damaged");
    EXPECT_NE(readResult(file, catalogue).error().text.en.find("SHA-256"), std::string::npos);
    Json without = jsonWith("");
    without["samples"].erase("sha256");
    pack(without, packSamples(run.samples));
    EXPECT_EQ(codeOf(file), "result-damaged");
}

TEST_F(ResultFile, SamplesThatDoNotFitTheResultAreDamage) {
    run.samples.push_back(run.samples.front());
    const std::string samples = packSamples(run.samples);
    pack(jsonWith(sha256Hex(samples)), samples);
    EXPECT_EQ(codeOf(file), "result-damaged");
}

TEST_F(ResultFile, ANewerOneIsNamedAsSuch) {
    Json json = jsonWith("");
    json["schema"] = "troika-result/7";
    pack(json, "");
    EXPECT_EQ(codeOf(file), "result-newer");
}

TEST_F(ResultFile, TooLargeOnesAreNotUnpacked) {
    const std::string bomb(mostFigureBytes + 1'000, ' ');
    const auto packed = packArchive({{"result.json", bomb}});
    example::write(file, *packed);
    EXPECT_EQ(codeOf(file), "result-too-large");
    example::write(directory / "big.json", bomb);
    EXPECT_EQ(codeOf(directory / "big.json"), "result-too-large");
}

TEST_F(ResultFile, CutOffOnesAreDamage) {
    ASSERT_TRUE(writeResult(file, run, catalogue));
    const std::string whole = example::contentOf(file);
    for (std::size_t length = 4; length < whole.size(); length += 101) {
        example::write(file, whole.substr(0, length));
        EXPECT_EQ(codeOf(file), "result-damaged") << length;
    }
}

TEST_F(ResultFile, WhatIsNoResultIsNamed) {
    EXPECT_EQ(codeOf(directory / "none.troika"), "result-unreadable");
    EXPECT_EQ(codeOf(directory.path()), "result-unreadable");
    example::write(file, "");
    EXPECT_EQ(codeOf(file), "result-damaged");
    example::write(file, "{ \"schema\": ");
    EXPECT_EQ(codeOf(file), "result-damaged");
    example::write(file, std::string(100'000, '['));
    EXPECT_EQ(codeOf(file), "result-damaged");
    example::write(file, R"({"schema": "troika-scenario/1"})");
    EXPECT_EQ(codeOf(file), "result-invalid");
}

TEST_F(ResultFile, APipeIsNotWaitedFor) {
    ASSERT_EQ(::mkfifo((directory / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(codeOf(directory / "pipe"), "result-unreadable");
    EXPECT_FALSE(looksLikeResult(directory / "pipe"));
}

TEST_F(ResultFile, CannotBeWrittenIntoNoDirectory) {
    const auto written = writeResult(directory / "none/run.troika", run, catalogue);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, "result-not-written");
}

TEST_F(ResultFile, IsToldFromAScenario) {
    ASSERT_TRUE(writeResult(file, run, catalogue));
    EXPECT_TRUE(looksLikeResult(file));
    example::write(file, jsonWith("").dump(2));
    EXPECT_TRUE(looksLikeResult(file));
    example::write(file, R"({"schema": "troika-scenario/1"})");
    EXPECT_FALSE(looksLikeResult(file));
    EXPECT_FALSE(looksLikeResult(directory / "none"));
}

} // namespace
} // namespace troika
