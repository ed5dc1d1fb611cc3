// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/run/live.h>

#include <gtest/gtest.h>

#include <unistd.h>

namespace troika::test {
namespace {

namespace fs = std::filesystem;

TEST(LiveRunTest, shows_what_has_begun_and_outlives_the_log_file) {
    const fs::path file = fs::path("/dev/shm") / ("live-" + std::to_string(::getpid()));
    auto log = SampleLog::create(file, 3, 2);
    ASSERT_TRUE(log);
    ASSERT_TRUE(log->prepare(1));
    LiveRun live;
    EXPECT_TRUE(live.slices().empty());
    live.addLog("a", file);
    live.addLog("b", file.string() + "-missing");
    fs::remove(file);
    live.begin("a", 4, 1, false, 1);
    live.begin("b", 4, 1, false, 1);
    storeSample(log->slots(1)[2], {.due = 5, .end = 9, .outcome = Outcome::Finished});
    const auto slices = live.slices();
    ASSERT_EQ(slices.size(), 1U);
    EXPECT_EQ(slices[0].contender, "a");
    EXPECT_EQ(slices[0].round, 4);
    EXPECT_TRUE(slices[0].counted);
    EXPECT_EQ(loadSample(slices[0].log->slots(slices[0].place)[2]).end, 9);
}

TEST(LiveRunTest, an_attempt_that_does_not_count_is_marked) {
    const fs::path file = fs::path("/dev/shm") / ("live-" + std::to_string(::getpid()));
    ASSERT_TRUE(SampleLog::create(file, 1, 4));
    LiveRun live;
    live.addLog("a", file);
    fs::remove(file);
    live.begin("a", 0, 0, true, 0);
    live.begin("a", 0, 0, false, 1);
    live.begin("a", 0, 1, false, 2);
    live.discount("a", 0, 0);
    const auto slices = live.slices();
    ASSERT_EQ(slices.size(), 3U);
    EXPECT_TRUE(slices[0].counted);
    EXPECT_FALSE(slices[1].counted);
    EXPECT_TRUE(slices[2].counted);
}

TEST(LiveRunTest, tells_who_cannot_go_on) {
    LiveRun live;
    EXPECT_TRUE(live.ends().empty());
    live.end({"a", 2, true, {"It lacks.", "Нет."}});
    ASSERT_EQ(live.ends().size(), 1U);
    EXPECT_EQ(live.ends()[0].contender, "a");
    EXPECT_EQ(live.ends()[0].point, 2U);
    EXPECT_TRUE(live.ends()[0].unavailable);
}

} // namespace
} // namespace troika::test
