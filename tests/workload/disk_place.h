// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "test_loop.h"
#include "workload/step_work.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <unistd.h>
#include <vector>

namespace troika {

/// A directory of this test on a real disk (beside the test programs, not on a RAM file system);
/// gone afterwards.
class DiskPlace : public ::testing::Test {
protected:
    DiskPlace() {
        std::string name = TROIKA_BIN "/disk-test-XXXXXX";
        const char* const made = ::mkdtemp(name.data());
        EXPECT_NE(made, nullptr);
        m_directory = name;
    }
    ~DiskPlace() override { std::filesystem::remove_all(m_directory); }

    [[nodiscard]] const std::filesystem::path& directory() const { return m_directory; }
    [[nodiscard]] std::filesystem::path file() const { return m_directory / "data.bin"; }

    /// The declared defaults with a file of 1 MiB.
    [[nodiscard]] static Settings defaults() {
        Settings settings;
        for (const Setting& setting : diskKind().declaration.settings) {
            settings.set(setting.name, *setting.byDefault);
        }
        settings.set("file_size", 1048576.0);
        return settings;
    }
    [[nodiscard]] std::unique_ptr<StepWork> make(const Settings& settings) const {
        WorkPlace place;
        place.directory = m_directory;
        return diskKind().make(settings, place);
    }

    [[nodiscard]] std::string content() const {
        std::ifstream in(file(), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void overwrite(const std::string& bytes) const {
        std::ofstream(file(), std::ios::binary | std::ios::in | std::ios::out) << bytes;
    }

    /// Tasks 0 … count - 1 of round 1 one after the other on one lane.
    static std::vector<StepOutcome> blocking(BlockingStep& lane, std::uint32_t count) {
        std::vector<StepOutcome> outcomes;
        for (std::uint32_t task = 0; task < count; ++task) {
            outcomes.push_back(lane.perform({.seed = 3, .round = 1, .task = task}));
        }
        return outcomes;
    }

    /// The same all at once on one loop, lead-in and settling included.
    static std::vector<StepOutcome> async(AsyncStep& step, boost::asio::io_context& loop,
                                          std::uint32_t count) {
        return async(step, loop, count, [&] {
            loop.restart();
            loop.run();
        });
    }
    static std::vector<StepOutcome> async(AsyncStep& step, TestLoop& loop, std::uint32_t count) {
        return async(step, loop.loop(), count, [&] { loop.run(); });
    }

private:
    template <class Run>
    static std::vector<StepOutcome> async(AsyncStep& step, boost::asio::io_context& loop,
                                          std::uint32_t count, Run run) {
        std::vector<StepOutcome> outcomes(count, StepOutcome{Outcome::Empty, 0});
        const auto one = [&](std::uint32_t task) -> Async<void> {
            outcomes[task] = co_await step.perform({.seed = 3, .round = 1, .task = task});
        };
        const auto lead = [&]() -> Async<void> {
            const auto ready = co_await step.leadIn(count);
            EXPECT_TRUE(ready) << (ready ? "" : ready.error().text.en);
        };
        boost::asio::co_spawn(loop, lead(), boost::asio::detached);
        run();
        for (std::uint32_t task = 0; task < count; ++task) {
            boost::asio::co_spawn(loop, one(task), boost::asio::detached);
        }
        run();
        step.settle();
        return outcomes;
    }

    std::filesystem::path m_directory;
};

} // namespace troika
