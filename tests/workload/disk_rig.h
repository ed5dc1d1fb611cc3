// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "disk_place.h"
#include "platform/io_uring.h"
#include "workload/disk_lanes.h"

#include <string>
#include <vector>

namespace troika {

/// Everything that has to hold for both means of a loop and for blocking lanes.
class DiskRig : public DiskPlace {
protected:
    /// Outcomes of `count` tasks on a lane of blocking calls, by the pool, by io_uring beside a
    /// loop and as the loop itself, in this order; a file made anew for each.
    std::vector<std::vector<StepOutcome>> everyWay(const Settings& settings, std::uint32_t count) {
        std::vector<std::vector<StepOutcome>> all;
        const auto work = make(settings);
        setUp(*work);
        const auto lane = work->blocking();
        EXPECT_TRUE(lane->leadIn());
        all.push_back(blocking(*lane, count));
        lane->settle();
        EXPECT_TRUE(work->settle());
        std::vector<DiskMeans> means{DiskMeans::Pool};
        const DiskMeans best = diskMeans(readDiskPlan(settings, directory()));
        if (best == DiskMeans::IoUring) means.push_back(best);
        for (const DiskMeans mean : means) {
            setUp(*work);
            boost::asio::io_context loop;
            const auto step =
                makeDiskAsync(readDiskPlan(settings, directory()), {loop.get_executor()}, mean);
            all.push_back(async(*step, loop, count));
            EXPECT_TRUE(work->settle());
        }
        if (best == DiskMeans::IoUring) {
            setUp(*work);
            TestLoop loop(LoopMeans::Ring);
            const auto step = work->async(loop.place());
            all.push_back(async(*step, loop, count));
            EXPECT_TRUE(work->settle());
        }
        return all;
    }

    static void setUp(StepWork& work) {
        const auto ready = work.setUp();
        ASSERT_TRUE(ready) << ready.error().text.en;
    }

    void expectEqualWork(const Settings& settings, std::uint32_t count) {
        const auto all = everyWay(settings, count);
        for (const auto& outcomes : all) {
            ASSERT_EQ(outcomes.size(), count);
            for (std::uint32_t task = 0; task < count; ++task) {
                ASSERT_EQ(outcomes[task].outcome, Outcome::Finished);
                ASSERT_EQ(outcomes[task].digest, all[0][task].digest);
            }
        }
    }

    static std::string with(const char* operation, const char* pattern, const char* cache) {
        return std::string(operation) + " " + pattern + " " + cache;
    }
};

} // namespace troika
