// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/compute_kernel.h"
#include "workload/on_pool.h"
#include "workload/step_work.h"

#include <optional>
#include <troika/base/check.h>
#include <utility>
#include <vector>

namespace troika {

troika_kernel computeKernel(const std::string& name) {
    const troika_kernel kernel = troika_kernel_find(name.c_str());
    TROIKA_CHECK(kernel != nullptr, "a validated scenario names a kernel of the library");
    return kernel;
}

namespace {

constexpr const char* payloadInput = "payload.input";
constexpr const char* payloadOutput = "payload.output";
/// What the kernel `stream` keeps for each thread.
constexpr std::int64_t streamBytes = std::int64_t{24} * 1024 * 1024;
constexpr double mostPayload = 256.0 * 1024 * 1024;

PayloadSize payloadOf(const Settings& compute) {
    const auto bytes = [&](const char* name) {
        return compute.has(name) ? compute.bytes(name) : 0;
    };
    return {bytes(payloadInput), bytes(payloadOutput)};
}

/// What every task of a step computes. The key is the task's first draw, changed by the digest of
/// its input; what comes out is written into the output, whose digest is folded in.
class Computation {
public:
    Computation(troika_kernel kernel, std::uint64_t amount, PayloadSize payload)
        : m_kernel(kernel), m_amount(amount), m_source(payload) {}

    [[nodiscard]] StepOutcome perform(const TaskName& task, const Payload& payload) const {
        const std::uint64_t key = Draws(task).next() ^ digestOfInput(payload.input);
        const std::uint64_t result = m_kernel(m_amount, key);
        if (payload.output.empty()) return {Outcome::Finished, result};
        return {Outcome::Finished, foldDigest(result, writeOutput(payload.output, result))};
    }
    /// How long a point of the Mandelbrot set takes depends on where it lies.
    [[nodiscard]] bool even() const { return m_kernel != computeKernel("mandelbrot"); }
    [[nodiscard]] PayloadSource& source() { return m_source; }
    [[nodiscard]] const PayloadSource& source() const { return m_source; }

private:
    troika_kernel m_kernel;
    std::uint64_t m_amount;
    PayloadSource m_source;
};

class ComputeBlocking final : public BlockingStep {
public:
    explicit ComputeBlocking(const Computation& computation) : m_computation(computation) {}
    Result<> leadIn() override {
        // Touched here, so that no task waits for a page.
        if (!m_elsewhere) m_output.resize(m_computation.source().size().output);
        return {};
    }
    void place(const Payload& payload) override { m_elsewhere = payload; }
    StepOutcome perform(const TaskName& task) override {
        const bool given = m_elsewhere && !m_elsewhere->input.empty();
        const auto input = given ? m_elsewhere->input : m_computation.source().input(task);
        return m_computation.perform(task, {input, m_elsewhere ? m_elsewhere->output : m_output});
    }
    void settle() override {}

private:
    const Computation& m_computation;
    std::vector<std::byte> m_output; ///< Of the task at hand.
    std::optional<Payload> m_elsewhere;
};

/// Computes on the loop itself: nothing else on that loop moves meanwhile, which is what computing
/// in an event loop means. Or in a pool, where the loop has one.
class ComputeAsync final : public AsyncStep {
public:
    ComputeAsync(const Computation& computation, const LoopPlace& loop)
        : m_computation(computation), m_loop(loop) {}
    Async<Result<>> leadIn(std::uint32_t) override {
        if (m_loop.computePool == nullptr) static_cast<void>(outputOfThread());
        co_return Result<>{};
    }
    Async<StepOutcome> perform(TaskName task) override {
        if (m_loop.computePool == nullptr) {
            if (m_loop.ring != nullptr) m_loop.ring->flush(); // The others need not wait for it.
            co_return compute(task);
        }
        StepOutcome outcome;
        co_await onPool(*m_loop.computePool, m_loop.ring, [this, &outcome, task] {
            outcome = compute(task);
            return 0;
        });
        co_return outcome;
    }
    void settle() override {}

private:
    [[nodiscard]] StepOutcome compute(const TaskName& task) const {
        return m_computation.perform(task, {m_computation.source().input(task), outputOfThread()});
    }
    /// Whichever thread computes has room for one output.
    [[nodiscard]] std::span<std::byte> outputOfThread() const {
        static thread_local std::vector<std::byte> room;
        const std::size_t size = m_computation.source().size().output;
        if (room.size() < size) room.resize(size);
        return std::span(room).first(size);
    }

    const Computation& m_computation;
    LoopPlace m_loop;
};

class ComputeWork final : public StepWork {
public:
    explicit ComputeWork(Computation computation) : m_computation(std::move(computation)) {}
    Result<> setUp() override {
        m_computation.source().prepare();
        return {};
    }
    PayloadSource* payload() override { return &m_computation.source(); }
    bool even() const override { return m_computation.even(); }
    std::unique_ptr<BlockingStep> blocking() const override {
        return std::make_unique<ComputeBlocking>(m_computation);
    }
    std::unique_ptr<AsyncStep> async(const LoopPlace& loop) const override {
        return std::make_unique<ComputeAsync>(m_computation, loop);
    }

private:
    Computation m_computation;
};

std::unique_ptr<StepWork> makeCompute(const Settings& settings, const WorkPlace&) {
    TROIKA_CHECK(settings.has("amount"), "durations are calibrated into amounts before a run");
    return std::make_unique<ComputeWork>(
        Computation(computeKernel(settings.choice("kernel")),
                    static_cast<std::uint64_t>(settings.integer("amount")), payloadOf(settings)));
}

Setting kernelSetting() {
    return {
        .name = "kernel",
        .type = SettingType::Choice,
        .title = {"Kernel", "Вычислительное ядро"},
        .explanation = {"What is computed.", "Что именно вычисляется."},
        .byDefault = std::string("sha256"),
        .choices = {
            {"primes",
             {"prime sieve: integers and branches", "решето простых чисел: целые и ветвления"}},
            {"sha256", {"SHA-256 hashing", "хеширование SHA-256"}},
            {"matmul",
             {"matrix product: floating point", "произведение матриц: числа с плавающей точкой"}},
            {"mandelbrot",
             {"Mandelbrot set: branches that nobody can foresee",
              "множество Мандельброта: непредсказуемые ветвления"}},
            {"stream",
             {"a triad over 24 MiB a thread: memory bandwidth",
              "триада по 24 МиБ на поток: пропускная способность памяти"}},
            {"counter-mutex",
             {"a counter behind a mutex, shared by all threads of a process and by no two "
              "processes",
              "счётчик под мьютексом: общий для потоков процесса, но не для разных процессов"}},
            {"counter-atomic",
             {"an atomic counter, shared by all threads of a process and by no two processes",
              "атомарный счётчик: общий для потоков процесса, но не для разных процессов"}},
            {"counter-sharded",
             {"a counter for each thread: nobody waits for anybody",
              "свой счётчик у каждого потока: никто никого не ждёт"}},
        }};
}

Setting amountSetting() {
    return {.name = "amount",
            .type = SettingType::Integer,
            .title = {"Amount", "Объём"},
            .explanation = {"How many times a task repeats the kernel's quantum: the same work on "
                            "every machine.",
                            "Сколько раз задача повторяет квант ядра: одинаковая работа на любой "
                            "машине."},
            .low = 1,
            .high = 1e12};
}

Setting durationSetting() {
    return {.name = "duration",
            .type = SettingType::Quantity,
            .unit = Unit::Seconds,
            .title = {"Duration", "Длительность"},
            .explanation = {"How long a task computes on one free core of this machine; calibrated "
                            "into an amount before the race.",
                            "Сколько времени задача считает на одном свободном ядре этой машины; "
                            "перед состязанием пересчитывается в объём калибровкой."},
            .suggestion = 1e-3,
            .low = 1e-7,
            .high = 60};
}

Setting payloadSetting(const char* name, Text title, Text explanation) {
    return {.name = name,
            .type = SettingType::Quantity,
            .unit = Unit::Bytes,
            .title = std::move(title),
            .explanation = std::move(explanation),
            .byDefault = 0.0,
            .low = 0,
            .high = mostPayload};
}

Setting inputSetting() {
    return payloadSetting(payloadInput, {"Input", "Входные данные"},
                          {"Bytes that every task brings along and reads: threads find them where "
                           "they are, processes "
                           "have to be sent them or find them in shared memory.",
                           "Сколько байтов задача приносит с собой и читает: потокам они доступны "
                           "на месте, процессам "
                           "их нужно передать или положить в общую память."});
}

Setting outputSetting() {
    return payloadSetting(
        payloadOutput, {"Output", "Выходные данные"},
        {"Bytes that every task writes and that have to come back to whoever asked for it.",
         "Сколько байтов задача записывает и возвращает тому, кто её поручил."});
}

void checkCompute(const Settings& settings, const std::string& path, Findings& findings) {
    const bool amount = settings.has("amount");
    const bool duration = settings.has("duration");
    const Text allowed = {"either amount or duration", "либо amount, либо duration"};
    if (amount && duration) {
        findings.push_back({path + ".duration",
                            "",
                            {"both an amount and a duration are given",
                             "заданы сразу и объём (amount), и длительность (duration)"},
                            allowed});
    } else if (!amount && !duration) {
        findings.push_back({path + ".amount",
                            "",
                            {"neither an amount nor a duration is given",
                             "не заданы ни объём (amount), ни длительность (duration)"},
                            allowed});
    }
}

} // namespace

StepKind computeKind() {
    Kind kind{.name = "compute",
              .title = {"Computation", "Вычисление"},
              .explanation = {"Keeps a core busy with a kernel whose digest proves the work.",
                              "Загружает ядро процессора расчётом, контрольная сумма которого "
                              "доказывает, что работа сделана."},
              .settings = {kernelSetting(), amountSetting(), durationSetting(), inputSetting(),
                           outputSetting()},
              .check = checkCompute,
              .laneBytes =
                  [](const Settings& compute) {
                      const bool streams = compute.choice("kernel") == "stream";
                      return static_cast<std::int64_t>(payloadOf(compute).output) +
                             (streams ? streamBytes : 0);
                  },
              .sharedBytes =
                  [](const Settings& compute) {
                      return static_cast<std::int64_t>(PayloadSource(payloadOf(compute)).bytes());
                  }};
    StepKind whole{std::move(kind), makeCompute};
    whole.payload = [](const Settings& settings) { return payloadOf(settings); };
    return whole;
}

} // namespace troika
