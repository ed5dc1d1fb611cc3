// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/bundled_files.h"
#include "scenario/small_catalogue.h"

#include <troika/backend/catalogue.h>

namespace troika::test {
namespace {

bool hasCyrillic(const std::string& text) {
    return text.find("\xD0") != std::string::npos || text.find("\xD1") != std::string::npos;
}

TEST(Bundled, AreThese) {
    std::vector<std::string> names;
    for (const auto& [name, json] : bundledFiles()) names.push_back(name);
    EXPECT_EQ(names,
              (std::vector<std::string>{
                  "compute-heavy", "compute-on-the-loop", "compute-tiny", "counters-atomic",
                  "counters-mutex", "counters-sharded", "disk-durable-writes", "disk-small-reads",
                  "downloads-families", "downloads-many", "files-buffered-direct", "files-uring",
                  "five-thousand-in-flight", "payload-shipping", "pool-too-small",
                  "process-per-task", "queue-back-pressure", "threads-processes-compute"}));
}

TEST(Bundled, AreReadByThisTroika) {
    for (const auto& [name, json] : bundledFiles()) {
        const auto scenario = readScenario(json, catalogue());
        if (!scenario) {
            for (const Finding& finding : scenario.error()) {
                ADD_FAILURE() << name << ": " << told(finding);
            }
            continue;
        }
        EXPECT_EQ(scenario->name, name);
        EXPECT_GE(scenario->rounds, 5) << "too few for a verdict: " << name;
        EXPECT_GE(scenario->contenders.size(), 3U) << name;
        const auto again = readScenario(writeScenario(*scenario, catalogue()), catalogue());
        ASSERT_TRUE(again) << name;
        EXPECT_EQ(*again, *scenario) << name;
    }
}

TEST(Bundled, SpeakBothLanguages) {
    for (const auto& [name, json] : bundledFiles()) {
        for (const char* key : {"title", "about"}) {
            const Json& text = json.at(key);
            EXPECT_FALSE(text.at("en").get<std::string>().empty()) << name << " " << key;
            EXPECT_FALSE(hasCyrillic(text.at("en").get<std::string>())) << name << " " << key;
            EXPECT_TRUE(hasCyrillic(text.at("ru").get<std::string>())) << name << " " << key;
        }
        for (const Json& contender : json.at("backends")) {
            if (!contender.contains("title")) continue;
            EXPECT_TRUE(hasCyrillic(contender["title"].at("ru").get<std::string>())) << name;
        }
    }
}

} // namespace
} // namespace troika::test
