// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <troika/base/text.h>
#include <troika/result/result.h>
#include <troika/run/run.h>
#include <troika/scenario/catalogue.h>

/// What the command line says, apart from what the engine says itself.
namespace troika::cli::words {

// Headings of the table.
Text contender();
Text tasks();
Text failed();
Text dropped();
Text interval();
Text service(std::string_view percentile);
Text latency(std::string_view percentile);
Text queueing();
Text waiting();
Text processorTime();
Text switches();
Text peakMemory();
Text threads();
Text processes();
Text startUp();
Text backend();
Text connections();

/// A contender's title, fit for a terminal; its label where it has none.
std::string titleOf(const Scenario& scenario, const std::string& label, Language language);
/// What ran: tasks a round, rounds, seconds.
Text tasksARound(const std::string& tasks);
Text timeARound(); ///< Where a duration ends admission: nobody knows beforehand how many there are.
Text ran(const Text& work, std::size_t rounds, const std::string& seconds);
/// Where arrivals are a batch: what "service" in the headings is.
Text serviceMeans();
Text cancelled();
Text state(TrialStatus status);
Text doubt();

// The table of a sweep.
Text figuresAre(const Text& unit);
Text ahead();
Text noClearDifference();
Text noVerdict();
Text aheadAt(const std::string& title, std::size_t points, std::size_t of);
Text unclearAt(std::size_t points, std::size_t of);
/// Said of a point and others.
Text atPoints(const std::string& first, std::size_t points);

// Findings.
Text nothingStarted(std::size_t findings);
Text value();
Text problem();
Text allowed();

// Lists.
Text family(Family family);
Text range(const std::string& low, const std::string& high);
Text byDefault();
Text required();
Text none();
Text brokenScenario(const std::string& file);

// Around a run.
Text sampleLogs(const Text& size);
Text phase(Progress::Phase phase, int round, int rounds);
Text point(std::size_t point, std::size_t points);
Text left(double seconds);
Text stopping();
Text otherTroika(int pid);
Text written(const std::string& files);
Text leftOutForWantOfSamples();
Text noSamplesForArchive(const std::string& file);
Text notWritten(const Text& what);
Text noCharts(const std::string& format);
Text chartsNeedSamples();
Text chartsNotDrawn(const std::string& folder);
Text unknownFormat(const std::string& format);
Text formatNeedsFolder();
Text noSuchSubject(const std::string& subject);
Text didYouMean(const std::string& names);
Text bundledAre(const std::string& names);
Text cannotRead(const std::string& file, const Text& why);
Text cannotWriteFolder(const std::string& folder, const Text& why);
Text badDuration(const std::string& text);
Text whereToStart();

} // namespace troika::cli::words
