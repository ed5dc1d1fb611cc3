// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/origin/server.h>

#include "origin/bodies.h"
#include "origin/raw_client.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <memory>
#include <optional>
#include <vector>

namespace troika {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

OriginServer startServer(const OriginOptions& options = {}) {
    auto server = OriginServer::start(options);
    EXPECT_TRUE(server.has_value());
    return std::move(*server);
}

std::string get(std::string_view target) {
    return fmt::format("GET {} HTTP/1.1\r\nHost: x\r\n\r\n", target);
}

std::string lastGet(std::string_view target) {
    return fmt::format("GET {} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", target);
}

std::string bodyOf(const std::string& answer) { return answer.substr(answer.find("\r\n\r\n") + 4); }

/// What one request on a connection of its own gets.
std::string ask(const OriginServer& server, std::string_view request) {
    RawClient client(server.port());
    EXPECT_TRUE(client.connected());
    EXPECT_TRUE(client.send(request));
    return client.readToEnd();
}

TEST(OriginServer, AnswersWithLengthDigestAndBody) {
    const OriginServer server = startServer();
    EXPECT_EQ(ask(server, lastGet("/body?size=3&variant=1")),
              fmt::format("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n"
                          "Content-Length: 3\r\nTroika-Digest: {:016x}\r\n"
                          "Connection: close\r\n\r\n{}",
                          bodyDigest(1, 3), std::string(bodyPattern().data() + 65'536, 3)));
}

TEST(OriginServer, KeepsAConnectionAndAnswersPipelinedRequestsInOrder) {
    const OriginServer server = startServer();
    RawClient client(server.port());
    const std::string three = get("/body?size=1000&delay_us=2000") + get("/body?size=0") +
                              get("/body?size=5&status=503") + get("/");
    ASSERT_TRUE(client.send(three.substr(0, 20))); // In two parts, the first ends in a line.
    ASSERT_TRUE(client.send(three.substr(20)));
    EXPECT_EQ(bodyOf(client.readAnswer(1000)), std::string(bodyPattern().data(), 1000));
    EXPECT_EQ(bodyOf(client.readAnswer(0)), "");
    const std::string refusal = client.readAnswer(20);
    EXPECT_TRUE(refusal.starts_with("HTTP/1.1 503 Service Unavailable\r\n")) << refusal;
    EXPECT_EQ(bodyOf(refusal), "as it was asked for\n");
    EXPECT_TRUE(client.readAnswer(10).starts_with("HTTP/1.1 200 OK\r\n"));
}

TEST(OriginServer, AnswersHeadWithoutABody) {
    const OriginServer server = startServer();
    const std::string answer =
        ask(server, "HEAD /body?size=1073741824 HTTP/1.1\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(answer.find("Content-Length: 1073741824\r\n") != std::string::npos) << answer;
    EXPECT_TRUE(answer.ends_with("\r\n\r\n"));
}

TEST(OriginServer, SaysWhatIsWrong) {
    const OriginServer server = startServer();
    const std::pair<std::string, std::string> cases[] = {
        {lastGet("/body?size=x"), "HTTP/1.1 400 "},
        {lastGet("/body"), "HTTP/1.1 400 "},
        {lastGet("/elsewhere"), "HTTP/1.1 404 "},
        {"no http\r\n\r\n", "HTTP/1.1 400 "},
        {"GET / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc", "HTTP/1.1 400 "},
        {"POST / HTTP/1.1\r\nConnection: close\r\n\r\n", "HTTP/1.1 405 "},
        {"GET / HTTP/1.1\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n", "HTTP/1.1 431 "},
    };
    for (const auto& [request, beginning] : cases) {
        const std::string answer = ask(server, request);
        EXPECT_TRUE(answer.starts_with(beginning)) << request.substr(0, 40) << " got " << answer;
        EXPECT_FALSE(bodyOf(answer).empty());
    }
}

TEST(OriginServer, WaitsAsLongAsItIsTold) {
    const OriginServer server = startServer();
    const auto start = Clock::now();
    EXPECT_FALSE(ask(server, lastGet("/body?size=1&delay_us=50000")).empty());
    EXPECT_FALSE(ask(server, lastGet("/body?size=1&delay_us=50000&status=500")).empty());
    EXPECT_GE(Clock::now() - start, 100ms);
}

TEST(OriginServer, KeepsToTheBandwidth) {
    const OriginServer server = startServer();
    const auto start = Clock::now();
    const std::string answer = ask(server, lastGet("/body?size=200000&rate=1000000"));
    EXPECT_GE(Clock::now() - start, 200ms);
    EXPECT_EQ(bodyOf(answer), std::string(bodyPattern().data(), 200'000));
}

TEST(OriginServer, CutsTheConnectionHalfWay) {
    const OriginServer server = startServer();
    const std::string whole = ask(server, lastGet("/body?size=100001"));
    const std::string half = ask(server, get("/body?size=100001&cut=1"));
    EXPECT_EQ(bodyOf(half), bodyOf(whole).substr(0, 50'000));
    EXPECT_NE(half.find("Content-Length: 100001\r\n"), std::string::npos);
    for (const char* small : {"/body?size=0&cut=1", "/body?size=1&cut=1"}) {
        const std::string part = ask(server, get(small));
        EXPECT_TRUE(part.starts_with("HTTP/1.1 200 OK\r\n")) << part;
        EXPECT_EQ(part.find("\r\n\r\n"), std::string::npos) << part;
    }
}

/// Asks the origin to stand still for so long from now on, for who names list 1; how long from then
/// on it takes to answer that.
Clock::duration answeredAfterStall(const OriginServer& server, std::chrono::nanoseconds length,
                                   std::string_view target) {
    const auto from = Clock::now();
    const auto now = from.time_since_epoch();
    const std::string told =
        ask(server, fmt::format("PUT /stalls?list=1&windows={}-{} HTTP/1.1\r\nHost: x\r\n"
                                "Connection: close\r\n\r\n",
                                now.count(), (now + length).count()));
    EXPECT_TRUE(told.starts_with("HTTP/1.1 200 ")) << told;
    EXPECT_EQ(bodyOf(ask(server, lastGet(target))).size(), 1000U);
    return Clock::now() - from;
}

TEST(OriginServer, StandsStillForWhoNamesTheListAlone) {
    OriginOptions several;
    several.threads = 3;
    const OriginServer server = startServer(several);
    EXPECT_GE(answeredAfterStall(server, 150ms, "/body?size=1000&stalls=1"), 150ms);
    EXPECT_LT(answeredAfterStall(server, 60s, "/body?size=1000&stalls=2"), 30s);
    EXPECT_LT(answeredAfterStall(server, 60s, "/body?size=1000"), 30s);
    EXPECT_LT(answeredAfterStall(server, 0s, "/body?size=1000&stalls=1"), 30s); // Taken back.
}

/// Asks for 100 ms of body, and for a stall of 200 ms that begins while it is under way; how long
/// that takes together. Nothing where this machine was too slow to ask in time.
std::optional<Clock::duration> stalledHalfWay(const OriginServer& server) {
    const auto from = Clock::now() + 50ms;
    const auto window = from.time_since_epoch();
    RawClient client(server.port());
    client.send(fmt::format("PUT /stalls?list=1&windows={}-{} HTTP/1.1\r\nHost: x\r\n\r\n",
                            window.count(), (window + 200ms).count()));
    client.readAnswer(9);
    const auto start = Clock::now();
    client.send(get("/body?size=10000&rate=100000&stalls=1"));
    EXPECT_EQ(bodyOf(client.readAnswer(10'000)).size(), 10'000U);
    const auto end = Clock::now();
    EXPECT_GE(end, from + 200ms);
    return start < from ? std::optional(end - start) : std::nullopt;
}

/// The line goes on as before. A busy machine may wake the server late when the stall begins, and
/// that much is sent sooner: once in ten times is enough.
TEST(OriginServer, StandsStillInTheMiddleOfABodyToo) {
    const OriginServer server = startServer();
    bool whole = false;
    for (int i = 0; i < 10 && !whole; ++i) {
        const auto took = stalledHalfWay(server);
        whole = took && *took >= 290ms;
    }
    EXPECT_TRUE(whole);
}

TEST(OriginServer, SaysWhatIsWrongWithStalls) {
    const OriginServer server = startServer();
    const std::string answer =
        ask(server, "PUT /stalls?list=0 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 400 "));
    EXPECT_EQ(bodyOf(answer), "list: must be a whole number from 1 to 16\n");
    EXPECT_TRUE(ask(server, lastGet("/stalls?list=1&windows=")).starts_with("HTTP/1.1 404 "));
}

TEST(OriginServer, ServesOthersBesideSilentSlowAndLeavingClients) {
    const OriginServer server = startServer();
    RawClient silent(server.port());
    RawClient half(server.port());
    ASSERT_TRUE(half.send("GET /bo"));
    RawClient deaf(server.port());
    ASSERT_TRUE(deaf.send(get("/body?size=1073741824")));
    RawClient waiting(server.port());
    ASSERT_TRUE(waiting.send(get("/body?size=1&delay_us=60000000")));
    { RawClient(server.port()).send(get("/body?size=100000000")); } // Leaves in the middle.
    EXPECT_TRUE(ask(server, lastGet("/body?size=10")).starts_with("HTTP/1.1 200"));
}

TEST(OriginServer, CutsOffWhoMakesNoProgress) {
    OriginOptions impatient;
    impatient.idleLimit = 60ms;
    impatient.stallLimit = 60ms;
    const OriginServer server = startServer(impatient);
    EXPECT_EQ(RawClient(server.port()).readToEnd(), "");
    RawClient half(server.port());
    ASSERT_TRUE(half.send("GET /bo"));
    EXPECT_EQ(half.readToEnd(), "");
    // One that is to wait for longer than that is not cut off.
    EXPECT_TRUE(ask(server, lastGet("/body?size=1&delay_us=300000")).starts_with("HTTP/1.1 200"));
}

TEST(OriginServer, TakesABurstOfConnections) {
    const OriginServer server = startServer();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 800; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.port()));
        ASSERT_TRUE(clients.back()->connected());
    }
    for (auto& client : clients) ASSERT_TRUE(client->send(get("/body?size=10")));
    for (auto& client : clients) ASSERT_EQ(bodyOf(client->readAnswer(10)).size(), 10U);
}

TEST(OriginServer, ServesFromSeveralLoops) {
    const OriginServer server = startServer({.threads = 3});
    for (int i = 0; i < 30; ++i) {
        EXPECT_TRUE(ask(server, lastGet("/body?size=10")).starts_with("HTTP/1.1 200"));
    }
}

TEST(OriginServer, FailsWhereThePortIsTaken) {
    const OriginServer server = startServer();
    const auto second = OriginServer::start({.port = server.port()});
    ASSERT_FALSE(second.has_value());
    EXPECT_EQ(second.error().code, "origin-cannot-listen");
    EXPECT_FALSE(second.error().text.ru.empty());
}

TEST(OriginServer, CutsItsConnectionsWhenItEnds) {
    auto server = std::make_unique<OriginServer>(startServer());
    RawClient client(server->port());
    ASSERT_TRUE(client.send(get("/body?size=1&delay_us=60000000")));
    server.reset();
    EXPECT_EQ(client.readToEnd(), "");
}

} // namespace
} // namespace troika
