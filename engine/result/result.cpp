// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/result/result.h>

#include <chrono>
#include <ctime>
#include <fmt/chrono.h>
#include <random>

namespace troika {

std::string_view name(TrialStatus status) {
    switch (status) {
    case TrialStatus::Finished:
        return "finished";
    case TrialStatus::Failed:
        return "failed";
    case TrialStatus::Cancelled:
        return "cancelled";
    case TrialStatus::Unavailable:
        return "unavailable";
    }
    return {};
}

std::string_view name(RunStatus status) {
    switch (status) {
    case RunStatus::Finished:
        return "finished";
    case RunStatus::Failed:
        return "failed";
    case RunStatus::Cancelled:
        return "cancelled";
    }
    return {};
}

namespace {

std::optional<double> ofTask(double cost, const TaskCounts& tasks) {
    if (tasks.finished == 0) return std::nullopt;
    return cost / static_cast<double>(tasks.finished);
}

} // namespace

std::optional<double> ContenderResult::cpuOfTask() const {
    return ofTask(usage.cpuUserSeconds + usage.cpuSystemSeconds, tasks);
}

std::optional<double> ContenderResult::switchesOfTask() const {
    return ofTask(static_cast<double>(usage.voluntarySwitches + usage.involuntarySwitches), tasks);
}

const ContenderResult* PointResult::contender(std::string_view label) const {
    for (const ContenderResult& one : contenders)
        if (one.label == label) return &one;
    return nullptr;
}

std::string newResultId() {
    std::random_device device;
    std::string id;
    for (int word = 0; word < 4; ++word) id += fmt::format("{:08x}", device());
    return id;
}

std::string timeStampNow() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

std::string thisTroika() { return TROIKA_VERSION " (" TROIKA_COMMIT ")"; }

} // namespace troika
