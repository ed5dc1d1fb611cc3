// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/download_plan.h"
#include "workload/download_rig.h"

#include "origin/bodies.h"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/post.hpp>
#include <chrono>
#include <gtest/gtest.h>
#include <optional>
#include <set>
#include <thread>
#include <troika/origin/server.h>

namespace troika {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

class Download : public testing::Test {
protected:
    Download() {
        auto server = OriginServer::start();
        EXPECT_TRUE(server.has_value());
        m_origin.emplace(std::move(*server));
    }
    [[nodiscard]] std::uint16_t port() const { return m_origin->port(); }

    std::optional<OriginServer> m_origin;
};

TEST_F(Download, VerifiesBodiesOfEverySizeBothWays) {
    for (const double size : {0.0, 1.0, 1024.0, 102'400.0, 3'145'728.0}) {
        const Settings settings = downloadSettings(size);
        const auto work = makeDownloads(settings, port());
        ASSERT_TRUE(work->setUp().has_value());
        const DownloadPlan plan(settings, port(), 1s);
        const auto outcomes = downloadBothWays(*work, 20);
        for (std::uint32_t i = 0; i < outcomes.size(); ++i) {
            EXPECT_EQ(outcomes[i].outcome, Outcome::Finished) << size;
            EXPECT_EQ(outcomes[i].digest,
                      bodyDigest(plan.request(downloadTask(i)).variant, plan.size));
        }
    }
}

TEST_F(Download, WorksWithMoreTasksThanConnectionsWerePrepared) {
    const auto work = makeDownloads(downloadSettings(1000), port());
    for (const LoopMeans means : loopMeans()) {
        for (const StepOutcome& outcome : downloadAsync(*work, 300, 3, means)) {
            EXPECT_EQ(outcome.outcome, Outcome::Finished);
        }
    }
}

TEST_F(Download, OpensAConnectionForEachTask) {
    Settings settings = downloadSettings(1000);
    settings.set("connections", std::string("per-task"));
    for (const StepOutcome& outcome : downloadBothWays(*makeDownloads(settings, port()), 50)) {
        EXPECT_EQ(outcome.outcome, Outcome::Finished);
    }
}

TEST_F(Download, WaitsForTheServersDelay) {
    Settings settings = downloadSettings(10);
    settings.set("delay", Delay{Delay::Distribution::Fixed, 0.03, 0});
    const auto work = makeDownloads(settings, port());
    auto start = Clock::now();
    EXPECT_EQ(downloadBlocking(*work, 3).back().outcome, Outcome::Finished);
    EXPECT_GE(Clock::now() - start, 90ms);
    start = Clock::now();
    EXPECT_EQ(downloadAsync(*work, 3, 3).back().outcome, Outcome::Finished);
    EXPECT_GE(Clock::now() - start, 30ms);
}

TEST_F(Download, KeepsToTheBandwidthOfAConnection) {
    Settings settings = downloadSettings(100'000);
    settings.set("bandwidth", 1e6);
    const auto start = Clock::now();
    EXPECT_EQ(downloadBothWays(*makeDownloads(settings, port()), 1)[0].outcome, Outcome::Finished);
    EXPECT_GE(Clock::now() - start, 200ms); // Several times 100 ms.
}

TEST_F(Download, RefusesTheShareThatIsAskedForAndTheSameTasksBothWays) {
    Settings settings = downloadSettings(100);
    settings.set("failures", 0.25);
    const DownloadPlan plan(settings, port(), 1s);
    const auto outcomes = downloadBothWays(*makeDownloads(settings, port()), 400);
    int refused = 0;
    for (std::uint32_t i = 0; i < outcomes.size(); ++i) {
        const bool asked = plan.request(downloadTask(i)).status == 503;
        EXPECT_EQ(outcomes[i].outcome, asked ? Outcome::Refused : Outcome::Finished);
        EXPECT_EQ(outcomes[i].digest == 0, asked);
        refused += asked ? 1 : 0;
    }
    EXPECT_GT(refused, 60);
    EXPECT_LT(refused, 140);
}

TEST_F(Download, CutsTheShareThatIsAskedForAndTheSameTasksBothWays) {
    for (const double size : {0.0, 1.0, 100.0, 300'000.0}) {
        Settings settings = downloadSettings(size);
        settings.set("drops", 0.25);
        settings.set("failures", 0.25);
        const DownloadPlan plan(settings, port(), 1s);
        // One after the other over one connection, which is opened anew after each drop.
        const auto outcomes = downloadBothWays(*makeDownloads(settings, port()), 200);
        int cut = 0;
        int refused = 0;
        for (std::uint32_t i = 0; i < outcomes.size(); ++i) {
            const OriginRequest request = plan.request(downloadTask(i));
            EXPECT_FALSE(request.cut && request.status != 200);
            const bool asked = request.cut || request.status == 503;
            EXPECT_EQ(outcomes[i].outcome, asked ? Outcome::Refused : Outcome::Finished);
            EXPECT_EQ(outcomes[i].digest == 0, asked);
            cut += request.cut ? 1 : 0;
            refused += request.status == 503 ? 1 : 0;
        }
        EXPECT_GT(cut, 20);
        EXPECT_GT(refused, 25);
    }
}

TEST_F(Download, WaitsOutAStallOfTheServerBothWays) {
    Settings settings = downloadSettings(1000);
    settings.set("stalls", TimeWindows{{0, 0.12}, {60, 60}});
    const auto work = makeDownloads(settings, port());
    for (const bool async : {false, true}) {
        const auto begin = Clock::now();
        ASSERT_TRUE(work->begin(begin.time_since_epoch().count()));
        const auto outcomes = async ? downloadAsync(*work, 5, 5) : downloadBlocking(*work, 2);
        for (const StepOutcome& outcome : outcomes) EXPECT_EQ(outcome.outcome, Outcome::Finished);
        EXPECT_GE(Clock::now() - begin, 120ms);
        EXPECT_LT(Clock::now() - begin, 30s);
        ASSERT_TRUE(work->settle());
    }
}

TEST_F(Download, AStallThatOutlastsTheTimeoutTimesOut) {
    Settings settings = downloadSettings(1000);
    settings.set("stalls", TimeWindows{{0, 60}});
    const auto work = makeDownloads(settings, port(), 120ms);
    ASSERT_TRUE(work->begin(Clock::now().time_since_epoch().count()));
    for (const StepOutcome& outcome : downloadBothWays(*work, 2)) {
        EXPECT_EQ(outcome.outcome, Outcome::TimedOut);
    }
    ASSERT_TRUE(work->settle());
    EXPECT_EQ(downloadBothWays(*work, 1)[0].outcome, Outcome::Finished); // It is over.
}

TEST_F(Download, TellsNobodyOfStallsWhereNobodyListens) {
    Settings settings = downloadSettings(1000);
    settings.set("stalls", TimeWindows{{1, 1}});
    const auto work = makeDownloads(settings, port());
    m_origin.reset();
    EXPECT_EQ(work->begin(0).error().code, "origin-unreachable");
}

/// How many of `count` delayed downloads that share `pool` connections are under way at once: told
/// by how long they take.
TEST_F(Download, TasksOfALoopQueueForTheConnectionsOfThePool) {
    Settings settings = downloadSettings(1000);
    settings.set("delay", Delay{Delay::Distribution::Fixed, 0.02, 0});
    settings.set("pool", std::int64_t{3});
    const auto work = makeDownloads(settings, port());
    const auto start = Clock::now();
    for (const StepOutcome& outcome : downloadAsync(*work, 12, 12)) {
        EXPECT_EQ(outcome.outcome, Outcome::Finished);
    }
    EXPECT_GE(Clock::now() - start, 80ms); // Four at least, one after the other.
}

TEST_F(Download, ThePoolLastsThroughDropsAndFailures) {
    Settings settings = downloadSettings(20'000);
    settings.set("drops", 0.3);
    settings.set("failures", 0.2);
    settings.set("pool", std::int64_t{2});
    std::set<Outcome> seen;
    for (const StepOutcome& outcome : downloadBothWays(*makeDownloads(settings, port()), 200)) {
        seen.insert(outcome.outcome);
    }
    EXPECT_EQ(seen, (std::set<Outcome>{Outcome::Finished, Outcome::Refused}));
}

TEST_F(Download, WhoWaitsForAConnectionLongerThanTheTimeoutGivesUp) {
    Settings settings = downloadSettings(1000);
    settings.set("delay", Delay{Delay::Distribution::Fixed, 30, 0});
    settings.set("pool", std::int64_t{1});
    const auto start = Clock::now();
    for (const StepOutcome& outcome :
         downloadAsync(*makeDownloads(settings, port(), 150ms), 50, 50)) {
        EXPECT_EQ(outcome.outcome, Outcome::TimedOut);
    }
    EXPECT_LT(Clock::now() - start, 7s); // Not fifty times 150 ms.
}

TEST_F(Download, DrawsTheSameForATaskAndOthersForAnother) {
    Settings settings = downloadSettings(100);
    settings.set("delay", Delay{Delay::Distribution::Exponential, 0.01, 0});
    const DownloadPlan plan(settings, port(), 1s);
    std::set<std::int64_t> delays;
    std::set<std::uint32_t> variants;
    for (std::uint32_t task = 0; task < 200; ++task) {
        const OriginRequest request = plan.request(downloadTask(task));
        EXPECT_EQ(request, plan.request(downloadTask(task)));
        delays.insert(request.delay.count());
        variants.insert(request.variant);
    }
    EXPECT_GT(delays.size(), 190U);
    EXPECT_EQ(variants.size(), bodyVariants);
}

TEST_F(Download, EndsWhatTakesLongerThanTheTimeout) {
    Settings settings = downloadSettings(1000);
    settings.set("delay", Delay{Delay::Distribution::Fixed, 30, 0});
    const auto start = Clock::now();
    for (const StepOutcome& outcome :
         downloadBothWays(*makeDownloads(settings, port(), 120ms), 2)) {
        EXPECT_EQ(outcome.outcome, Outcome::TimedOut);
        EXPECT_EQ(outcome.digest, 0U);
    }
    EXPECT_GE(Clock::now() - start, 360ms); // Twice in a row, then both at once, on each loop.
    EXPECT_LT(Clock::now() - start, 20s);
}

TEST_F(Download, EndsABodyThatTricklesLongerThanTheTimeout) {
    Settings settings = downloadSettings(1'000'000);
    settings.set("bandwidth", 10'000.0);
    const auto outcomes = downloadBothWays(*makeDownloads(settings, port(), 150ms), 1);
    EXPECT_EQ(outcomes[0].outcome, Outcome::TimedOut);
}

TEST_F(Download, FailsWhenTheOriginDiesInTheMiddle) {
    Settings settings = downloadSettings(50'000'000);
    settings.set("bandwidth", 1e6);
    const auto work = makeDownloads(settings, port());
    const auto blocking = work->blocking();
    ASSERT_TRUE(blocking->leadIn().has_value());
    StepOutcome outcome;
    std::jthread lane([&] { outcome = blocking->perform(downloadTask(0)); });
    std::vector<StepOutcome> others;
    std::jthread loop([&] { others = downloadAsync(*work, 5, 5); });
    std::vector<StepOutcome> ringed;
    std::jthread ring([&] { ringed = downloadAsync(*work, 5, 5, loopMeans().back()); });
    std::this_thread::sleep_for(100ms); // Long enough to be under way, of the 50 s that it takes.
    m_origin.reset();
    lane.join();
    loop.join();
    ring.join();
    others.insert(others.end(), ringed.begin(), ringed.end());
    EXPECT_EQ(outcome.outcome, Outcome::Failed);
    for (const StepOutcome& other : others) EXPECT_EQ(other.outcome, Outcome::Failed);
    EXPECT_EQ(blocking->perform(downloadTask(1)).outcome, Outcome::Failed); // Nobody listens.
}

TEST_F(Download, SaysThatNobodyListens) {
    const auto work = makeDownloads(downloadSettings(10), port());
    m_origin.reset();
    EXPECT_EQ(work->setUp().error().code, "origin-unreachable");
    EXPECT_EQ(work->blocking()->leadIn().error().code, "origin-unreachable");
    for (const LoopMeans means : loopMeans()) {
        TestLoop loop(means);
        const auto step = work->async(loop.place());
        std::optional<Result<>> ready;
        auto leadIn = [&]() -> Async<void> {
            ready.emplace(co_await step->leadIn(3));
            step->settle();
        };
        boost::asio::co_spawn(loop.loop(), leadIn(), boost::asio::detached);
        loop.run();
        ASSERT_TRUE(ready && !*ready);
        EXPECT_EQ(ready->error().code, "origin-unreachable");
    }
}

TEST_F(Download, IsCancelledWithItsCoroutine) {
    Settings settings = downloadSettings(1000);
    settings.set("delay", Delay{Delay::Distribution::Fixed, 30, 0});
    const auto work = makeDownloads(settings, port());
    boost::asio::io_context loop(1);
    const auto step = work->async({loop.get_executor()});
    boost::asio::cancellation_signal stop;
    StepOutcome outcome;
    auto task = [&]() -> Async<void> {
        co_await boost::asio::this_coro::throw_if_cancelled(false);
        outcome = co_await step->perform(downloadTask(0));
        step->settle();
    };
    boost::asio::co_spawn(loop, task(),
                          boost::asio::bind_cancellation_slot(stop.slot(), boost::asio::detached));
    boost::asio::post(loop, [&] { stop.emit(boost::asio::cancellation_type::terminal); });
    loop.run();
    EXPECT_EQ(outcome.outcome, Outcome::Cancelled);
}

TEST_F(Download, IsCancelledWhileItWaitsForAConnection) {
    Settings settings = downloadSettings(1000);
    settings.set("delay", Delay{Delay::Distribution::Fixed, 0.05, 0});
    settings.set("pool", std::int64_t{1});
    const auto work = makeDownloads(settings, port());
    boost::asio::io_context loop(1);
    const auto step = work->async({loop.get_executor()});
    boost::asio::cancellation_signal stop;
    std::vector<StepOutcome> outcomes(3);
    auto task = [&](std::uint32_t i) -> Async<void> {
        co_await boost::asio::this_coro::throw_if_cancelled(false);
        outcomes[i] = co_await step->perform(downloadTask(i));
    };
    boost::asio::co_spawn(loop, task(0), boost::asio::detached);
    boost::asio::co_spawn(loop, task(1),
                          boost::asio::bind_cancellation_slot(stop.slot(), boost::asio::detached));
    boost::asio::co_spawn(loop, task(2), boost::asio::detached);
    boost::asio::post(loop, [&] { stop.emit(boost::asio::cancellation_type::terminal); });
    loop.run();
    EXPECT_EQ(outcomes[0].outcome, Outcome::Finished);
    EXPECT_EQ(outcomes[1].outcome, Outcome::Cancelled);
    EXPECT_EQ(outcomes[2].outcome, Outcome::Finished);
}

TEST_F(Download, LeavesNothingBehindWhenItsLoopIsThrownAway) {
    Settings settings = downloadSettings(1000);
    settings.set("delay", Delay{Delay::Distribution::Fixed, 30, 0});
    const auto work = makeDownloads(settings, port());
    const auto begin = std::chrono::steady_clock::now();
    for (const LoopMeans means : loopMeans()) {
        std::unique_ptr<AsyncStep> step;
        TestLoop loop(means);
        step = work->async(loop.place());
        int finished = 0;
        auto task = [&](std::uint32_t i) -> Async<void> {
            (void)co_await step->perform(downloadTask(i));
            ++finished;
        };
        for (std::uint32_t i = 0; i < 20; ++i) {
            boost::asio::co_spawn(loop.loop(), task(i), boost::asio::detached);
        }
        loop.loop().run_for(30ms);
        step.reset(); // Before the loop and the tasks that wait in it.
        EXPECT_EQ(finished, 0);
    }
    // It waits for no answer.
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

TEST(DownloadReconnect, OpensAConnectionAnewThatTheServerClosedWhileItLayIdle) {
    OriginOptions impatient;
    impatient.idleLimit = 40ms;
    const auto origin = OriginServer::start(impatient);
    ASSERT_TRUE(origin.has_value());
    const auto work = makeDownloads(downloadSettings(10), origin->port());
    const auto step = work->blocking();
    ASSERT_TRUE(step->leadIn().has_value());
    EXPECT_EQ(step->perform(downloadTask(0)).outcome, Outcome::Finished);
    std::this_thread::sleep_for(150ms); // The server's limit passes.
    EXPECT_EQ(step->perform(downloadTask(1)).outcome, Outcome::Finished);
}

TEST(DownloadDeclaration, HasEverySettingOfTheFormat) {
    const Kind kind = downloadDeclaration();
    EXPECT_EQ(kind.name, "download");
    std::vector<std::string> names;
    for (const Setting& setting : kind.settings) {
        names.push_back(setting.name);
        EXPECT_FALSE(setting.title.ru.empty() || setting.explanation.ru.empty());
        EXPECT_NE(setting.required, setting.byDefault.has_value() || setting.name == "bandwidth" ||
                                        setting.name == "stalls");
    }
    EXPECT_EQ(names, (std::vector<std::string>{"size", "delay", "bandwidth", "failures", "drops",
                                               "stalls", "connections", "pool"}));
}

} // namespace
} // namespace troika
