// SPDX-License-Identifier: GPL-3.0-or-later
#include "disk_rig.h"

#include <set>
#include <thread>
#include <xxhash.h>

namespace troika {
namespace {

class Disk : public DiskRig {};

TEST_F(Disk, EveryWayGivesEqualDigests) {
    for (const char* operation : {"read", "write"}) {
        for (const char* pattern : {"random", "sequential"}) {
            for (const char* cache : {"buffered", "dropped", "direct"}) {
                SCOPED_TRACE(with(operation, pattern, cache));
                Settings settings = defaults();
                settings.set("operation", std::string(operation));
                settings.set("pattern", std::string(pattern));
                settings.set("cache", std::string(cache));
                settings.set("blocks", std::int64_t{3});
                expectEqualWork(settings, 40);
            }
        }
    }
}

TEST_F(Disk, OddBlocksAreReadAndWrittenToo) {
    for (const char* operation : {"read", "write"}) {
        Settings settings = defaults();
        settings.set("operation", std::string(operation));
        settings.set("block", 5003.0);
        settings.set("blocks", std::int64_t{2});
        expectEqualWork(settings, 20);
    }
}

TEST_F(Disk, SyncedWritesFinish) {
    for (const char* operation : {"write", "append", "create"}) {
        Settings settings = defaults();
        settings.set("operation", std::string(operation));
        settings.set("sync", std::string("task"));
        settings.set("blocks", std::int64_t{2});
        expectEqualWork(settings, 6);
    }
}

TEST_F(Disk, MoreTasksThanBlocksMayShareThem) {
    Settings settings = defaults();
    settings.set("operation", std::string("write"));
    settings.set("file_size", 16384.0);
    expectEqualWork(settings, 100);
}

TEST_F(Disk, TheDigestIsOfTheBytesRead) {
    const auto work = make(defaults());
    setUp(*work);
    const std::string bytes = content();
    ASSERT_EQ(bytes.size(), 1048576U);
    const auto lane = work->blocking();
    ASSERT_TRUE(lane->leadIn());
    const DiskPlan plan = readDiskPlan(defaults(), directory());
    const auto outcomes = blocking(*lane, 10);
    lane->settle();
    std::set<std::uint64_t> digests;
    for (std::uint32_t task = 0; task < 10; ++task) {
        const auto offset = DiskPositions(plan, {.seed = 3, .round = 1, .task = task}).offset(0);
        EXPECT_EQ(outcomes[task].digest, XXH3_64bits(bytes.data() + offset, 4096));
        digests.insert(outcomes[task].digest);
    }
    EXPECT_EQ(digests.size(), 10U);
}

TEST_F(Disk, TheDigestIsOfTheBytesWritten) {
    Settings settings = defaults();
    settings.set("operation", std::string("write"));
    settings.set("blocks", std::int64_t{2});
    const auto work = make(settings);
    setUp(*work);
    const auto lane = work->blocking();
    ASSERT_TRUE(lane->leadIn());
    const auto outcomes = blocking(*lane, 10);
    lane->settle();
    ASSERT_TRUE(work->settle());
    const std::string bytes = content();
    const DiskPlan plan = readDiskPlan(settings, directory());
    for (std::uint32_t task = 0; task < 10; ++task) {
        const DiskPositions at(plan, {.seed = 3, .round = 1, .task = task});
        EXPECT_EQ(outcomes[task].digest,
                  foldDigest(XXH3_64bits(bytes.data() + at.offset(0), 4096),
                             XXH3_64bits(bytes.data() + at.offset(1), 4096)));
    }
}

TEST_F(Disk, WrongContentIsSeen) {
    const auto work = make(defaults());
    setUp(*work);
    overwrite(std::string(1048576, 'x'));
    const auto lane = work->blocking();
    ASSERT_TRUE(lane->leadIn());
    EXPECT_EQ(blocking(*lane, 1)[0].outcome, Outcome::Wrong);
    lane->settle();
    boost::asio::io_context loop;
    const auto step = work->async({loop.get_executor()});
    EXPECT_EQ(async(*step, loop, 1)[0].outcome, Outcome::Wrong);
}

TEST_F(Disk, ACutFileFailsTheTask) {
    const auto work = make(defaults());
    setUp(*work);
    std::filesystem::resize_file(file(), 0);
    const auto lane = work->blocking();
    ASSERT_TRUE(lane->leadIn());
    EXPECT_EQ(blocking(*lane, 1)[0].outcome, Outcome::Failed);
    lane->settle();
    boost::asio::io_context loop;
    for (const DiskMeans means : {DiskMeans::Pool, DiskMeans::IoUring}) {
        if (means == DiskMeans::IoUring && !ioUringAvailable()) continue;
        const auto step =
            makeDiskAsync(readDiskPlan(defaults(), directory()), {loop.get_executor()}, means);
        EXPECT_EQ(async(*step, loop, 1)[0].outcome, Outcome::Failed);
    }
}

TEST_F(Disk, MoreTasksAtOnceThanTheRingIsDeep) { expectEqualWork(defaults(), 200); }

TEST_F(Disk, LostWritesFailTheSlice) {
    Settings settings = defaults();
    settings.set("operation", std::string("write"));
    const auto work = make(settings);
    setUp(*work);
    const std::string fresh = content();
    const auto lane = work->blocking();
    ASSERT_TRUE(lane->leadIn());
    EXPECT_EQ(blocking(*lane, 5)[4].outcome, Outcome::Finished);
    overwrite(fresh); // As if nothing had been written.
    lane->settle();
    const auto settled = work->settle();
    ASSERT_FALSE(settled);
    EXPECT_EQ(settled.error().code, "disk-wrong");
    // Told once; the next slice is its own.
    EXPECT_TRUE(work->settle());
}

TEST_F(Disk, LanesShareTheFile) {
    Settings settings = defaults();
    settings.set("operation", std::string("write"));
    const auto work = make(settings);
    setUp(*work);
    std::vector<std::thread> threads;
    std::vector<Outcome> outcomes(64, Outcome::Empty);
    for (std::uint32_t thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&, thread] {
            const auto lane = work->blocking();
            if (!lane->leadIn()) return;
            for (std::uint32_t task = thread; task < 64; task += 4) {
                outcomes[task] = lane->perform({.seed = 1, .round = 2, .task = task}).outcome;
            }
            lane->settle();
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(outcomes, std::vector<Outcome>(64, Outcome::Finished));
    EXPECT_TRUE(work->settle());
}

TEST_F(Disk, ALaneLeadsInAgainForEachSlice) {
    const auto work = make(defaults());
    setUp(*work);
    const auto lane = work->blocking();
    boost::asio::io_context loop;
    const auto step = work->async({loop.get_executor()});
    for (int slice = 0; slice < 3; ++slice) {
        ASSERT_TRUE(lane->leadIn());
        EXPECT_EQ(blocking(*lane, 2)[1].outcome, Outcome::Finished);
        lane->settle();
        EXPECT_EQ(async(*step, loop, 2)[1].outcome, Outcome::Finished);
        ASSERT_TRUE(work->settle());
    }
}

TEST_F(Disk, ALoopThatGoesAwayInTheMiddleLeavesNothingBehind) {
    for (const auto& [operation, means] : {std::pair{"read", DiskMeans::Pool},
                                           {"read", DiskMeans::IoUring},
                                           {"create", DiskMeans::Pool},
                                           {"create", DiskMeans::IoUring}}) {
        Settings settings = defaults();
        settings.set("operation", std::string(operation));
        const DiskPlan plan = readDiskPlan(settings, directory());
        if (means == DiskMeans::IoUring && diskMeans(plan) != means) continue;
        setUp(*make(settings));
        boost::asio::io_context loop;
        const auto step = makeDiskAsync(plan, {loop.get_executor()}, means);
        ASSERT_EQ(async(*step, loop, 1)[0].outcome, Outcome::Finished);
        boost::asio::co_spawn(
            loop, [&]() -> Async<void> { (void)co_await step->leadIn(8); }, boost::asio::detached);
        for (std::uint32_t task = 0; task < 8; ++task) {
            boost::asio::co_spawn(
                loop, [&, task]() -> Async<void> { (void)co_await step->perform({.task = task}); },
                boost::asio::detached);
        }
        for (int i = 0; i < 10; ++i) loop.poll_one();
    }
}

TEST_F(Disk, NotesSayByWhatInBothLanguages) {
    Settings settings = defaults();
    settings.set("operation", std::string("write"));
    settings.set("sync", std::string("task"));
    const auto notes = make(settings)->asyncNotes();
    ASSERT_EQ(notes.size(), 1U);
    const bool ring = ioUringAvailable();
    EXPECT_NE(notes[0].en.find(ring ? "io_uring" : "pool of 4 threads"), std::string::npos);
    EXPECT_NE(notes[0].ru.find(ring ? "io_uring" : "пул из 4 потоков"), std::string::npos);
    EXPECT_EQ(ioUringReason().empty(), ring);
}

} // namespace
} // namespace troika
