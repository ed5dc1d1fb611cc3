// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/serial/serial.h"

#include "backend/declare.h"

namespace troika {
namespace {

class Serial final : public Backend {
public:
    explicit Serial(const Stage& stage) : m_lane(stage.work.blockingLane()) {}

    Result<> setUp() override { return {}; }
    Result<> leadIn(std::uint32_t) override { return m_lane->leadIn(); }

    Result<> run(const Slice& slice) override {
        feed(slice.arrivals(), [&](TaskRange due) {
            for (std::uint32_t task = due.first; task < due.last; ++task) {
                slice.record(task, 0, m_lane->perform(slice.name(task)));
            }
        });
        return {};
    }

    Result<> settle() override {
        m_lane->settle();
        return {};
    }

private:
    std::unique_ptr<BlockingLane> m_lane;
};

Demand demand(const Scenario& scenario, const Contender&) {
    Demand demand;
    demand.connections = connectionsOf(scenario, 1);
    demand.descriptorsOfRunner += demand.connections;
    return demand;
}

} // namespace

BackendKind serialKind() {
    BackendDeclaration declaration;
    declaration.name = "serial";
    declaration.family = Family::Serial;
    declaration.title = {"One by one", "По одной"};
    declaration.explanation = {"One thread does one task after the other.",
                               "Один поток выполняет задачи одну за другой."};
    declaration.demand = demand;
    return {declaration, makeBackend<Serial>};
}

} // namespace troika
