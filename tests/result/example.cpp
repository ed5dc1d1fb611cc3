// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/example.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace troika::example {

namespace {

Setting wholeNumber(const std::string& name, std::int64_t byDefault) {
    Setting setting;
    setting.name = name;
    setting.byDefault = byDefault;
    setting.low = 1;
    setting.high = 1e6;
    return setting;
}

Contender contender(const std::string& label, const std::string& backend, Text title) {
    Contender one;
    one.label = label;
    one.backend = backend;
    one.title = std::move(title);
    if (backend == "thread.pool") one.settings.set("workers", std::int64_t{4});
    return one;
}

Sample sampleOf(int round, int task, std::int64_t nanoseconds) {
    Sample sample;
    const std::int64_t length = nanoseconds + (round % 2) * nanoseconds / 100;
    sample.due = beginOf(round);
    sample.start = sample.due + task * length;
    sample.end = sample.start + length;
    sample.digest = static_cast<std::uint64_t>(round) * 1000 + static_cast<std::uint64_t>(task);
    sample.outcome = Outcome::Finished;
    return sample;
}

SliceRecord sliceOf(int round, bool warmUp, int tasks, std::int64_t nanoseconds) {
    SliceRecord slice;
    slice.round = round;
    slice.warmUp = warmUp;
    slice.counted = !warmUp;
    slice.begin = beginOf(round);
    for (int task = 0; task < tasks; ++task)
        slice.samples.push_back(sampleOf(round, task, nanoseconds));
    slice.end = slice.samples.empty() ? slice.begin : slice.samples.back().end;
    slice.cpuUserSeconds = static_cast<double>(nanoseconds) * tasks / 1e9;
    slice.voluntarySwitches = tasks;
    return slice;
}

} // namespace

Catalogue catalogue() {
    Catalogue all;
    all.steps = {{"download", {}, {}, {wholeNumber("size", 1024)}, {}},
                 {"compute", {}, {}, {wholeNumber("amount", 1)}, {}}};
    all.arrivals = {{"batch", {}, {}, {wholeNumber("tasks", 10)}, {}}};
    BackendDeclaration serial;
    serial.name = "serial";
    BackendDeclaration pool;
    pool.name = "thread.pool";
    pool.settings = {wholeNumber("workers", 4)};
    all.backends = {serial, pool};
    return all;
}

Scenario scenario(int rounds) {
    Scenario made;
    made.name = "example";
    made.title = {"An example", "Пример"};
    made.about = {"Shows nothing.", "Ничего не показывает."};
    Step download{"download", {}};
    download.settings.set("size", std::int64_t{1024});
    made.workload.steps = {download};
    made.workload.arrivals.kind = "batch";
    made.workload.arrivals.settings.set("tasks", std::int64_t{10});
    made.contenders = {contender("serial", "serial", {"serial", "serial"}),
                       contender("small", "thread.pool", {"small pool", "малый пул"}),
                       contender("large", "thread.pool", {"large pool", "большой пул"})};
    made.baseline = "serial";
    made.rounds = rounds;
    return made;
}

std::int64_t beginOf(int round) { return 5'000'000'000'000 + round * 1'000'000'000LL; }

TrialRecord trial(const std::string& label, int rounds, int tasks, std::int64_t nanoseconds) {
    TrialRecord record;
    record.label = label;
    record.backend = label == "serial" ? "serial" : "thread.pool";
    record.slices.push_back(sliceOf(0, true, tasks, nanoseconds * 3));
    for (int round = 0; round < rounds; ++round)
        record.slices.push_back(sliceOf(round, false, tasks, nanoseconds));
    record.peakMemoryBytes = 1 << 20;
    record.threads = 4;
    record.processes = 1;
    record.startUpSeconds = {0.003, 0.001, 0.002};
    return record;
}

StoredRun run() {
    StoredRun stored;
    stored.result.id = newResultId();
    stored.result.troika = thisTroika();
    stored.result.started = timeStampNow();
    stored.result.seconds = 1.0 / 3;
    stored.result.scenario = scenario();
    stored.result.environment = {{"cores", 2}, {"kernel", "6.1"}};
    for (const int workers : {2, 4}) {
        std::vector<TrialRecord> trials{trial("serial", 6, 20, 3'000'000),
                                        trial("small", 6, 20, 1'000'000),
                                        trial("large", 3, 20, 900'000)};
        trials[0].notes = {{"files: io_uring", "файлы: io_uring"}};
        trials[1].shutDownSeconds = 0.25;
        trials[1].slices[2].counted = false;
        trials[1].slices[2].whyNot = Text{"the machine was busy", "машина была занята"};
        trials[2].status = TrialStatus::Failed;
        trials[2].reason = Failure{"worker-killed", {"a worker died", "рабочий процесс погиб"}};
        trials[2].slices[3].samples[7] = Sample{};
        stored.result.points.push_back(
            analyse(stored.result.scenario, trials, {{"backends[small].workers", workers}}));
        stored.samples.push_back(takeSamples(std::move(trials)));
    }
    stored.result.doubts = {
        {"noisy-machine", "", {"\"load\", 3", "нагрузка 3"}, {"wait", "ждите"}}};
    return stored;
}

Directory::Directory() {
    std::string name = (std::filesystem::temp_directory_path() / "troika-test-XXXXXX").string();
    if (::mkdtemp(name.data()) != nullptr) m_path = name;
}

Directory::~Directory() {
    std::error_code ignored;
    if (!m_path.empty()) std::filesystem::remove_all(m_path, ignored);
}

std::filesystem::path Directory::operator/(const std::string& name) const { return m_path / name; }

std::size_t Directory::files() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(m_path), {}));
}

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const std::filesystem::path& file, std::string_view content) {
    std::ofstream(file, std::ios::binary)
        .write(content.data(), static_cast<std::streamsize>(content.size()));
}

} // namespace troika::example
