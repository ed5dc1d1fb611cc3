// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/http_exchange.h"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <xxhash.h>

namespace troika {
namespace {

using State = HttpExchange::State;

std::string okAnswer(const std::string& body, std::uint64_t digest) {
    return fmt::format("HTTP/1.1 200 OK\r\nTroika-Digest: {:016x}\r\nContent-Length: {}\r\n\r\n{}",
                       digest, body.size(), body);
}

std::string okAnswer(const std::string& body) {
    return okAnswer(body, XXH3_64bits(body.data(), body.size()));
}

/// Feeds `answer` in pieces of `step` bytes; whether it was whole at the end.
bool feedAll(HttpExchange& exchange, std::string_view answer, std::size_t step) {
    State state = State::NeedMore;
    while (!answer.empty() && state == State::NeedMore) {
        state = exchange.feed(answer.substr(0, step));
        answer.remove_prefix(std::min(step, answer.size()));
    }
    return state == State::Done;
}

Outcome outcomeOf(const OriginRequest& request, std::string_view answer) {
    HttpExchange exchange;
    exchange.start(request, true);
    EXPECT_TRUE(feedAll(exchange, answer, answer.size()));
    return exchange.outcome().outcome;
}

TEST(HttpExchange, AsksForWhatItIsTold) {
    HttpExchange exchange;
    exchange.start({.size = 5, .variant = 2}, true);
    EXPECT_EQ(exchange.request().view(),
              "GET /body?size=5&variant=2 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    exchange.start({.size = 5}, false);
    EXPECT_EQ(exchange.request().view(),
              "GET /body?size=5 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
}

TEST(HttpExchange, VerifiesAnAnswerInPiecesOfAnySize) {
    const std::string body(1000, 'b');
    const std::string answer = okAnswer(body);
    HttpExchange exchange;
    for (std::size_t step = 1; step <= answer.size(); ++step) {
        exchange.start({.size = body.size()}, true);
        EXPECT_FALSE(exchange.answered());
        ASSERT_TRUE(feedAll(exchange, answer, step)) << step;
        EXPECT_EQ(exchange.outcome().outcome, Outcome::Finished);
        EXPECT_EQ(exchange.outcome().digest, XXH3_64bits(body.data(), body.size()));
        EXPECT_TRUE(exchange.reusable());
    }
}

TEST(HttpExchange, TakesAnEmptyBody) {
    EXPECT_EQ(outcomeOf({.size = 0}, okAnswer("")), Outcome::Finished);
}

TEST(HttpExchange, NeedsMoreUntilTheLastByte) {
    const std::string answer = okAnswer("0123456789");
    HttpExchange exchange;
    exchange.start({.size = 10}, true);
    EXPECT_EQ(exchange.feed(std::string_view(answer).substr(0, answer.size() - 1)),
              State::NeedMore);
    EXPECT_TRUE(exchange.answered());
}

TEST(HttpExchange, CallsLiesWrong) {
    EXPECT_EQ(outcomeOf({.size = 4}, okAnswer("body", 1)), Outcome::Wrong);
    EXPECT_EQ(outcomeOf({.size = 5}, okAnswer("body")), Outcome::Wrong);
    EXPECT_EQ(outcomeOf({.size = 3}, okAnswer("body")), Outcome::Wrong);
    EXPECT_EQ(outcomeOf({.size = 4}, okAnswer("body") + "surplus"), Outcome::Wrong);
    EXPECT_EQ(outcomeOf({.size = 4}, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody"),
              Outcome::Wrong); // No digest.
    EXPECT_EQ(outcomeOf({.size = 1}, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"),
              Outcome::Wrong); // No length.
}

TEST(HttpExchange, TellsAnAskedForFailureFromOthers) {
    const std::string refusal = "HTTP/1.1 503 Unavailable\r\nContent-Length: 2\r\n\r\nno";
    EXPECT_EQ(outcomeOf({.size = 4, .status = 503}, refusal), Outcome::Refused);
    EXPECT_EQ(outcomeOf({.size = 4}, refusal), Outcome::Failed);
    EXPECT_EQ(outcomeOf({.size = 4, .status = 503}, okAnswer("body")), Outcome::Failed);
    EXPECT_EQ(outcomeOf({.size = 4}, "SSH-2.0-nonsense\r\n\r\n"), Outcome::Failed);
}

TEST(HttpExchange, DoesNotUseAConnectionAgainThatTheServerCloses) {
    HttpExchange exchange;
    exchange.start({.size = 0}, true);
    const std::string answer = fmt::format(
        "HTTP/1.1 200 OK\r\nConnection: close\r\nTroika-Digest: {:016x}\r\nContent-Length: "
        "0\r\n\r\n",
        XXH3_64bits("", 0));
    ASSERT_EQ(exchange.feed(answer), State::Done);
    EXPECT_EQ(exchange.outcome().outcome, Outcome::Finished);
    EXPECT_FALSE(exchange.reusable());
}

} // namespace
} // namespace troika
