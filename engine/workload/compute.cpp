// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/compute_kernel.h"
#include "workload/on_pool.h"
#include "workload/step_work.h"

#include <troika/base/check.h>

namespace troika {

troika_kernel computeKernel(const std::string& name) {
    const troika_kernel kernel = troika_kernel_find(name.c_str());
    TROIKA_CHECK(kernel != nullptr, "a validated scenario names a kernel of the library");
    return kernel;
}

namespace {

/// Which kernel, and how much of it; the key is the task's first draw.
struct Computation {
    troika_kernel kernel = nullptr;
    std::uint64_t amount = 0;

    [[nodiscard]] StepOutcome perform(const TaskName& task) const {
        return {Outcome::Finished, kernel(amount, Draws(task).next())};
    }
};

class ComputeBlocking final : public BlockingStep {
public:
    explicit ComputeBlocking(Computation computation) : m_computation(computation) {}
    Result<> leadIn() override { return {}; }
    StepOutcome perform(const TaskName& task) override { return m_computation.perform(task); }
    void settle() override {}

private:
    Computation m_computation;
};

/// Computes on the loop itself: nothing else on that loop moves meanwhile, which is what computing
/// in an event loop means. Or in a pool, where the loop has one.
class ComputeAsync final : public AsyncStep {
public:
    ComputeAsync(Computation computation, const LoopPlace& loop)
        : m_computation(computation), m_loop(loop) {}
    Async<Result<>> leadIn(std::uint32_t) override { co_return Result<>{}; }
    Async<StepOutcome> perform(TaskName task) override {
        StepOutcome outcome;
        if (m_loop.computePool == nullptr) {
            if (m_loop.ring != nullptr) m_loop.ring->flush(); // The others need not wait for it.
            outcome = m_computation.perform(task);
        } else {
            co_await onPool(*m_loop.computePool, m_loop.ring, [this, &outcome, task] {
                outcome = m_computation.perform(task);
                return 0;
            });
        }
        co_return outcome;
    }
    void settle() override {}

private:
    Computation m_computation;
    LoopPlace m_loop;
};

class ComputeWork final : public StepWork {
public:
    explicit ComputeWork(Computation computation) : m_computation(computation) {}
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
        Computation{computeKernel(settings.choice("kernel")),
                    static_cast<std::uint64_t>(settings.integer("amount"))});
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
              .settings = {kernelSetting(), amountSetting(), durationSetting()},
              .check = checkCompute};
    return {std::move(kind), makeCompute};
}

} // namespace troika
