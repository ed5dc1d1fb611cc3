// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/process_tree.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <sstream>
#include <string>
#include <unistd.h>

namespace troika {
namespace {

namespace fs = std::filesystem;

/// All of a small /proc file; empty when the process is gone.
std::string contents(const std::string& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The kernel has a list for every thread: of a process with more than these, a walk through all of
/// the machine's processes costs less.
constexpr long manyThreads = 128;

/// Of /proc/PID/stat, where state is field 3: utime 14, stime 15, num_threads 20.
constexpr std::size_t userField = 11;
constexpr std::size_t systemField = 12;
constexpr std::size_t threadsField = 17;

bool kernelListsChildren() {
    static const bool lists =
        ::access(fmt::format("/proc/self/task/{}/children", ::getpid()).c_str(), R_OK) == 0;
    return lists;
}

/// Fields of /proc/PID/stat from the third (state) on; the second may hold blanks and brackets.
std::vector<std::string> statFields(pid_t pid) {
    const std::string text = contents(fmt::format("/proc/{}/stat", pid));
    const std::size_t bracket = text.rfind(')');
    if (bracket == std::string::npos) return {};
    std::istringstream rest(text.substr(bracket + 1));
    std::vector<std::string> fields;
    for (std::string field; rest >> field;) fields.push_back(field);
    return fields;
}

long threadsOf(pid_t pid) {
    const auto fields = statFields(pid);
    return fields.size() > threadsField ? std::atol(fields[threadsField].c_str()) : 0;
}

std::vector<pid_t> childrenByWalk(pid_t pid) {
    std::vector<pid_t> children;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator("/proc", ignored)) {
        const std::string name = entry.path().filename();
        if (!std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isdigit(c); }))
            continue;
        const auto candidate = static_cast<pid_t>(std::atol(name.c_str()));
        const auto fields = statFields(candidate);
        if (fields.size() > 1 && std::atol(fields[1].c_str()) == pid) children.push_back(candidate);
    }
    return children;
}

std::vector<pid_t> childrenByList(pid_t pid) {
    std::vector<pid_t> children;
    std::error_code ignored;
    for (const auto& task : fs::directory_iterator(fmt::format("/proc/{}/task", pid), ignored)) {
        std::istringstream list(contents(task.path() / "children"));
        for (pid_t child = 0; list >> child;) children.push_back(child);
    }
    return children;
}

} // namespace

std::vector<pid_t> childrenOf(pid_t pid) {
    return kernelListsChildren() && threadsOf(pid) <= manyThreads ? childrenByList(pid)
                                                                  : childrenByWalk(pid);
}

std::vector<pid_t> descendantsOf(pid_t pid) {
    std::vector<pid_t> all = childrenOf(pid);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::vector<pid_t> children = childrenOf(all[i]);
        all.insert(all.end(), children.begin(), children.end());
    }
    return all;
}

TreeSize sizeOfDescendants(pid_t pid) {
    static const long pageBytes = ::sysconf(_SC_PAGESIZE);
    static const std::int64_t tickNs = 1'000'000'000 / ::sysconf(_SC_CLK_TCK);
    TreeSize size;
    for (const pid_t process : descendantsOf(pid)) {
        std::istringstream memory(contents(fmt::format("/proc/{}/statm", process)));
        long total = 0;
        long resident = 0;
        long shared = 0;
        const auto fields = statFields(process);
        if (!(memory >> total >> resident >> shared) || fields.size() <= threadsField) continue;
        size.anonymousBytes += (resident - shared) * pageBytes;
        size.threads += std::atol(fields[threadsField].c_str());
        size.processes += 1;
        size.processorNs += tickNs * (std::atoll(fields[userField].c_str()) +
                                      std::atoll(fields[systemField].c_str()));
    }
    return size;
}

} // namespace troika
