// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/disk_plan.h"

#include "disk_place.h"

#include <set>

namespace troika {
namespace {

TEST(Permuted, IsAnOrderOfAll) {
    for (const std::uint64_t count : {1U, 2U, 3U, 4U, 5U, 64U, 65U, 1000U, 4097U}) {
        std::set<std::uint64_t> seen;
        for (std::uint64_t i = 0; i < count; ++i) {
            const std::uint64_t place = permuted(i, count, 42);
            EXPECT_LT(place, count);
            seen.insert(place);
        }
        EXPECT_EQ(seen.size(), count);
    }
}

TEST(Permuted, DependsOnItsKey) {
    int same = 0;
    for (std::uint64_t i = 0; i < 1000; ++i) same += permuted(i, 1000, 1) == permuted(i, 1000, 2);
    EXPECT_LT(same, 20);
}

TEST(Permuted, IsNotInOrder) {
    int neighbours = 0;
    for (std::uint64_t i = 0; i + 1 < 1000; ++i) {
        neighbours += permuted(i + 1, 1000, 1) == permuted(i, 1000, 1) + 1;
    }
    EXPECT_LT(neighbours, 20);
}

DiskPlan plan(bool random, std::uint64_t block, std::uint64_t blocks, std::uint64_t fileSize) {
    DiskPlan made;
    made.random = random;
    made.block = block;
    made.blocks = blocks;
    made.fileSize = fileSize;
    return made;
}

TEST(DiskPositions, TasksOfASliceDoNotOverlapWhileTheFileIsLargeEnough) {
    for (const bool random : {true, false}) {
        const DiskPlan made = plan(random, 4096, 4, 64 * 4096);
        std::set<std::uint64_t> seen;
        for (std::uint32_t task = 0; task < 16; ++task) {
            const DiskPositions positions(made, {.seed = 1, .round = 7, .task = task});
            for (std::uint64_t i = 0; i < 4; ++i) seen.insert(positions.offset(i));
        }
        EXPECT_EQ(seen.size(), 64U);
        EXPECT_EQ(*seen.begin(), 0U);
        EXPECT_EQ(*seen.rbegin(), 63U * 4096);
    }
}

TEST(DiskPositions, SequentialGoesOnAndRound) {
    const DiskPlan made = plan(false, 1000, 3, 10'000);
    std::uint64_t next = DiskPositions(made, {.seed = 1}).offset(0);
    for (std::uint32_t task = 0; task < 7; ++task) {
        for (std::uint64_t i = 0; i < 3; ++i) {
            EXPECT_EQ(DiskPositions(made, {.seed = 1, .task = task}).offset(i), next);
            next += 1000;
        }
        if (next == 9000) next = 0;
    }
}

TEST(DiskPositions, StayInTheFileWhenTasksAreMany) {
    for (const bool random : {true, false}) {
        const DiskPlan made = plan(random, 4096, 3, 20'000);
        for (std::uint32_t task = 0; task < 1000; ++task) {
            for (std::uint64_t i = 0; i < 3; ++i) {
                const auto offset = DiskPositions(made, {.task = task}).offset(i);
                EXPECT_LE(offset + 4096, 20'000U);
                EXPECT_EQ(offset % 4096, 0U);
            }
        }
    }
}

TEST(DiskPositions, EachRoundAndSeedHasItsOwn) {
    const DiskPlan made = plan(true, 4096, 1, 1000 * 4096);
    int sameRound = 0;
    int sameSeed = 0;
    for (std::uint32_t task = 0; task < 100; ++task) {
        const auto here = DiskPositions(made, {.seed = 1, .round = 1, .task = task}).offset(0);
        sameRound += here == DiskPositions(made, {.seed = 1, .round = 2, .task = task}).offset(0);
        sameSeed += here == DiskPositions(made, {.seed = 2, .round = 1, .task = task}).offset(0);
    }
    EXPECT_LT(sameRound, 10);
    EXPECT_LT(sameSeed, 10);
}

class DiskDeclaration : public DiskPlace {
protected:
    static Findings check(const Settings& settings) {
        Findings findings;
        diskKind().declaration.check(settings, "workload.steps.0", findings);
        return findings;
    }
};

TEST_F(DiskDeclaration, DefaultsAreFine) { EXPECT_TRUE(check(defaults()).empty()); }

TEST_F(DiskDeclaration, DirectWantsWholeSectors) {
    Settings settings = defaults();
    settings.set("block", 1000.0);
    EXPECT_TRUE(check(settings).empty());
    settings.set("cache", std::string("direct"));
    ASSERT_EQ(check(settings).size(), 1U);
    EXPECT_EQ(check(settings)[0].field, "workload.steps.0.block");
}

TEST_F(DiskDeclaration, TheFileHoldsATask) {
    Settings settings = defaults();
    settings.set("file_size", 8192.0);
    settings.set("blocks", std::int64_t{2});
    EXPECT_TRUE(check(settings).empty());
    settings.set("blocks", std::int64_t{3});
    ASSERT_EQ(check(settings).size(), 1U);
    EXPECT_EQ(check(settings)[0].field, "workload.steps.0.file_size");
    EXPECT_NE(check(settings)[0].allowed.en.find("12288"), std::string::npos);
}

TEST_F(DiskDeclaration, SyncsOnlyWhatIsWritten) {
    Settings settings = defaults();
    settings.set("sync", std::string("task"));
    ASSERT_EQ(check(settings).size(), 1U);
    EXPECT_EQ(check(settings)[0].field, "workload.steps.0.sync");
    settings.set("operation", std::string("write"));
    EXPECT_TRUE(check(settings).empty());
}

TEST_F(DiskDeclaration, AnEmptyFileHasNothingInTheCacheToDrop) {
    Settings settings = defaults();
    settings.set("operation", std::string("append"));
    EXPECT_TRUE(check(settings).empty());
    settings.set("cache", std::string("dropped"));
    ASSERT_EQ(check(settings).size(), 1U);
    EXPECT_EQ(check(settings)[0].field, "workload.steps.0.cache");
}

TEST_F(DiskDeclaration, WhatMakesNoSenseForAnOperationNeedsAnother) {
    const auto operationsOf = [](const std::string& name) {
        std::vector<std::string> fitting;
        for (const Setting& setting : diskKind().declaration.settings) {
            if (setting.name != name) continue;
            for (const char* operation : {"read", "write", "append", "create"}) {
                Settings beside;
                beside.set("operation", std::string(operation));
                if (applies(setting, beside)) fitting.emplace_back(operation);
            }
        }
        return fitting;
    };
    using Names = std::vector<std::string>;
    EXPECT_EQ(operationsOf("pattern"), (Names{"read", "write"}));
    EXPECT_EQ(operationsOf("file_size"), (Names{"read", "write"}));
    EXPECT_EQ(operationsOf("cache"), (Names{"read", "write", "append"}));
    EXPECT_EQ(operationsOf("sync").size(), 4U);
}

TEST_F(DiskDeclaration, TellsWhatTasksAddToTheDisk) {
    const auto growth = [](const char* operation) {
        Settings settings = defaults();
        settings.set("operation", std::string(operation));
        settings.set("block", 5000.0);
        settings.set("blocks", std::int64_t{3});
        return diskKind().declaration.diskGrowth(settings);
    };
    EXPECT_EQ(growth("write").bytes, 0U);
    EXPECT_EQ(growth("append").bytes, 15'000U);
    EXPECT_EQ(growth("append").files, 0U);
    EXPECT_EQ(growth("create").bytes, 4096U * (2 * 3 + 1));
    EXPECT_EQ(growth("create").files, 4U);
}

TEST_F(DiskDeclaration, SpeaksBothLanguages) {
    for (const Setting& setting : diskKind().declaration.settings) {
        EXPECT_FALSE(setting.title.en.empty() || setting.title.ru.empty()) << setting.name;
        EXPECT_FALSE(setting.explanation.en.empty() || setting.explanation.ru.empty());
        for (const Choice& choice : setting.choices) {
            EXPECT_FALSE(choice.explanation.en.empty() || choice.explanation.ru.empty());
        }
    }
}

} // namespace
} // namespace troika
