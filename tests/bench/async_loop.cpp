// SPDX-License-Identifier: GPL-3.0-or-later
// async.loop: from spawning an empty task to its end, and giving way once, beside bare Asio.
#include "family.h"
#include "pairing.h"
#include "rig.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>

namespace troika::bench {
namespace {

namespace asio = boost::asio;

constexpr std::uint32_t spawns = 100'000;
constexpr std::uint32_t inFlight = 1024;
constexpr std::uint32_t yielders = 100;
constexpr int yields = 1'000;

asio::awaitable<void> giveWay() {
    for (int i = 0; i < yields; ++i) co_await asio::post(asio::use_awaitable);
}

class YieldingStep final : public AsyncStep {
public:
    Async<Result<>> leadIn(std::uint32_t) override { co_return Result<>{}; }
    Async<StepOutcome> perform(TaskName) override {
        for (int i = 0; i < yields; ++i) co_await asio::post(awaiting);
        co_return StepOutcome{};
    }
    void settle() override {}
};

class YieldingWork final : public StepWork {
public:
    std::unique_ptr<BlockingStep> blocking() const override { return nullptr; }
    std::unique_ptr<AsyncStep> async(const LoopPlace&) const override {
        return std::make_unique<YieldingStep>();
    }
};

asio::awaitable<std::uint64_t> nothing() { co_return 1; }

asio::awaitable<Sample> stampsAlone(const StampClock& clock) {
    Sample sample;
    sample.start = clock.now();
    sample.end = clock.now();
    co_return sample;
}

/// Bare Asio with as many in flight as the backend admits: whoever ends begins the next.
template <class Begin>
double bareSpawns(Begin begin) {
    asio::io_context loop(1);
    std::uint32_t next = 0;
    std::function<void()> more = [&] {
        if (next < spawns) begin(loop, next++, more);
    };
    const std::int64_t from = monotonicNow();
    for (std::uint32_t i = 0; i < inFlight; ++i) more();
    loop.run();
    return static_cast<double>(monotonicNow() - from) / spawns;
}

double bareEmptySpawns() {
    std::uint64_t sum = 0;
    const double each = bareSpawns([&sum](asio::io_context& loop, std::uint32_t, auto& more) {
        asio::co_spawn(loop, nothing(), [&](const std::exception_ptr&, std::uint64_t one) {
            sum += one;
            more();
        });
    });
    return sum == spawns ? each : 0;
}

double bareRecordedSpawns(Rig& rig) {
    const Rig::Bare bare = rig.bareSlice();
    const double each = bareSpawns([&](asio::io_context& loop, std::uint32_t task, auto& more) {
        asio::co_spawn(loop, stampsAlone(rig.clock()),
                       [&, task](const std::exception_ptr&, const Sample& sample) {
                           bare.slice.record(task, 0, sample);
                           more();
                       });
    });
    return rig.checked(each);
}

double bareYields() {
    asio::io_context loop(1);
    const std::int64_t from = monotonicNow();
    std::uint32_t ended = 0;
    for (std::uint32_t i = 0; i < yielders; ++i) {
        asio::co_spawn(loop, giveWay(), [&](const std::exception_ptr&) { ++ended; });
    }
    loop.run();
    const auto took = static_cast<double>(monotonicNow() - from);
    return ended == yielders ? took / yielders / yields : 0;
}

const std::string backend = R"("backend": "async.loop", "in_flight": 1024)";

void measureSpawns(const Options& options, const Tell& tell) {
    const std::string name = "async.loop spawn to finish";
    Rig rig({.backend = backend, .tasks = spawns, .own = std::vector<std::unique_ptr<StepWork>>()});
    const Figures figures = measureTogether({{"ours", [&] { return rig.slice() * 1e9 / spawns; }},
                                             {"bare", [&] { return bareEmptySpawns(); }},
                                             {"bare", [&] { return bareRecordedSpawns(rig); }}},
                                            options.rounds(41));
    if (figures.empty()) return tell(missingRow(name, "failed"));
    tell({name, "ns/task", figures[0], "bare Asio", figures[1], ratioAtMost(1.1),
          "ours stamps and records each task, bare Asio does not"});
    tell({name, "ns/task", figures[0], "Asio, recording", figures[2], noTarget, ""});
}

void measureYields(const Options& options, const Tell& tell) {
    const std::string name = "async.loop reschedule";
    std::vector<std::unique_ptr<StepWork>> own;
    own.push_back(std::make_unique<YieldingWork>());
    Rig rig({.backend = backend, .tasks = yielders, .own = std::move(own)});
    const Figures figures =
        measureTogether({{"ours", [&] { return rig.slice() * 1e9 / yielders / yields; }},
                         {"bare", [&] { return bareYields(); }}},
                        options.rounds(41));
    if (figures.empty()) return tell(missingRow(name, "failed"));
    tell({name, "ns", figures[0], "bare Asio", figures[1], ratioAtMost(1.1), ""});
}

} // namespace

void measureAsyncLoop(const Options& options, const Tell& tell) {
    measureSpawns(options, tell);
    measureYields(options, tell);
}

} // namespace troika::bench
