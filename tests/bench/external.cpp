// SPDX-License-Identifier: GPL-3.0-or-later
#include "external.h"

#include "platform/spawn.h"

#include <arpa/inet.h>
#include <array>
#include <cstdlib>
#include <fmt/format.h>
#include <sstream>
#include <sys/socket.h>
#include <thread>

namespace troika::bench {
namespace {

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

std::string readToEnd(int descriptor) {
    std::string all;
    std::array<char, 4096> piece{};
    for (;;) {
        const ssize_t got = ::read(descriptor, piece.data(), piece.size());
        if (got <= 0) return all;
        all.append(piece.data(), static_cast<std::size_t>(got));
    }
}

} // namespace

std::optional<std::filesystem::path> findTool(const std::string& name) {
    const char* path = std::getenv("PATH");
    std::istringstream folders(std::string(path != nullptr ? path : "") + ":/usr/sbin:/usr/bin");
    for (std::string folder; std::getline(folders, folder, ':');) {
        const auto file = std::filesystem::path(folder) / name;
        if (::access(file.c_str(), X_OK) == 0) return file;
    }
    return std::nullopt;
}

std::optional<std::string> outputOf(const std::filesystem::path& program,
                                    const std::vector<std::string>& arguments) {
    auto output = makePipe();
    if (!output) return std::nullopt;
    auto child = spawn(
        {.program = program, .arguments = arguments, .descriptors = {{output->write.get(), 1}}});
    if (!child) {
        fmt::print(stderr, "troika-bench: {}\n", child.error().text.en);
        return std::nullopt;
    }
    output->write.close();
    std::string all = readToEnd(output->read.get());
    const ChildEnd end = child->wait();
    if (end.exitCode == 0 && end.signal == 0) return all;
    fmt::print(stderr, "troika-bench: {} {}\n{}", program.string(), describe(end).en, all);
    return std::nullopt;
}

std::uint16_t freePort() {
    const Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(socket.get(), reinterpret_cast<sockaddr*>(&address), size) != 0) return 0;
    ::getsockname(socket.get(), reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

bool awaitListener(std::uint16_t port) {
    const sockaddr_in address = loopback(port);
    for (int attempt = 0; attempt < 500; ++attempt) {
        const Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        if (::connect(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) ==
            0) {
            return true;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

double wrkRate(const std::filesystem::path& wrk, const std::string& url) {
    const auto output = outputOf(wrk, {"-t1", "-c32", "-d1s", url});
    if (!output) return 0;
    const std::string mark = "Requests/sec:";
    const std::size_t at = output->find(mark);
    const bool failed = output->find("Non-2xx") != std::string::npos ||
                        output->find("Socket errors") != std::string::npos;
    if (at == std::string::npos || failed) {
        fmt::print(stderr, "troika-bench: wrk said\n{}", *output);
        return 0;
    }
    return std::atof(output->c_str() + at + mark.size());
}

} // namespace troika::bench
