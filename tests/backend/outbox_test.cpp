// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/process/outbox.h"

#include "platform/descriptor.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <string>
#include <string_view>

namespace troika {
namespace {

std::span<const std::byte> bytesOf(std::string_view text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

class OutboxTest : public ::testing::Test {
protected:
    void SetUp() override {
        auto pipe = makePipe();
        ASSERT_TRUE(pipe);
        m_pipe = std::move(*pipe);
        ASSERT_EQ(::fcntl(m_pipe.write.get(), F_SETFL, O_NONBLOCK), 0);
        ASSERT_EQ(::fcntl(m_pipe.read.get(), F_SETFL, O_NONBLOCK), 0);
    }

    std::string readAllThatIsThere() {
        std::string all;
        char part[4096];
        for (ssize_t got = 0; (got = ::read(m_pipe.read.get(), part, sizeof part)) > 0;) {
            all.append(part, static_cast<std::size_t>(got));
        }
        return all;
    }

    Pipe m_pipe;
    Outbox m_outbox;
};

TEST_F(OutboxTest, an_empty_one_has_sent_all) {
    EXPECT_TRUE(m_outbox.empty());
    EXPECT_EQ(m_outbox.flush(m_pipe.write.get()), Outbox::State::Empty);
}

TEST_F(OutboxTest, own_and_lent_bytes_go_out_in_their_order) {
    m_outbox.put(bytesOf("one "));
    m_outbox.put(bytesOf("two "));
    m_outbox.lend(bytesOf("three "));
    m_outbox.lend(bytesOf(""));
    m_outbox.lend(bytesOf("four "));
    m_outbox.put(bytesOf("five"));
    EXPECT_FALSE(m_outbox.empty());
    EXPECT_EQ(m_outbox.flush(m_pipe.write.get()), Outbox::State::Empty);
    EXPECT_EQ(readAllThatIsThere(), "one two three four five");
}

TEST_F(OutboxTest, what_a_pipe_has_no_room_for_goes_later) {
    std::string large(1'000'000, 'x');
    for (std::size_t i = 0; i < large.size(); ++i) large[i] = static_cast<char>('a' + i % 23);
    m_outbox.put(bytesOf("head"));
    m_outbox.lend(bytesOf(large));
    m_outbox.put(bytesOf("tail"));
    std::string got;
    int rounds = 0;
    for (auto state = Outbox::State::Waiting; state == Outbox::State::Waiting; ++rounds) {
        state = m_outbox.flush(m_pipe.write.get());
        got += readAllThatIsThere();
    }
    EXPECT_GT(rounds, 2);
    EXPECT_TRUE(got == "head" + large + "tail");
}

TEST_F(OutboxTest, says_when_nobody_reads_any_more) {
    m_pipe.read.close();
    m_outbox.put(bytesOf("x"));
    EXPECT_EQ(m_outbox.flush(m_pipe.write.get()), Outbox::State::Gone);
}

} // namespace
} // namespace troika
