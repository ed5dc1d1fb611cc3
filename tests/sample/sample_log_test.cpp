// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/sample/sample_log.h>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace troika {
namespace {

namespace fs = std::filesystem;

class SampleLogTest : public ::testing::Test {
protected:
    ~SampleLogTest() override { fs::remove_all(m_folder); }
    fs::path m_folder = [] {
        const fs::path folder =
            fs::temp_directory_path() / ("troika-log-test-" + std::to_string(::getpid()));
        fs::create_directories(folder);
        return folder;
    }();
    fs::path m_file = m_folder / "log";
};

Sample sampleOf(std::uint32_t task) {
    Sample sample;
    sample.due = 10;
    sample.start = 20 + task;
    sample.end = 30 + task;
    sample.digest = 0xABCD0000ULL + task;
    sample.lane = task % 3;
    sample.outcome = Outcome::Finished;
    sample.stepEnd = {21, 22, 23};
    return sample;
}

TEST_F(SampleLogTest, what_one_maps_writes_the_other_reads) {
    auto supervisor = SampleLog::create(m_file, 5, 3);
    ASSERT_TRUE(supervisor);
    auto runner = SampleLog::open(m_file);
    ASSERT_TRUE(runner);
    EXPECT_EQ(runner->slices(), 3U);
    EXPECT_EQ(runner->slotsPerSlice(), 5U);
    ASSERT_TRUE(runner->prepare(2));
    for (std::uint32_t task = 0; task < 5; ++task) {
        storeSample(runner->slots(2)[task], sampleOf(task));
    }
    for (std::uint32_t task = 0; task < 5; ++task) {
        EXPECT_EQ(loadSample(supervisor->slots(2)[task]), sampleOf(task));
        EXPECT_EQ(supervisor->samples(2).at(task), sampleOf(task));
    }
    EXPECT_EQ(supervisor->mark(2).state, 1U);
    EXPECT_EQ(supervisor->mark(1).state, 0U);
}

TEST_F(SampleLogTest, a_slot_without_outcome_reads_as_empty) {
    auto log = SampleLog::create(m_file, 2, 1);
    ASSERT_TRUE(log && log->prepare(0));
    log->slots(0)[1].sample.end = 77; // A writer that died before the outcome.
    EXPECT_EQ(loadSample(log->slots(0)[1]), Sample{});
}

TEST_F(SampleLogTest, preparing_again_clears_a_slice_and_no_other) {
    auto log = SampleLog::create(m_file, 2, 2);
    ASSERT_TRUE(log && log->prepare(0) && log->prepare(1));
    storeSample(log->slots(0)[0], sampleOf(0));
    storeSample(log->slots(1)[0], sampleOf(1));
    ASSERT_TRUE(log->prepare(1));
    EXPECT_EQ(loadSample(log->slots(0)[0]), sampleOf(0));
    EXPECT_EQ(loadSample(log->slots(1)[0]).outcome, Outcome::Empty);
}

TEST_F(SampleLogTest, takes_room_slice_by_slice) {
    auto log = SampleLog::create(m_file, 100'000, 10);
    ASSERT_TRUE(log);
    const auto blocks = [&] {
        struct stat status {};
        return ::stat(m_file.c_str(), &status) == 0 ? status.st_blocks * 512 : -1;
    };
    EXPECT_LT(blocks(), 100'000);
    ASSERT_TRUE(log->prepare(9));
    EXPECT_GE(blocks(), 64 * 100'000);
    EXPECT_LT(blocks(), 2 * 64 * 100'000);
}

TEST_F(SampleLogTest, zero_tasks_are_a_log_too) {
    auto log = SampleLog::create(m_file, 0, 4);
    ASSERT_TRUE(log);
    EXPECT_TRUE(log->prepare(3));
    EXPECT_TRUE(log->slots(3).empty());
    EXPECT_TRUE(SampleLog::open(m_file));
}

TEST_F(SampleLogTest, refuses_what_is_no_log) {
    EXPECT_EQ(SampleLog::open(m_folder / "missing").error().code, "log-unusable");
    std::ofstream(m_file) << "short";
    EXPECT_EQ(SampleLog::open(m_file).error().code, "log-foreign");
    std::ofstream(m_file) << std::string(8192, 'x');
    EXPECT_EQ(SampleLog::open(m_file).error().code, "log-foreign");
}

TEST_F(SampleLogTest, refuses_a_log_that_was_cut_or_is_newer) {
    { ASSERT_TRUE(SampleLog::create(m_file, 10, 2)); }
    const auto size = fs::file_size(m_file);
    fs::resize_file(m_file, size - 64);
    EXPECT_EQ(SampleLog::open(m_file).error().code, "log-foreign");
    fs::resize_file(m_file, size);
    EXPECT_TRUE(SampleLog::open(m_file));
    std::fstream file(m_file, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(8);
    file.put(2);
    file.close();
    EXPECT_EQ(SampleLog::open(m_file).error().code, "log-foreign");
}

TEST_F(SampleLogTest, a_folder_that_cannot_be_written_is_told) {
    const auto log = SampleLog::create(m_folder / "no" / "log", 1, 1);
    ASSERT_FALSE(log);
    EXPECT_EQ(log.error().code, "log-unusable");
}

TEST_F(SampleLogTest, many_lanes_write_while_another_reads) {
    constexpr std::uint32_t tasks = 20'000;
    auto log = SampleLog::create(m_file, tasks, 1);
    ASSERT_TRUE(log && log->prepare(0));
    const auto lane = [&](std::uint32_t first) {
        for (std::uint32_t task = first; task < tasks; task += 2) {
            storeSample(log->slots(0)[task], sampleOf(task));
        }
    };
    std::thread even(lane, 0);
    std::thread odd(lane, 1);
    for (std::uint32_t task = 0; task < tasks; ++task) {
        const Sample sample = loadSample(log->slots(0)[task]);
        if (sample.outcome != Outcome::Empty) {
            EXPECT_EQ(sample, sampleOf(task));
        }
    }
    even.join();
    odd.join();
    EXPECT_EQ(loadSample(log->slots(0)[tasks - 1]), sampleOf(tasks - 1));
}

TEST(FoldDigestTest, order_and_every_part_matter) {
    EXPECT_NE(foldDigest(foldDigest(0, 1), 2), foldDigest(foldDigest(0, 2), 1));
    EXPECT_NE(foldDigest(0, 0), 0U);
    EXPECT_EQ(foldDigest(0, 1), 0x9E3779B97F4A7C16ULL);
}

} // namespace
} // namespace troika
