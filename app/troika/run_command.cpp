// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "dry_run.h"
#include "findings.h"
#include "interrupts.h"
#include "output.h"
#include "progress.h"
#include "source.h"
#include "words.h"

#include <fmt/format.h>
#include <memory>
#include <troika/backend/catalogue.h>
#include <troika/run/estimate.h>
#include <troika/run/machine.h>
#include <troika/scenario/validate.h>
#include <unistd.h>

namespace troika::cli {
namespace {

void add(Findings& findings, Findings more) {
    for (Finding& one : more) findings.push_back(std::move(one));
}

/// The scenario as the options change it, if it may run on this machine; else every finding.
tl::expected<Scenario, Findings> prepare(Json document, const Options& options) {
    Findings findings;
    if (document.is_object() && options.rounds) document["rounds"] = *options.rounds;
    if (document.is_object() && options.seed) document["seed"] = *options.seed;
    for (const std::string& one : options.settings) add(findings, setField(document, one));
    auto scenario = readScenario(document, catalogue());
    if (!scenario) {
        add(findings, scenario.error());
        return tl::unexpected(findings);
    }
    if (options.labels) add(findings, keepOnly(*options.labels, *scenario));
    if (options.labels && findings.empty() && !scenario->sweep.empty()) {
        // What is swept may have gone with a contender.
        scenario = readScenario(writeScenario(*scenario, catalogue()), catalogue());
        if (!scenario) return scenario;
    }
    add(findings, checkDuration(*scenario, options.maxTime));
    add(findings, validateFor(*scenario, catalogue(), readMachineLimits(options.diskDirectory)));
    if (!findings.empty()) return tl::unexpected(findings);
    return *scenario;
}

int refuse(const SourceProblem& problem, const Options& options) {
    if (const auto* sentence = std::get_if<Text>(&problem)) {
        say(*sentence, options.language);
    } else {
        const Layout layout = layoutFor(STDERR_FILENO, options.language);
        fmt::print(stderr, "{}", findingsText(std::get<Findings>(problem), layout));
    }
    return exitUsage;
}

void announce(const Scenario& scenario, const Options& options) {
    for (const int pid : otherTroikas()) say(words::otherTroika(pid), options.language);
    if (!options.quiet) say(describeRun(scenario), options.language);
}

int race(const Scenario& scenario, const Options& options) {
    std::stop_source stop;
    const bool moving = ::isatty(STDERR_FILENO) != 0 && !options.quiet;
    const std::string begin = moving ? "\r\033[K" : "";
    const Interrupts interrupts(stop, begin + words::stopping().in(options.language) + "\n");
    announce(scenario, options);
    std::unique_ptr<ProgressBar> bar;
    if (moving) {
        bar = std::make_unique<ProgressBar>(layoutFor(STDERR_FILENO, options.language));
    }
    const auto listener = [&](Progress progress) {
        if (!bar) return;
        progress.contender = words::titleOf(scenario, progress.contender, options.language);
        bar->show(progress);
    };
    const RunOptions how{.diskBase = options.diskDirectory, .maxTime = options.maxTime};
    const auto run = runScenario(scenario, how, listener, stop.get_token());
    bar.reset();
    if (!run) {
        say(run.error().text, options.language);
        return stop.stop_requested() ? exitCancelled : exitFailed;
    }
    const bool delivered = deliver(*run, options);
    if (run->result.status == RunStatus::Cancelled) return exitCancelled;
    return delivered && run->result.status == RunStatus::Finished ? exitFine : exitFailed;
}

} // namespace

int runCommand(const Options& options) {
    auto document = loadSource(options.subject);
    if (!document) return refuse(document.error(), options);
    const auto scenario = prepare(std::move(*document), options);
    if (!scenario) return refuse(scenario.error(), options);
    if (options.dryRun) {
        const Layout layout = layoutFor(STDOUT_FILENO, options.language);
        return writeOut(dryRunText(*scenario, layout)) ? exitFine : exitFailed;
    }
    if (!options.out.empty()) {
        if (const auto problem = checkFolder(options.out)) return refuse(*problem, options);
    }
    return race(*scenario, options);
}

} // namespace troika::cli
