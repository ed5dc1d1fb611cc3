// SPDX-License-Identifier: GPL-3.0-or-later
#include "disk_rig.h"
#include "workload/disk_blocks.h"

#include <cerrno>
#include <functional>
#include <span>

namespace troika {
namespace {

/// What grows within a slice: a file that is appended to, and new files.
class DiskGrows : public DiskRig {};

TEST_F(DiskGrows, EveryWayAppendsAndCreatesTheSame) {
    for (const char* operation : {"append", "create"}) {
        for (const double block : {4096.0, 5003.0, 512.0}) {
            SCOPED_TRACE(with(operation, "", std::to_string(block).c_str()));
            Settings settings = defaults();
            settings.set("operation", std::string(operation));
            settings.set("block", block);
            settings.set("blocks", std::int64_t{3});
            expectEqualWork(settings, 70);
        }
    }
}

TEST_F(DiskGrows, EveryWayAppendsDirectly) {
    Settings settings = defaults();
    settings.set("operation", std::string("append"));
    settings.set("cache", std::string("direct"));
    expectEqualWork(settings, 40);
}

TEST_F(DiskGrows, LanesAppendToOneFileThatIsEmptiedAfterwards) {
    Settings settings = defaults();
    settings.set("operation", std::string("append"));
    settings.set("blocks", std::int64_t{2});
    const auto work = make(settings);
    setUp(*work);
    EXPECT_EQ(std::filesystem::file_size(file()), 0U);
    const auto first = work->blocking();
    const auto second = work->blocking();
    ASSERT_TRUE(first->leadIn());
    ASSERT_TRUE(second->leadIn());
    for (std::uint32_t task = 0; task < 20; ++task) {
        const auto& lane = task % 3 == 0 ? first : second;
        EXPECT_EQ(lane->perform({.seed = 3, .round = 1, .task = task}).outcome, Outcome::Finished);
    }
    // Whole blocks, in the order in which they were appended.
    const std::string bytes = content();
    ASSERT_EQ(bytes.size(), 20U * 2 * 4096);
    for (std::uint32_t i = 0; i < 40; ++i) {
        const std::span block(bytes.data() + std::size_t{i} * 4096, 4096);
        EXPECT_TRUE(isBlockOf(std::as_bytes(block), {.seed = 3, .round = 1, .task = i / 2}, i % 2));
    }
    first->settle();
    second->settle();
    ASSERT_TRUE(work->settle());
    EXPECT_EQ(std::filesystem::file_size(file()), 0U);
}

TEST_F(DiskGrows, LostOrSpoiltAppendsFailTheSlice) {
    Settings settings = defaults();
    settings.set("operation", std::string("append"));
    const auto work = make(settings);
    setUp(*work);
    const auto lane = work->blocking();
    const auto spoilt = [&](const std::function<void()>& spoil) {
        EXPECT_TRUE(lane->leadIn());
        blocking(*lane, 8);
        spoil();
        lane->settle();
        return !work->settle();
    };
    EXPECT_FALSE(spoilt([] {}));
    EXPECT_TRUE(spoilt([this] { std::filesystem::resize_file(file(), 7UL * 4096); }));
    EXPECT_TRUE(work->settle()); // Told once; and the file is empty again.
    EXPECT_TRUE(spoilt([this] { overwrite(std::string(4096, 'x')); }));
    EXPECT_TRUE(work->settle());
    // A torn block (of a worker that was killed): who can tell where the others are?
    EXPECT_FALSE(spoilt([this] { std::ofstream(file(), std::ios::app) << "torn"; }));
}

/// The files below the tree that tasks' files come into.
std::vector<std::filesystem::path> filesIn(const std::filesystem::path& directory) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    return files;
}

TEST_F(DiskGrows, CreatedFilesAreThereUntilTheSliceIsOver) {
    Settings settings = defaults();
    settings.set("operation", std::string("create"));
    settings.set("block", 700.0);
    settings.set("blocks", std::int64_t{4});
    const auto work = make(settings);
    setUp(*work);
    const auto lane = work->blocking();
    for (int slice = 0; slice < 2; ++slice) {
        ASSERT_TRUE(lane->leadIn());
        EXPECT_EQ(blocking(*lane, 100)[99].outcome, Outcome::Finished);
        EXPECT_EQ(blocking(*lane, 1)[0].outcome, Outcome::Finished); // Tried again.
        EXPECT_EQ(filesIn(directory()).size(), 400U);
        for (const auto& file : filesIn(directory())) {
            EXPECT_EQ(std::filesystem::file_size(file), 700U);
        }
        lane->settle();
        ASSERT_TRUE(work->settle());
        EXPECT_TRUE(filesIn(directory()).empty());
    }
}

TEST_F(DiskGrows, LostOrSpoiltFilesFailTheSlice) {
    Settings settings = defaults();
    settings.set("operation", std::string("create"));
    const auto work = make(settings);
    setUp(*work);
    const auto lane = work->blocking();
    const auto spoilt = [&](const std::function<void(const std::filesystem::path&)>& spoil) {
        EXPECT_TRUE(lane->leadIn());
        blocking(*lane, 1);
        spoil(filesIn(directory()).at(0));
        lane->settle();
        const bool isSeen = !work->settle();
        EXPECT_TRUE(work->settle());
        return isSeen;
    };
    EXPECT_FALSE(spoilt([](const auto&) {}));
    EXPECT_TRUE(spoilt([](const auto& file) { std::filesystem::remove(file); }));
    EXPECT_TRUE(spoilt([](const auto& file) { std::filesystem::resize_file(file, 4097); }));
    EXPECT_TRUE(spoilt([](const auto& file) { std::ofstream(file) << std::string(4096, 'x'); }));
}

TEST_F(DiskGrows, WithoutItsTreeATaskFailsWithTheReason) {
    Settings settings = defaults();
    settings.set("operation", std::string("create"));
    const auto work = make(settings);
    setUp(*work);
    std::filesystem::remove_all(directory() / "files");
    const auto lane = work->blocking();
    ASSERT_TRUE(lane->leadIn());
    const StepOutcome failed = blocking(*lane, 1)[0];
    EXPECT_EQ(failed.outcome, Outcome::Failed);
    EXPECT_EQ(failed.digest, static_cast<std::uint64_t>(ENOENT));
    boost::asio::io_context loop;
    for (const DiskMeans means : {DiskMeans::Pool, DiskMeans::IoUring}) {
        if (means == DiskMeans::IoUring && !ioUringMakesDirectories()) continue;
        const auto step =
            makeDiskAsync(readDiskPlan(settings, directory()), {loop.get_executor()}, means);
        EXPECT_EQ(async(*step, loop, 1)[0].digest, static_cast<std::uint64_t>(ENOENT));
    }
}

} // namespace
} // namespace troika
