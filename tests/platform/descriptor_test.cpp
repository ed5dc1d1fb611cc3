// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/descriptor.h"
#include "platform/limits.h"
#include "platform/line_reader.h"
#include "platform/stop_signal.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <thread>

namespace troika {
namespace {

bool open(int descriptor) { return ::fcntl(descriptor, F_GETFD) >= 0; }

TEST(DescriptorTest, closes_once_and_moves) {
    auto pipe = makePipe();
    ASSERT_TRUE(pipe);
    const int number = pipe->read.get();
    Descriptor moved = std::move(pipe->read);
    EXPECT_TRUE(open(number));
    EXPECT_EQ(moved.get(), number);
    moved.close();
    EXPECT_FALSE(open(number));
    EXPECT_FALSE(moved);
}

TEST(DescriptorTest, everything_is_written_and_read_through_a_small_pipe) {
    auto pipe = makePipe();
    ASSERT_TRUE(pipe);
    const std::string sent(1'000'000, 'x');
    std::thread writer([&] {
        EXPECT_TRUE(writeAll(pipe->write.get(), sent.data(), sent.size()));
        pipe->write.close();
    });
    std::string received(sent.size(), ' ');
    EXPECT_TRUE(readAll(pipe->read.get(), received.data(), received.size()));
    EXPECT_EQ(received, sent);
    char more = 0;
    EXPECT_FALSE(readAll(pipe->read.get(), &more, 1));
    writer.join();
}

TEST(DescriptorTest, writing_to_nobody_is_noticed) {
    auto pipe = makePipe();
    ASSERT_TRUE(pipe);
    pipe->read.close();
    EXPECT_FALSE(writeAll(pipe->write.get(), "x", 1));
}

TEST(DescriptorTest, too_many_open_files_come_with_advice) {
    const auto failed = systemFailure("spawn", {"Cannot start", "Не удалось запустить"}, EMFILE);
    EXPECT_NE(failed.value().text.en.find("ulimit -Hn."), std::string::npos);
    EXPECT_NE(failed.value().text.ru.find("ulimit -Hn."), std::string::npos);
}

TEST(LineReaderTest, gives_lines_however_they_arrive) {
    auto pipe = makePipe();
    ASSERT_TRUE(pipe);
    LineReader lines(pipe->read.get());
    EXPECT_FALSE(lines.ready());
    const std::string text = "one\n\ntwo\nhalf";
    ASSERT_TRUE(writeAll(pipe->write.get(), text.data(), text.size()));
    EXPECT_EQ(lines.next(), "one");
    EXPECT_EQ(lines.ready(), "");
    EXPECT_EQ(lines.ready(), "two");
    EXPECT_FALSE(lines.ready());
    ASSERT_TRUE(writeAll(pipe->write.get(), "\n", 1));
    EXPECT_EQ(lines.next(), "half");
    pipe->write.close();
    EXPECT_FALSE(lines.next());
}

TEST(StopSignalTest, becomes_readable_and_stays_so) {
    std::stop_source source;
    const StopSignal signal(source.get_token());
    pollfd watched{signal.descriptor(), POLLIN, 0};
    EXPECT_EQ(::poll(&watched, 1, 0), 0);
    EXPECT_FALSE(signal.requested());
    source.request_stop();
    EXPECT_EQ(::poll(&watched, 1, 0), 1);
    EXPECT_EQ(::poll(&watched, 1, 0), 1);
    EXPECT_TRUE(signal.requested());
}

TEST(StopSignalTest, a_stop_that_came_before_is_not_lost) {
    std::stop_source source;
    source.request_stop();
    const StopSignal signal(source.get_token());
    pollfd watched{signal.descriptor(), POLLIN, 0};
    EXPECT_EQ(::poll(&watched, 1, 0), 1);
}

TEST(LimitsTest, read_what_this_machine_says) {
    raiseDescriptorLimit();
    EXPECT_NE(descriptorLimit(), 0);
    EXPECT_NE(threadsLeft(), 0);
    EXPECT_GT(ephemeralPorts(), 0);
    const FileSystem shared = fileSystemOf("/dev/shm");
    EXPECT_TRUE(shared.isMemory);
    EXPECT_TRUE(shared.isWritable);
    EXPECT_GT(shared.freeBytes, 0);
    EXPECT_FALSE(fileSystemOf("/nowhere").isWritable);
    EXPECT_EQ(fileSystemOf("/nowhere").freeBytes, -1);
    EXPECT_FALSE(fileSystemOf("/proc").isMemory);
}

} // namespace
} // namespace troika
