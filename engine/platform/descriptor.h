// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/base/result.h>
#include <unistd.h>
#include <utility>

namespace troika {

/// Owns a file descriptor; closes it once.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int descriptor) : m_descriptor(descriptor) {}
    Descriptor(Descriptor&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~Descriptor() { close(); }

    [[nodiscard]] int get() const { return m_descriptor; }
    /// Now somebody else's to close.
    [[nodiscard]] int release() { return std::exchange(m_descriptor, -1); }
    explicit operator bool() const { return m_descriptor >= 0; }
    void close() {
        if (m_descriptor >= 0) ::close(std::exchange(m_descriptor, -1));
    }

private:
    int m_descriptor = -1;
};

/// The two ends of a pipe, closed on exec. From the first one on this process ignores SIGPIPE: a
/// write to nobody is an error of that write, and not the end of the program.
struct Pipe {
    Descriptor read;
    Descriptor write;
};
Result<Pipe> makePipe();

/// Two connected stream sockets, closed on exec.
struct SocketPair {
    Descriptor here;
    Descriptor there;
};
Result<SocketPair> makeSocketPair();

/// Writes all of it, however often it takes; false when the other end is gone.
bool writeAll(int descriptor, const void* data, std::size_t size);

/// Reads exactly `size` bytes; false when the other end is gone before.
bool readAll(int descriptor, void* data, std::size_t size);

/// What the system said, as a Failure: "too many open files" with the way to allow more.
tl::unexpected<Failure> systemFailure(std::string code, const Text& what, int error);

} // namespace troika
