// SPDX-License-Identifier: GPL-3.0-or-later
#include "trial/events.h"

#include <gtest/gtest.h>

namespace troika {
namespace {

TEST(EventsTest, orders_come_back_as_they_were) {
    const auto prepare = readOrder(writeOrder(PrepareOrder{3, 1'000'000'002}));
    ASSERT_TRUE(prepare);
    EXPECT_EQ(std::get<PrepareOrder>(*prepare).slice, 3U);
    EXPECT_EQ(std::get<PrepareOrder>(*prepare).round, 1'000'000'002U);
    EXPECT_TRUE(std::holds_alternative<GoOrder>(*readOrder(writeOrder(GoOrder{}))));
    EXPECT_TRUE(std::holds_alternative<FinishOrder>(*readOrder(writeOrder(FinishOrder{}))));
}

TEST(EventsTest, events_come_back_as_they_were) {
    DoneEvent done;
    done.begin = 1;
    done.end = 9'007'199'254'740'993; // Not exact as a double.
    done.account = {4, 5, 6, 7};
    const auto again = std::get<DoneEvent>(*readEvent(writeEvent(done)));
    EXPECT_EQ(again.end, done.end);
    EXPECT_EQ(again.account, done.account);
    const auto ready =
        std::get<ReadyEvent>(*readEvent(writeEvent(ReadyEvent{0.25, {{"note", "заметка"}}})));
    EXPECT_EQ(ready.seconds, 0.25);
    ASSERT_EQ(ready.notes.size(), 1U);
    EXPECT_EQ(ready.notes[0].ru, "заметка");
    const Failure failure{"code", {"text", "текст"}};
    EXPECT_EQ(std::get<FailedEvent>(*readEvent(writeEvent(FailedEvent{failure}))).failure, failure);
}

TEST(EventsTest, one_event_is_one_line) {
    const std::string line = writeEvent(FailedEvent{{"x", {"two\nlines", "две\nстроки"}}});
    EXPECT_EQ(line.find('\n'), std::string::npos);
}

TEST(EventsTest, what_does_not_follow_the_protocol_is_a_failure) {
    for (const char* line :
         {"", "nonsense", "[]", "{}", "{\"do\":\"dance\"}", "{\"do\":\"prepare\"}",
          "{\"do\":\"prepare\",\"slice\":\"x\",\"round\":1}", "{\"do\":7}"}) {
        const auto order = readOrder(line);
        ASSERT_FALSE(order) << line;
        EXPECT_EQ(order.error().code, "protocol");
    }
    for (const char* line : {"", "{", "{\"event\":\"done\"}", "{\"event\":\"done\",\"end_ns\":[]}",
                             "{\"event\":\"party\"}", "{\"event\":\"ready\",\"seconds\":\"x\"}"}) {
        EXPECT_FALSE(readEvent(line)) << line;
    }
}

} // namespace
} // namespace troika
