// SPDX-License-Identifier: GPL-3.0-or-later
// What is special about async.uring; all else is in every_backend_test.cpp.
#include "backend/backend_rig.h"
#include "platform/io_uring.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <troika/origin/server.h>

namespace troika::test {
namespace {

class AsyncUring : public ::testing::Test {
protected:
    void SetUp() override {
        if (!ioUringAvailable()) GTEST_SKIP() << ioUringReason().en;
    }
};

std::vector<std::uint64_t> digestsOn(const std::string& backend, Scenario scenario,
                                     std::uint16_t port) {
    scenario.contenders.front() = computation(backend, 1).contenders.front();
    BackendRig rig(scenario, port);
    EXPECT_TRUE(rig.setUp());
    std::vector<std::uint64_t> digests;
    for (const std::uint64_t round : {0, 1}) {
        EXPECT_TRUE(rig.runSlice(round));
        for (const Sample& sample : rig.samples()) {
            EXPECT_EQ(sample.outcome, Outcome::Finished);
            digests.push_back(sample.digest);
        }
    }
    return digests;
}

TEST_F(AsyncUring, computations_on_other_threads_come_back_to_the_loop) {
    BackendRig rig(computation("async.uring", 500, {{"compute_threads", std::int64_t{2}}}));
    ASSERT_TRUE(rig.setUp());
    for (const std::uint64_t round : {0, 1, 2}) {
        ASSERT_TRUE(rig.runSlice(round));
        for (const Sample& sample : rig.samples()) EXPECT_EQ(sample.outcome, Outcome::Finished);
    }
}

TEST_F(AsyncUring, downloads_as_serial_does_over_kept_connections_and_new_ones) {
    auto origin = OriginServer::start({});
    ASSERT_TRUE(origin);
    for (const char* const connections : {"keep-alive", "per-task"}) {
        Scenario scenario = downloads("serial", 200, 0);
        scenario.workload.steps.front().settings.set("connections", std::string(connections));
        EXPECT_EQ(digestsOn("async.uring", scenario, origin->port()),
                  digestsOn("serial", scenario, origin->port()));
    }
}

TEST_F(AsyncUring, mixes_downloads_and_computations_on_threads) {
    auto origin = OriginServer::start({});
    ASSERT_TRUE(origin);
    Scenario scenario = downloads("async.uring", 200, 0);
    scenario.workload.steps.push_back(computation("serial", 1).workload.steps.front());
    const auto expected = digestsOn("serial", scenario, origin->port());
    EXPECT_EQ(digestsOn("async.uring", scenario, origin->port()), expected);
    scenario.contenders.front().settings.set("compute_threads", std::int64_t{2});
    BackendRig rig(scenario, origin->port());
    ASSERT_TRUE(rig.setUp() && rig.runSlice(0));
    const auto samples = rig.samples();
    EXPECT_TRUE(std::equal(
        samples.begin(), samples.end(), expected.begin(),
        [](const Sample& sample, std::uint64_t digest) { return sample.digest == digest; }));
}

} // namespace
} // namespace troika::test
