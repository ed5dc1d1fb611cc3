// SPDX-License-Identifier: GPL-3.0-or-later
// How the slices of saved logs are counted, on logs written by hand.
#include "run/rescued_trials.h"

#include "backend/backend_rig.h"
#include "run/rescue_folder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <troika/sample/sample_log.h>
#include <unistd.h>

namespace troika::test {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t running = 2;
constexpr std::uint64_t done = 3;

class RescuedTrialsTest : public ::testing::Test {
protected:
    RescuedTrialsTest() {
        fs::create_directories(m_folder);
        m_scenario = computation("serial", 4);
        m_scenario.contenders.push_back(m_scenario.contenders.front());
        m_scenario.contenders.back().label = "other";
        m_scenario.warmUpRounds = 1;
        m_scenario.rounds = 3;
    }
    ~RescuedTrialsTest() override { fs::remove_all(m_folder); }

    void passes(const std::string& lines) const { std::ofstream(m_folder / "passes") << lines; }
    /// The log of a contender whose slices are in these states, each begun at `begin` + 10 * place.
    void log(std::size_t contender, const std::vector<std::uint64_t>& states, std::int64_t begin,
             std::uint64_t tasks = 4) const {
        auto log = SampleLog::create(logFileIn(m_folder, contender), tasks,
                                     static_cast<std::uint64_t>(slicesPerTrial(m_scenario)));
        ASSERT_TRUE(log);
        for (std::uint64_t slice = 0; slice < states.size(); ++slice) {
            ASSERT_TRUE(log->prepare(slice));
            const std::int64_t at = begin + 10 * static_cast<std::int64_t>(slice);
            log->mark(slice) = {.begin = at, .end = 0, .admitted = tasks, .state = states[slice]};
            storeSample(log->slots(slice)[0], {.due = at, .end = at + 5});
        }
    }
    [[nodiscard]] std::vector<TrialRecord> rescued() const {
        return rescueTrials(m_folder, m_scenario);
    }
    /// "counted" of each slice.
    static std::vector<bool> counted(const TrialRecord& record) {
        std::vector<bool> all;
        for (const SliceRecord& slice : record.slices) all.push_back(slice.counted);
        return all;
    }

    fs::path m_folder = fs::temp_directory_path() / ("rescued-" + std::to_string(::getpid()));
    Scenario m_scenario;
};

constexpr const char* warmUp = R"({"slice":0,"round":0,"attempt":0,"warm_up":true})"
                               "\n";
constexpr const char* first = R"({"slice":1,"round":0,"attempt":0,"warm_up":false})"
                              "\n";
constexpr const char* repeat = R"({"slice":2,"round":0,"attempt":1,"warm_up":false})"
                               "\n";
constexpr const char* second = R"({"slice":3,"round":1,"attempt":0,"warm_up":false})"
                               "\n";

TEST_F(RescuedTrialsTest, what_is_done_counts_and_what_was_running_is_kept) {
    passes(std::string(warmUp) + first);
    log(0, {done, done}, 100);
    log(1, {done, running}, 95);
    const auto records = rescued();
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[0].label, "serial");
    EXPECT_EQ(records[1].label, "other");
    for (const TrialRecord& record : records) {
        EXPECT_EQ(record.status, TrialStatus::Cancelled);
        ASSERT_TRUE(record.reason);
        EXPECT_EQ(record.reason->code, "killed");
        ASSERT_EQ(record.slices.size(), 2U);
        EXPECT_TRUE(record.slices[0].warmUp);
        EXPECT_EQ(record.slices[1].samples.size(), 4U);
    }
    EXPECT_EQ(counted(records[0]), (std::vector<bool>{false, true}));
    EXPECT_EQ(counted(records[1]), (std::vector<bool>{false, false}));
    EXPECT_FALSE(records[0].slices[1].whyNot);
    EXPECT_EQ(records[1].slices[1].whyNot->en, "Troika was killed while it ran.");
    EXPECT_FALSE(records[1].slices[1].whyNot->ru.empty());
    EXPECT_EQ(records[0].slices[1].order, 1);
    EXPECT_EQ(records[1].slices[1].order, 0);
}

TEST_F(RescuedTrialsTest, a_repeat_counts_instead_of_what_it_repeats) {
    log(0, {done, done, done, done}, 100);
    log(1, {done, done, done, 1}, 105);
    for (const std::string& known :
         {std::string(warmUp) + first + repeat + second, std::string(warmUp) + first + repeat}) {
        passes(known);
        const auto records = rescued();
        ASSERT_GE(records[1].slices.size(), 3U);
        EXPECT_FALSE(records[1].slices[1].counted);
        EXPECT_TRUE(records[1].slices[1].whyNot);
        EXPECT_TRUE(records[1].slices[2].counted);
        EXPECT_EQ(records[1].slices[2].round, 0);
        EXPECT_EQ(records[1].slices[2].attempt, 1);
    }
}

TEST_F(RescuedTrialsTest, half_a_repeat_replaces_nothing) {
    passes(std::string(warmUp) + first + repeat);
    log(0, {done, done, done}, 100);
    log(1, {done, done, running}, 105);
    const auto records = rescued();
    EXPECT_EQ(counted(records[0]), (std::vector<bool>{false, true, false}));
    EXPECT_EQ(counted(records[1]), (std::vector<bool>{false, true, false}));
    EXPECT_TRUE(records[0].slices[2].whyNot);
}

TEST_F(RescuedTrialsTest, a_log_that_is_missing_or_foreign_gives_no_slices) {
    passes(std::string(warmUp) + first);
    log(1, {done, done}, 100, 5);
    for (const TrialRecord& record : rescued()) {
        EXPECT_EQ(record.status, TrialStatus::Cancelled);
        EXPECT_TRUE(record.slices.empty());
    }
    std::ofstream(logFileIn(m_folder, 0)) << "no log";
    EXPECT_TRUE(rescued().front().slices.empty());
}

TEST_F(RescuedTrialsTest, passes_are_read_as_far_as_they_are_whole) {
    log(0, {done, done}, 100);
    for (const char* const rest : {"", "{\"slice\":1,\"rou", "{\"slice\":-1}\n", "[]\n"}) {
        passes(std::string(warmUp) + rest);
        EXPECT_EQ(readPasses(m_folder, 0).size(), 1U) << rest;
        EXPECT_EQ(rescued().front().slices.size(), 1U) << rest;
    }
    passes(std::string(warmUp) + R"({"slice":999,"round":0,"attempt":0,"warm_up":false})");
    EXPECT_EQ(rescued().front().slices.size(), 1U) << "beyond the log";
    fs::remove(m_folder / "passes");
    EXPECT_TRUE(rescued().front().slices.empty());
}

} // namespace
} // namespace troika::test
