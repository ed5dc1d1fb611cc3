// SPDX-License-Identifier: GPL-3.0-or-later
// Downloads from a server that does not keep its word.
#include "workload/download_rig.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <string>
#include <thread>
#include <xxhash.h>

namespace troika {
namespace {

using boost::asio::ip::tcp;

/// Answers the first request of each connection that downloadBothWays() opens, one after the other,
/// with the same bytes, and closes.
class LyingServer {
public:
    explicit LyingServer(std::string answer)
        : m_acceptor(m_context, {boost::asio::ip::address_v4::loopback(), 0}),
          m_answer(std::move(answer)),
          m_thread([this] { serve(); }) {}

    [[nodiscard]] std::uint16_t port() const { return m_acceptor.local_endpoint().port(); }

private:
    void serve() {
        for (std::size_t i = 0; i < 1 + loopMeans().size(); ++i) {
            tcp::socket socket = m_acceptor.accept();
            std::string request;
            boost::asio::read_until(socket, boost::asio::dynamic_buffer(request), "\r\n\r\n");
            boost::asio::write(socket, boost::asio::buffer(m_answer));
        }
    }

    boost::asio::io_context m_context;
    tcp::acceptor m_acceptor;
    std::string m_answer;
    std::jthread m_thread;
};

std::string answerOf(const std::string& body, std::size_t length, std::uint64_t digest) {
    return fmt::format("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nTroika-Digest: {:016x}\r\n\r\n{}",
                       length, digest, body);
}

/// How a download of `size` bytes ends, the same blocking and async, with that answer.
Outcome outcomeWith(const std::string& answer, double size) {
    const LyingServer server(answer);
    return downloadBothWays(*makeDownloads(downloadSettings(size), server.port()), 1)[0].outcome;
}

const std::string body(2000, 'x');
const std::uint64_t digest = XXH3_64bits(body.data(), body.size());

TEST(DownloadLies, TheTruthIsFinished) {
    EXPECT_EQ(outcomeWith(answerOf(body, body.size(), digest), 2000), Outcome::Finished);
}

TEST(DownloadLies, AnotherChecksumIsWrong) {
    EXPECT_EQ(outcomeWith(answerOf(body, body.size(), digest + 1), 2000), Outcome::Wrong);
}

TEST(DownloadLies, AFlippedBitIsWrong) {
    std::string flipped = body;
    flipped[1234] ^= 1;
    EXPECT_EQ(outcomeWith(answerOf(flipped, body.size(), digest), 2000), Outcome::Wrong);
}

TEST(DownloadLies, AShorterBodyThanAskedForIsWrong) {
    EXPECT_EQ(outcomeWith(answerOf(body, body.size(), digest), 3000), Outcome::Wrong);
}

TEST(DownloadLies, ABodyCutOffBeforeItsLengthIsAFailure) {
    EXPECT_EQ(outcomeWith(answerOf(body.substr(0, 1999), body.size(), digest), 2000),
              Outcome::Failed);
}

TEST(DownloadLies, AnUnexpectedStatusIsAFailure) {
    EXPECT_EQ(outcomeWith("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", 2000), Outcome::Failed);
}

} // namespace
} // namespace troika
