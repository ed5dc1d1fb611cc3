// SPDX-License-Identifier: GPL-3.0-or-later
#include "trial/guarded_process.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>

namespace troika {
namespace {

std::vector<std::string> guardArguments(const GuardedRequest& request) {
    std::vector<std::string> arguments;
    for (const auto& directory : request.remove) {
        arguments.insert(arguments.end(), {"--remove", directory.string()});
    }
    if (request.rescue) {
        arguments.insert(arguments.end(),
                         {"--rescue", request.rescue->from.string(), request.rescue->to.string()});
    }
    arguments.insert(arguments.end(), {"--", request.program.string()});
    arguments.insert(arguments.end(), request.arguments.begin(), request.arguments.end());
    return arguments;
}

std::vector<std::pair<int, int>> guardDescriptors(const GuardedRequest& request, int input,
                                                  int output, int errors, int lifeline) {
    std::vector<std::pair<int, int>> given{
        {input, 0}, {output, 1}, {errors, 2}, {lifeline, lifelineDescriptor}};
    if (request.rescue && request.rescue->hold >= 0)
        given.emplace_back(request.rescue->hold, holdDescriptor);
    return given;
}

tl::unexpected<Failure> missingProgram(const std::filesystem::path& program) {
    return failure("program-missing",
                   bilingual("{} is missing or cannot be executed; build or install Troika again.",
                             "Файл {} отсутствует или не запускается; соберите или установите "
                             "Troika заново.",
                             program.string()));
}

} // namespace

Result<GuardedProcess> GuardedProcess::start(const GuardedRequest& request) {
    const std::filesystem::path guard = executableFolder() / "troika-guard";
    for (const auto& program : {guard, request.program}) {
        if (::access(program.c_str(), X_OK) != 0) return missingProgram(program);
    }
    auto input = makePipe();
    if (!input) return passOn(input);
    auto output = makePipe();
    if (!output) return passOn(output);
    auto lifeline = makeSocketPair();
    if (!lifeline) return passOn(lifeline);
    GuardedProcess process;
    process.m_errors =
        Descriptor(::open(request.errors.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    if (!process.m_errors) {
        return systemFailure(
            "spawn",
            bilingual("Cannot write {}", "Не удалось записать {}", request.errors.string()), errno);
    }
    auto child =
        spawn({.program = guard,
               .arguments = guardArguments(request),
               .descriptors = guardDescriptors(request, input->read.get(), output->write.get(),
                                               process.m_errors.get(), lifeline->there.get()),
               .ownSession = true});
    if (!child) return passOn(child);
    process.m_guard = std::move(*child);
    process.m_input = std::move(input->write);
    process.m_output = std::move(output->read);
    process.m_lifeline = std::move(lifeline->here);
    return process;
}

std::optional<TreeEnd> GuardedProcess::awaitEnd() {
    constexpr int patienceMs = 2'000;
    TreeEnd end;
    ssize_t got = 0;
    pollfd watched{m_lifeline.get(), POLLIN, 0};
    if (::poll(&watched, 1, patienceMs) == 1) got = ::read(watched.fd, &end, sizeof end);
    stop();
    if (got != sizeof end) return std::nullopt;
    return end;
}

void GuardedProcess::letGo() {
    if (!m_lifeline) return;
    writeAll(m_lifeline.get(), &farewell, sizeof farewell);
    m_lifeline.close();
}

void GuardedProcess::stop() {
    m_input.close();
    letGo();
    if (m_guard.running()) m_guard.wait();
}

std::string GuardedProcess::lastWords() const {
    constexpr off_t most = 2000;
    const off_t size = ::lseek(m_errors.get(), 0, SEEK_END);
    if (size <= 0) return {};
    std::string text(static_cast<std::size_t>(std::min(size, most)), '\0');
    const ssize_t got =
        ::pread(m_errors.get(), text.data(), text.size(), std::max<off_t>(size - most, 0));
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

} // namespace troika
