// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that are killed, with real guards; and what stands in their folder meanwhile.
#include <troika/run/rescue.h>

#include "backend/backend_rig.h"
#include "platform/living_folder.h"
#include "support/leftovers.h"
#include "support/sentences.h"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <sys/wait.h>
#include <troika/backend/catalogue.h>
#include <troika/result/file.h>
#include <troika/run/run.h>
#include <unistd.h>

namespace troika::test {
namespace {

namespace fs = std::filesystem;

Scenario raceOf(const std::vector<std::string>& backends, std::int64_t tasks) {
    Scenario scenario = computation(backends.front(), tasks);
    scenario.contenders.clear();
    for (const std::string& backend : backends) {
        Contender contender = computation(backend, tasks).contenders.front();
        contender.label += "." + std::to_string(scenario.contenders.size());
        scenario.contenders.push_back(std::move(contender));
    }
    scenario.baseline = scenario.contenders.front().label;
    scenario.rounds = 6;
    scenario.warmUpRounds = 1;
    return scenario;
}

/// Two fakes, of which the second stays for ever in the middle of its fourth slice: round 2.
Scenario stuckRace() {
    Scenario scenario = raceOf({"fake", "fake"}, 40);
    scenario.contenders.back().settings.set("hang_in_slice", std::int64_t{4});
    return scenario;
}

/// In the middle of the fourth slice.
bool halfWay(const SampleLog& log) {
    const auto samples = log.samples(3);
    return samples.size() > 19 && samples[19].outcome == Outcome::Finished;
}

bool twoRoundsDone(const SampleLog& log) {
    constexpr std::uint64_t done = 3;
    return log.mark(2).state == done;
}

std::vector<fs::path> foldersIn(const fs::path& folder, const std::string& prefix = "") {
    std::vector<fs::path> found;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        if (entry.path().filename().string().starts_with(prefix)) found.push_back(entry.path());
    }
    return found;
}

class RescueTest : public ::testing::Test {
protected:
    ~RescueTest() override { removeFolder(m_folder); }

    /// Runs the scenario in a process of its own, and kills that once the second contender's log
    /// is as `wanted`; what it left, when its guards are done.
    fs::path killed(const Scenario& scenario, bool (*wanted)(const SampleLog&)) {
        const pid_t application = ::fork();
        if (application == 0) {
            (void)runScenario(scenario, {.rescue = m_folder}, {}, {});
            ::_exit(0);
        }
        const std::string prefix = "troika-" + std::to_string(application) + "-";
        EXPECT_TRUE(within(std::chrono::seconds(30), [&] {
            for (const fs::path& folder : foldersIn("/dev/shm", prefix)) {
                const auto log = SampleLog::open(folder / "1" / "log");
                if (log && wanted(*log)) return true;
            }
            return false;
        }));
        EXPECT_TRUE(rescuable(m_folder).empty()) << "its owner lives";
        std::vector<pid_t> guarded;
        for (const pid_t guard : childrenOf(application)) {
            for (const pid_t process : descendantsOf(guard)) guarded.push_back(process);
        }
        EXPECT_GE(guarded.size(), scenario.contenders.size());
        ::kill(application, SIGKILL);
        ::waitpid(application, nullptr, 0);
        EXPECT_TRUE(within(std::chrono::seconds(10), [&] { return !rescuable(m_folder).empty(); }));
        EXPECT_TRUE(foldersIn("/dev/shm", prefix).empty());
        expectGone(guarded);
        const auto left = rescuable(m_folder);
        return left.size() == 1 ? left.front() : fs::path();
    }

    fs::path m_folder = fs::temp_directory_path() / ("rescue-" + std::to_string(::getpid()));
};

TEST_F(RescueTest, a_killed_run_can_be_opened) {
    const fs::path left = killed(stuckRace(), halfWay);
    const auto run = rescue(left);
    ASSERT_TRUE(run) << run.error().text.en;
    EXPECT_EQ(run->result.status, RunStatus::Cancelled);
    EXPECT_EQ(run->result.id, left.filename());
    EXPECT_EQ(run->result.scenario, stuckRace());
    EXPECT_FALSE(run->result.started.empty());
    EXPECT_FALSE(run->result.environment.empty());
    EXPECT_GT(run->result.seconds, 0);
    ASSERT_EQ(run->result.points.size(), 1U);
    const PointResult& point = run->result.points.front();
    const ContenderResult* stuck = point.contender("fake.1");
    ASSERT_NE(stuck, nullptr);
    EXPECT_EQ(stuck->status, TrialStatus::Cancelled);
    EXPECT_EQ(stuck->tasks.finished, 2U * 40U) << "two rounds were whole";
    EXPECT_NEAR(stuck->throughput.median.value_or(0), 1'000, 1e-6);
    ASSERT_EQ(stuck->slices.size(), 3U);
    EXPECT_FALSE(stuck->slices.back().counted);
    ASSERT_TRUE(stuck->slices.back().whyNot);
    expectSentences(*stuck->slices.back().whyNot);
    const auto& slices = run->samples.at(0).contenders.at(1).slices;
    ASSERT_EQ(slices.size(), 4U);
    EXPECT_TRUE(slices.front().warmUp);
    EXPECT_EQ(slices.back().samples.at(19).outcome, Outcome::Finished) << "half a slice is kept";
    EXPECT_EQ(slices.back().samples.at(20).outcome, Outcome::Empty);
    EXPECT_GE(point.contender("fake.0")->tasks.finished, 2U * 40U);
    EXPECT_EQ(point.contender("fake.0")->digest.size(), 16U);
    bool doubted = false;
    for (const Doubt& doubt : point.doubts) doubted |= doubt.kind == "killed";
    EXPECT_TRUE(doubted);
    removeRescued(left);
    EXPECT_TRUE(rescuable(m_folder).empty());
    EXPECT_TRUE(foldersIn(m_folder).empty());
}

TEST_F(RescueTest, what_was_rescued_is_written_and_read_like_any_result) {
    const auto run = rescue(killed(stuckRace(), halfWay));
    ASSERT_TRUE(run) << run.error().text.en;
    const fs::path file = m_folder / "rescued.troika";
    ASSERT_TRUE(writeResult(file, *run, catalogue()));
    const auto read = readResult(file, catalogue());
    ASSERT_TRUE(read) << read.error().text.en;
    EXPECT_EQ(*read, *run);
}

TEST_F(RescueTest, real_backends_are_rescued_in_mid_race) {
    Scenario scenario = raceOf({"thread.pool", "process.pool"}, 500);
    const auto run = rescue(killed(scenario, twoRoundsDone));
    ASSERT_TRUE(run) << run.error().text.en;
    for (const ContenderResult& contender : run->result.points.front().contenders) {
        EXPECT_EQ(contender.status, TrialStatus::Cancelled) << contender.label;
        EXPECT_GE(contender.tasks.finished, 500U) << contender.label;
        EXPECT_EQ(contender.tasks.dropped, 0U) << contender.label;
    }
}

TEST_F(RescueTest, a_killed_sweep_has_all_its_points) {
    Scenario scenario = stuckRace();
    Sweep sweep;
    sweep.path = "backends[fake.0].service";
    sweep.unit = Unit::Seconds;
    sweep.values = {1e-3, 2e-3};
    scenario.sweep = {sweep};
    const auto run = rescue(killed(scenario, twoRoundsDone));
    ASSERT_TRUE(run) << run.error().text.en;
    EXPECT_EQ(run->result.scenario, scenario);
    ASSERT_EQ(run->result.points.size(), 2U);
    for (const PointResult& point : run->result.points) {
        EXPECT_EQ(point.parameters.size(), 1U);
        EXPECT_GE(point.contender("fake.0")->tasks.finished, 40U);
        EXPECT_EQ(point.contender("fake.0")->status, TrialStatus::Cancelled);
    }
    EXPECT_NEAR(run->result.points[1].contender("fake.0")->throughput.median.value_or(0), 500,
                1e-6);
    ASSERT_FALSE(run->result.doubts.empty());
    EXPECT_EQ(run->result.doubts.front().kind, "killed");
}

TEST_F(RescueTest, blocks_that_were_over_are_rescued_too) {
    Scenario scenario = raceOf({"fake", "fake"}, 40);
    Sweep sweep;
    sweep.path = "backends[fake.1].hang_in_slice";
    sweep.values = {0, 4};
    scenario.sweep = {sweep};
    MachineLimits limits;
    limits.descriptors = 64 + 3 * 8;
    const pid_t application = ::fork();
    if (application == 0) {
        (void)runScenario(scenario, {.rescue = m_folder, .limits = limits}, {}, {});
        ::_exit(0);
    }
    // Two trials and their three launches each come before those of the second block.
    const std::string prefix = "troika-" + std::to_string(application) + "-";
    EXPECT_TRUE(within(std::chrono::seconds(30), [&] {
        for (const fs::path& folder : foldersIn("/dev/shm", prefix)) {
            for (const fs::path& trial : foldersIn(folder)) {
                const auto log = SampleLog::open(trial / "log");
                const bool isNext = log && trial.filename() != "0" && trial.filename() != "1";
                if (isNext && log->slices() > 4 && halfWay(*log)) return true;
            }
        }
        return false;
    }));
    ::kill(application, SIGKILL);
    ::waitpid(application, nullptr, 0);
    ASSERT_TRUE(within(std::chrono::seconds(10), [&] { return !rescuable(m_folder).empty(); }));
    const auto run = rescue(rescuable(m_folder).front());
    ASSERT_TRUE(run) << run.error().text.en;
    ASSERT_EQ(run->result.points.size(), 2U);
    EXPECT_EQ(run->result.points[0].contender("fake.1")->tasks.finished, 6U * 40U);
    EXPECT_GE(run->result.points[1].contender("fake.1")->tasks.finished, 40U);
}

TEST_F(RescueTest, a_contender_whose_log_is_missing_has_no_samples) {
    const fs::path left = killed(stuckRace(), halfWay);
    fs::remove(left / "1.log");
    const auto run = rescue(left);
    ASSERT_TRUE(run) << run.error().text.en;
    const ContenderResult* missing = run->result.points.front().contender("fake.1");
    ASSERT_NE(missing, nullptr);
    EXPECT_EQ(missing->status, TrialStatus::Cancelled);
    EXPECT_TRUE(missing->slices.empty());
    fs::remove(left / "0.log");
    const auto nothing = rescue(left);
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.error().code, "nothing-to-rescue");
    expectSentences(nothing.error().text);
}

TEST_F(RescueTest, a_damaged_or_missing_run_file_is_a_failure) {
    const fs::path left = killed(stuckRace(), halfWay);
    fs::resize_file(left / "run.json", fs::file_size(left / "run.json") / 2);
    const auto damaged = rescue(left);
    ASSERT_FALSE(damaged);
    EXPECT_EQ(damaged.error().code, "result-damaged");
    fs::remove(left / "run.json");
    const auto missing = rescue(left);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, "result-unreadable");
}

TEST_F(RescueTest, the_folder_stands_before_the_first_slice_and_goes_with_the_run) {
    for (const bool cancelled : {false, true}) {
        std::stop_source source;
        int slices = 0;
        const auto watch = [&](const Progress& progress) {
            if (progress.phase != Progress::Phase::WarmUp) return;
            ++slices;
            const auto folders = foldersIn(m_folder);
            ASSERT_EQ(folders.size(), 1U);
            EXPECT_TRUE(isLiving(folders.front()));
            EXPECT_TRUE(fs::exists(folders.front() / "run.json"));
            EXPECT_TRUE(rescuable(m_folder).empty());
            removeRescued(folders.front());
            EXPECT_TRUE(fs::exists(folders.front() / "run.json"));
            if (cancelled) source.request_stop();
        };
        const auto run = runScenario(raceOf({"fake", "fake"}, 40), {.rescue = m_folder}, watch,
                                     source.get_token());
        ASSERT_TRUE(run);
        EXPECT_EQ(run->result.status, cancelled ? RunStatus::Cancelled : RunStatus::Finished);
        EXPECT_GT(slices, 0);
        EXPECT_TRUE(foldersIn(m_folder).empty());
    }
}

TEST_F(RescueTest, a_trial_that_dies_leaves_nothing_once_the_run_has_ended) {
    Scenario scenario = stuckRace();
    scenario.contenders.back().settings.set("hang_in_slice", std::int64_t{0});
    scenario.contenders.back().settings.set("die_in_slice", std::int64_t{3});
    const auto run = runScenario(scenario, {.rescue = m_folder}, {}, {});
    ASSERT_TRUE(run);
    EXPECT_EQ(run->result.points.front().contender("fake.1")->reason->code, "runner-killed");
    EXPECT_TRUE(foldersIn(m_folder).empty());
}

TEST_F(RescueTest, a_run_goes_on_where_no_folder_can_be_made) {
    const auto run = runScenario(raceOf({"fake", "fake"}, 40), {.rescue = "/proc/nothing"}, {}, {});
    ASSERT_TRUE(run);
    EXPECT_EQ(run->result.status, RunStatus::Finished);
}

TEST_F(RescueTest, what_is_no_run_is_not_rescuable) {
    EXPECT_TRUE(rescuable(m_folder).empty());
    fs::create_directories(m_folder / "mine");
    fs::create_directories(m_folder / "0123456789abcdef");
    std::ofstream(m_folder / std::string(32, '0')) << "a file";
    EXPECT_TRUE(rescuable(m_folder).empty());
    fs::create_directories(m_folder / std::string(32, 'a'));
    EXPECT_EQ(rescuable(m_folder).size(), 1U) << "a run that had not begun";
    EXPECT_FALSE(rescue(rescuable(m_folder).front()));
    removeRescued(rescuable(m_folder).front());
    EXPECT_TRUE(rescuable(m_folder).empty());
}

} // namespace
} // namespace troika::test
