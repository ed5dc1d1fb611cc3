// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fake/fake.h"

#include "backend/declare.h"

#include <csignal>
#include <thread>

namespace troika {
namespace {

class Fake final : public Backend {
public:
    explicit Fake(const Stage& stage)
        : m_lanes(static_cast<std::uint32_t>(stage.settings.integer("lanes"))),
          m_service(stage.settings.duration("service").count()),
          m_failEvery(stage.settings.integer("fail_every")),
          m_dieInSlice(stage.settings.integer("die_in_slice")),
          m_hangInSlice(stage.settings.integer("hang_in_slice")),
          m_digest(static_cast<std::uint64_t>(stage.settings.integer("digest"))) {}

    Result<> setUp() override { return {}; }
    Result<> leadIn(std::uint32_t) override { return {}; }

    Result<> run(const Slice& slice) override {
        ++m_slices;
        const std::uint32_t tasks = slice.arrivals().admitted();
        for (std::uint32_t task = 0; task < tasks; ++task) {
            if (task == tasks / 2) misbehave();
            slice.record(task, task % m_lanes, sampleOf(task, slice));
            m_account.userNs += m_service;
        }
        return {};
    }

    Result<> settle() override { return {}; }
    Result<Account> account() override { return m_account; }

private:
    [[nodiscard]] Sample sampleOf(std::uint32_t task, const Slice& slice) const {
        const std::int64_t turn = task / m_lanes;
        Sample sample;
        sample.start = slice.arrivals().due(task) + turn * m_service;
        sample.end = sample.start + m_service;
        const bool fails = m_failEvery > 0 && (task + 1) % m_failEvery == 0;
        sample.outcome = fails ? Outcome::Failed : Outcome::Finished;
        sample.digest = fails ? 0 : mix64(slice.round() * 1'000'003 + task + m_digest);
        return sample;
    }

    /// Half-way through the slice that the settings name: dies, or never comes back.
    void misbehave() const {
        if (m_slices == m_dieInSlice) std::raise(SIGKILL);
        while (m_slices == m_hangInSlice) std::this_thread::sleep_for(std::chrono::hours(1));
    }

    std::uint32_t m_lanes;
    std::int64_t m_service;
    std::int64_t m_failEvery;
    std::int64_t m_dieInSlice;
    std::int64_t m_hangInSlice;
    std::uint64_t m_digest;
    std::int64_t m_slices = 0;
    Account m_account;
};

Setting serviceSetting() {
    Setting setting;
    setting.name = "service";
    setting.type = SettingType::Quantity;
    setting.unit = Unit::Seconds;
    setting.title = {"Service time", "Время обслуживания"};
    setting.explanation = {"How long every task seems to take.",
                           "Сколько времени будто бы занимает каждая задача."};
    setting.byDefault = 1e-3;
    setting.high = 3600;
    return setting;
}

} // namespace

BackendKind fakeKind() {
    BackendDeclaration declaration;
    declaration.name = "fake";
    declaration.forTests = true;
    declaration.title = {"Fake", "Имитация"};
    declaration.explanation = {"Does nothing, exactly; for tests.",
                               "Точно ничего не делает; для тестов."};
    const auto when = [](std::string name, Text title, Text explanation, std::int64_t high) {
        return integerSetting(std::move(name), std::move(title), std::move(explanation), 0, 0,
                              high);
    };
    declaration.settings = {
        serviceSetting(),
        integerSetting("lanes", {"Lanes", "Дорожек"}, {"How many at once.", "Сколько сразу."}, 1, 1,
                       1024),
        when("fail_every", {"Fail every", "Сбой каждой"},
             {"Every n-th task fails.", "Каждая n-я задача завершается сбоем."}, 1'000'000),
        when("die_in_slice", {"Die in slice", "Гибель в отрезке"},
             {"Is killed half-way through this slice.", "Процесс гибнет посреди этого отрезка."},
             1'000'000),
        when("hang_in_slice", {"Hang in slice", "Зависание в отрезке"},
             {"Never ends this slice.", "Этот отрезок никогда не заканчивается."}, 1'000'000),
        when("digest", {"Other digest", "Другая сумма"},
             {"Changes the digest, as if other work had been done.",
              "Меняет контрольную сумму, будто сделана другая работа."},
             1'000'000)};
    declaration.demand = [](const Scenario&, const Contender&) { return Demand{}; };
    return {declaration, makeBackend<Fake>};
}

} // namespace troika
