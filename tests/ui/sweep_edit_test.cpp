// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sweep_edit.h"

#include <gtest/gtest.h>

namespace troika::ui {
namespace {

SweepField workers(std::optional<double> now) {
    return {.path = "backends[pool].workers",
            .type = SettingType::Integer,
            .low = 1,
            .high = 4096,
            .now = now};
}

SweepField delay(std::optional<double> now) {
    return {.path = "workload.steps.0.delay",
            .type = SettingType::Quantity,
            .unit = Unit::Seconds,
            .low = 0,
            .high = 3600,
            .now = now};
}

TEST(SweepEditTest, suggests_powers_of_two_around_what_is_there) {
    const Json sweep = suggestedSweep(workers(8));
    EXPECT_EQ(sweep,
              (Json{{"path", "backends[pool].workers"}, {"from", 2}, {"to", 32}, {"factor", 2}}));
    const Json first = suggestedSweep(workers(1));
    EXPECT_EQ(first["from"], 1);
    EXPECT_EQ(first["to"], 16);
    EXPECT_EQ(suggestedSweep(workers(4096))["to"], 4096);
    EXPECT_EQ(suggestedSweep(workers({}))["from"], 2);
    EXPECT_EQ(suggestedSweep(delay(0.02))["from"], "5 ms");
    EXPECT_EQ(suggestedSweep(delay(0.02))["to"], "80 ms");
}

TEST(SweepEditTest, every_suggestion_lies_within_what_is_allowed) {
    for (const double now : {0.0, 1.0, 2.0, 7.0, 4095.0, 4096.0}) {
        const Json sweep = suggestedSweep(workers(now));
        EXPECT_GE(sweep["from"], 1);
        EXPECT_LE(sweep["to"], 4096);
        EXPECT_LE(sweep["from"], sweep["to"]);
    }
    SweepField nothing = delay(0);
    nothing.high = 0;
    EXPECT_EQ(suggestedSweep(nothing)["values"], Json::array({"0 s"}));
}

TEST(SweepEditTest, one_form_becomes_another_with_the_same_values) {
    const Json list{{"path", "p"}, {"values", {1, 3, 9}}};
    EXPECT_EQ(inForm(list, Sweep::Form::List, Unit::None), list);
    const Json steps = inForm(list, Sweep::Form::Steps, Unit::None);
    EXPECT_EQ(steps, (Json{{"path", "p"}, {"from", 1}, {"to", 9}, {"step", 2}}));
    const Json powers = inForm(list, Sweep::Form::Powers, Unit::None);
    EXPECT_EQ(powers, (Json{{"path", "p"}, {"from", 1}, {"to", 9}, {"factor", 2}}));
    EXPECT_EQ(inForm(powers, Sweep::Form::List, Unit::None)["values"], (Json{1, 2, 4, 8}));
    const Json times{{"path", "p"}, {"from", "10 ms"}, {"to", "30 ms"}, {"step", "10 ms"}};
    EXPECT_EQ(inForm(times, Sweep::Form::List, Unit::Seconds)["values"],
              (Json{"10 ms", "20 ms", "30 ms"}));
}

TEST(SweepEditTest, what_is_no_number_stays_as_it_was_typed) {
    const Json list{{"path", "p"}, {"values", {"many", 2}}};
    EXPECT_EQ(inForm(list, Sweep::Form::Powers, Unit::None)["from"], "many");
    const Json empty{{"path", "p"}, {"values", Json::array()}};
    EXPECT_EQ(inForm(empty, Sweep::Form::Steps, Unit::None)["from"], 1);
    const Json never{{"path", "p"}, {"from", 1}, {"to", 8}, {"factor", 1}};
    EXPECT_EQ(inForm(never, Sweep::Form::List, Unit::None)["values"], (Json{1, 8}));
}

TEST(SweepEditTest, another_field_keeps_the_form) {
    const Json list{{"path", "p"}, {"values", {1, 2}}};
    const Json moved = ofField(list, workers(4));
    EXPECT_EQ(moved["path"], "backends[pool].workers");
    EXPECT_EQ(moved["values"], (Json{1, 2, 4, 8, 16}));
}

} // namespace
} // namespace troika::ui
