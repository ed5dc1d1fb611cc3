// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/small_catalogue.h"

#include <cmath>
#include <random>

namespace troika::test {
namespace {

/// Makes valid scenarios of the small catalogue at random; awkward numbers on purpose.
class AnyScenario {
public:
    explicit AnyScenario(std::uint64_t seed) : m_random(seed) {}

    Scenario make() {
        Scenario scenario;
        scenario.name = fmt::format("s-{}.{}", below(1000), "x_Y");
        scenario.title = {"Title \"quoted\" \\ " + std::to_string(below(9)), "Название"};
        scenario.about = coin() ? Text{} : Text{"Two\nlines", coin() ? "" : "Две\nстроки"};
        scenario.rounds = 1 + static_cast<int>(below(1000));
        scenario.warmUpRounds = static_cast<int>(below(101));
        scenario.seed = m_random();
        scenario.workload.timeout = std::chrono::nanoseconds(1'000'000 + below(3'599'000'000'000));
        const auto steps = 1 + below(4);
        for (std::uint64_t i = 0; i < steps; ++i) scenario.workload.steps.push_back(step());
        scenario.workload.arrivals.kind = "burst";
        scenario.workload.arrivals.settings.set("tasks", whole(1, 1'000'000));
        const auto contenders = 1 + below(5);
        for (std::uint64_t i = 0; i < contenders; ++i) scenario.contenders.push_back(contender(i));
        scenario.baseline = scenario.contenders[below(contenders)].label;
        return scenario;
    }

private:
    std::uint64_t below(std::uint64_t bound) { return m_random() % bound; }
    bool coin() { return below(2) == 0; }
    double unit() { return std::uniform_real_distribution<double>(0, 1)(m_random); }
    std::int64_t whole(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
    }
    /// From 0 (now and then) over tiny ones to the greatest.
    double length(double greatest) {
        return below(8) == 0 ? 0 : greatest * std::pow(10.0, -12 * unit());
    }

    Delay delay() {
        switch (below(4)) {
        case 0:
            return {Delay::Distribution::Fixed, length(60), 0};
        case 1: {
            const double high = length(60);
            return {Delay::Distribution::Uniform, high * unit(), high};
        }
        case 2:
            return {Delay::Distribution::Exponential, length(60), 0};
        case 3:
            return {Delay::Distribution::Pareto, length(60), 0.1 + 99.9 * unit()};
        default:
            return {Delay::Distribution::LogNormal, length(60), 5 * unit()};
        }
    }

    Step step() {
        Step made;
        if (coin()) {
            made.kind = "store";
            made.settings.set("file_size", static_cast<double>(whole(4096, 1'000'000'000'000)));
            return made;
        }
        made.kind = "fetch";
        made.settings.set("size", static_cast<double>(whole(0, 1 << 30)));
        made.settings.set("delay", delay());
        if (coin()) made.settings.set("bandwidth", 1 + (1e12 - 1) * std::pow(unit(), 9));
        made.settings.set("failures", unit());
        const bool hasPause = coin();
        if (hasPause) made.settings.set("pause", length(10));
        made.settings.set("fresh", !hasPause && coin());
        made.settings.set("mode", std::string(coin() ? "keep-alive" : "per-task"));
        return made;
    }

    Contender contender(std::uint64_t index) {
        Contender made;
        made.label = fmt::format("участник {}/{}", index, below(1000));
        made.title = coin() ? Text{made.label, ""} : Text{"shown", "видно"};
        made.backend = coin() ? "lone" : "crew";
        if (made.backend == "crew") made.settings.set("workers", whole(1, 4096));
        return made;
    }

    std::mt19937_64 m_random;
};

TEST(RoundTrip, AnyScenarioReadsBackExactly) {
    AnyScenario any(7);
    for (int i = 0; i < 3000; ++i) {
        const Scenario scenario = any.make();
        const Json document = writeScenario(scenario, smallCatalogue());
        ASSERT_EQ(readRight(document), scenario) << document.dump(2);
        const auto parsed = parseJson(document.dump(2));
        ASSERT_TRUE(parsed);
        ASSERT_EQ(readRight(*parsed), scenario) << document.dump(2);
    }
}

TEST(RoundTrip, WritesAsPeopleWould) {
    const Json document = writeScenario(smallScenario(), smallCatalogue());
    EXPECT_EQ(document.dump(), Json::parse(R"({
      "schema": "troika-scenario/1", "name": "small",
      "title": {"en": "Small", "ru": "Малый"}, "about": {"en": ""},
      "workload": {
        "steps": [{"kind": "fetch", "size": "100 KiB", "delay": "15 ms", "failures": 0.0,
                   "fresh": false, "mode": "keep-alive"}],
        "arrivals": {"kind": "burst", "tasks": 64}, "timeout": "30 s"},
      "backends": [
        {"backend": "lone", "label": "lone", "title": {"en": "lone"}},
        {"backend": "crew", "label": "pool", "title": {"en": "pool"}, "workers": 8}],
      "baseline": "lone", "rounds": 10, "warm_up": {"rounds": 1}, "seed": 1})")
                                   .dump());
}

} // namespace
} // namespace troika::test
