// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/example.h"
#include "result/sample_file.h"
#include "support/sentences.h"

#include <cstring>
#include <gtest/gtest.h>
#include <troika/scenario/validate.h>

namespace troika {
namespace {

class SampleFile : public testing::Test {
protected:
    std::string codeOf(const std::string& bytes) const {
        const auto unpacked = unpackSamples(bytes, run.result);
        return unpacked ? "" : unpacked.error().code;
    }
    template <class Number>
    std::string with(std::size_t offset, Number value) const {
        std::string changed = packed;
        std::memcpy(changed.data() + offset, &value, sizeof value);
        return changed;
    }

    StoredRun run = example::run();
    std::string packed = packSamples(run.samples);
};

TEST_F(SampleFile, GivesBackWhatWasPacked) {
    const auto unpacked = unpackSamples(packed, run.result);
    ASSERT_TRUE(unpacked);
    EXPECT_EQ(*unpacked, run.samples);
    EXPECT_EQ(packed.size(), packedBytes(run.samples));
}

TEST_F(SampleFile, IsLaidOutAsDocumented) {
    EXPECT_EQ(packed.substr(0, 8), "TROIKASB");
    std::uint64_t tasks = 0;
    std::memcpy(&tasks, packed.data() + 32 + 32, 8);
    EXPECT_EQ(tasks, 20U);
    std::uint32_t flags = 0;
    std::memcpy(&flags, packed.data() + 32 + 16, 4);
    EXPECT_EQ(flags, 1U); // The first block is serial's warm-up.
    const Sample& second = run.samples[0].contenders[0].slices[0].samples[1];
    std::int64_t start = 0;
    std::memcpy(&start, packed.data() + 32 + 64 + 64 + 8, 8);
    EXPECT_EQ(start, second.start);
    std::uint32_t outcome = 9;
    std::memcpy(&outcome, packed.data() + 32 + 64 + 64 + 36, 4);
    EXPECT_EQ(outcome, static_cast<std::uint32_t>(second.outcome));
}

TEST_F(SampleFile, CutOffAnywhereIsDamage) {
    test::expectSentences(unpackSamples(packed.substr(0, 100), run.result).error().text);
    for (std::size_t length = 0; length < packed.size(); length += 37)
        EXPECT_EQ(codeOf(packed.substr(0, length)), "result-damaged") << length;
    EXPECT_EQ(codeOf(packed + "x"), "result-damaged");
}

TEST_F(SampleFile, AbsurdNumbersAreDamage) {
    constexpr std::uint64_t huge = ~std::uint64_t{0};
    EXPECT_EQ(codeOf(with(0, 'X')), "result-damaged");
    EXPECT_EQ(codeOf(with(8, std::uint32_t{2})), "result-damaged");
    EXPECT_EQ(codeOf(with(12, std::uint32_t{32})), "result-damaged");
    EXPECT_EQ(codeOf(with(16, huge)), "result-damaged");
    EXPECT_EQ(codeOf(with(32, std::uint32_t{99})), "result-damaged");
    EXPECT_EQ(codeOf(with(36, std::uint32_t{99})), "result-damaged");
    EXPECT_EQ(codeOf(with(40, ~std::uint32_t{0})), "result-damaged");
    EXPECT_EQ(codeOf(with(64, huge)), "result-damaged");
    EXPECT_EQ(codeOf(with(64, huge / 64 + 2)), "result-damaged"); // Wraps to 64 bytes.
    EXPECT_EQ(codeOf(with(32 + 64 + 36, std::uint32_t{8})), "result-damaged");
}

TEST_F(SampleFile, IsAsLargeAsValidationReckonsWhereEveryRepeatIsNeeded) {
    const Scenario scenario = example::scenario();
    SliceSamples slice;
    slice.samples.resize(tasksPerSlice(scenario.workload));
    ContenderSamples contender;
    contender.slices.resize(static_cast<std::size_t>(slicesPerTrial(scenario)), slice);
    PointSamples point;
    point.contenders.resize(scenario.contenders.size(), contender);
    EXPECT_EQ(packedBytes({point}), sampleFileBytes(scenario));
}

TEST_F(SampleFile, OfNothingIsAHeader) {
    EXPECT_EQ(packSamples({}).size(), 32U);
    EXPECT_EQ(unpackSamples(packSamples({}), RunResult{}).value(), RunSamples{});
}

} // namespace
} // namespace troika
