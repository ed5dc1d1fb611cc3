// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.h"

#include "grid.h"
#include "window.h"
#include "words.h"

#include <cerrno>
#include <cstdlib>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <troika/backend/catalogue.h>
#include <troika/base/system_error.h>
#include <troika/result/export.h>
#include <troika/result/file.h>
#include <unistd.h>

namespace troika::cli {
namespace {

namespace fs = std::filesystem;

/// Writes one kind of file; the names of what was written are added.
Result<> writeFormat(Format format, const StoredRun& run, const fs::path& folder,
                     std::vector<std::string>& names) {
    const auto noted = [&](Result<> done, std::initializer_list<std::string> files) {
        if (!done) return done;
        for (const std::string& file : files) names.push_back((folder / file).string());
        return done;
    };
    switch (format) {
    case Format::Troika: {
        const std::string name = run.result.scenario.name + ".troika";
        return noted(writeResult(folder / name, run, catalogue()), {name});
    }
    case Format::Json:
        return noted(exportJson(folder, run.result, catalogue()), {"result.json"});
    case Format::Csv:
        break;
    }
    const Result<> done = noted(exportCsv(folder, run), {"summary.csv"});
    return run.samples.empty() ? done : noted(done, {"samples.csv"});
}

/// What is asked for. Without samples an archive would hold less than the one it may replace.
std::set<Format> formatsFor(const StoredRun& run, const Options& options) {
    if (!options.formats.empty() || !options.charts.empty()) return options.formats;
    if (run.samples.empty()) return {Format::Json, Format::Csv};
    return {Format::Json, Format::Troika, Format::Csv};
}

/// The window draws from a file: one that is there for as long as that takes.
Result<> writeCharts(const StoredRun& run, const Options& options,
                     std::vector<std::string>& names) {
    if (run.samples.empty()) return failure("charts", words::chartsNeedSamples());
    const fs::path file = options.out / fmt::format(".charts-{}.troika", ::getpid());
    if (auto written = writeResult(file, run, catalogue()); !written) return written;
    const bool drawn = drawCharts(file, options.out, options.charts, options.language);
    std::error_code ignored;
    fs::remove(file, ignored);
    if (!drawn) return failure("charts", words::chartsNotDrawn(options.out.string()));
    for (const char* const chart : {"race", "latency"}) {
        for (const std::string& format : options.charts) {
            names.push_back((options.out / (std::string(chart) + "." + format)).string());
        }
    }
    return {};
}

bool writeFiles(const StoredRun& run, const Options& options) {
    std::vector<std::string> names;
    bool fine = true;
    for (const Format format : formatsFor(run, options)) {
        const Result<> done = writeFormat(format, run, options.out, names);
        if (done) continue;
        say(done.error().text, options.language);
        fine = false;
    }
    if (!options.charts.empty()) {
        if (const Result<> drawn = writeCharts(run, options, names); !drawn) {
            say(drawn.error().text, options.language);
            fine = false;
        }
    }
    if (options.quiet) return fine;
    if (run.samples.empty()) say(words::leftOutForWantOfSamples(), options.language);
    if (!names.empty()) {
        say(words::written(fmt::format("{}", fmt::join(names, ", "))), options.language);
    }
    return fine;
}

} // namespace

Layout layoutFor(int descriptor, Language language) {
    Layout layout{.language = language};
    if (::isatty(descriptor) == 0) return layout;
    winsize size{};
    const bool told = ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    if (told) layout.width = size.ws_col;
    const char* const noColour = std::getenv("NO_COLOR");
    const char* const kind = std::getenv("TERM");
    layout.colour = (noColour == nullptr || *noColour == '\0') &&
                    !(kind != nullptr && std::string_view(kind) == "dumb");
    return layout;
}

Result<> writeOut(std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
        if (written >= 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
            continue;
        }
        if (errno == EINTR) continue;
        if (errno == EPIPE) return {};
        return failure("output", words::notWritten(systemError(errno)));
    }
    return {};
}

void say(const Text& text, Language language) {
    fmt::print(stderr, "{}\n", printable(text.in(language)));
}

std::optional<Text> checkFolder(const fs::path& folder) {
    std::error_code error;
    if (!fs::exists(folder, error)) fs::create_directory(folder, error);
    if (error) return words::cannotWriteFolder(folder.string(), systemError(error.value()));
    std::string name = (folder / ".troika-XXXXXX").string();
    const int file = ::mkstemp(name.data());
    if (file < 0) return words::cannotWriteFolder(folder.string(), systemError(errno));
    ::close(file);
    ::unlink(name.c_str());
    return std::nullopt;
}

bool deliver(const StoredRun& run, const Options& options) {
    bool fine = true;
    const std::string text =
        options.json ? resultToJson(run.result, catalogue())
                               .dump(2, ' ', false, Json::error_handler_t::replace) +
                           "\n"
                     : resultTable(run.result, layoutFor(STDOUT_FILENO, options.language));
    if (const Result<> printed = writeOut(text); !printed) {
        say(printed.error().text, options.language);
        fine = false;
    }
    if (!options.out.empty()) fine = writeFiles(run, options) && fine;
    return fine;
}

} // namespace troika::cli
