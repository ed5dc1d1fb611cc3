// SPDX-License-Identifier: GPL-3.0-or-later
// troika-origin: the HTTP server that downloads come from, in a process of its own. It says on
// standard output when it listens, and ends with its standard input or on SIGTERM, so that it
// never outlives whoever started it.
#include <troika/origin/server.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fmt/format.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace {

void raiseDescriptorLimit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

/// Blocks the signals that end the program, for all threads to come; a descriptor to wait for them.
int takeSignals() {
    std::signal(SIGPIPE, SIG_IGN);
    sigset_t signals;
    sigemptyset(&signals);
    for (const int one : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&signals, one);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    return signalfd(-1, &signals, SFD_CLOEXEC);
}

/// False once standard input has ended.
bool swallowInput() {
    char bytes[256];
    const auto count = read(STDIN_FILENO, bytes, sizeof bytes);
    return count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN));
}

void waitForEnd(int signals) {
    pollfd events[] = {{STDIN_FILENO, POLLIN, 0}, {signals, POLLIN, 0}};
    for (;;) {
        if (poll(events, 2, -1) < 0 && errno != EINTR) return;
        if (events[1].revents != 0) return;
        if (events[0].revents != 0 && !swallowInput()) return;
    }
}

} // namespace

int main(int argc, char** argv) {
    troika::OriginOptions options;
    CLI::App app("The loopback HTTP server that Troika's downloads come from.", "troika-origin");
    app.add_option("--port", options.port, "Port on 127.0.0.1; 0: any free one")
        ->capture_default_str();
    app.add_option("--threads", options.threads, "Event loops, each on a thread of its own")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    CLI11_PARSE(app, argc, argv);

    raiseDescriptorLimit();
    const int signals = takeSignals();
    auto server = troika::OriginServer::start(options);
    if (!server) {
        fmt::print(stderr, "troika-origin: {}\n", server.error().text.en);
        return 1;
    }
    fmt::print("{{\"event\":\"ready\",\"port\":{}}}\n", server->port());
    std::fflush(stdout);
    waitForEnd(signals);
    return 0;
}
