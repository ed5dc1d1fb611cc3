// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/download_async.h"
#include "workload/download_blocking.h"
#include "workload/download_plan.h"
#include "workload/download_stalls.h"
#include "workload/download_warm.h"

namespace troika {
namespace {

class Download final : public StepWork {
public:
    Download(const Settings& settings, const WorkPlace& place)
        : m_plan(settings, place.originPort, place.timeout, place.step) {}

    Result<> setUp() override { return warmOrigin(m_plan.port, m_plan.size); }
    Result<> begin(std::int64_t begin) override {
        return m_plan.stalls.empty() ? Result<>{} : tellStalls(m_plan, m_plan.stalls, begin);
    }
    Result<> settle() override {
        return m_plan.stalls.empty() ? Result<>{} : tellStalls(m_plan, {}, 0);
    }
    std::unique_ptr<BlockingStep> blocking() const override {
        return std::make_unique<BlockingDownload>(m_plan);
    }
    std::unique_ptr<AsyncStep> async(const LoopPlace& loop) const override {
        return std::make_unique<AsyncDownload>(m_plan, loop);
    }

private:
    DownloadPlan m_plan;
};

std::unique_ptr<StepWork> makeDownload(const Settings& settings, const WorkPlace& place) {
    return std::make_unique<Download>(settings, place);
}

std::int64_t sharedConnections(const Settings& settings) {
    return settings.has("pool") ? settings.integer("pool") : 0;
}

/// Where a launch only measures starting, nothing goes wrong on purpose: its one task would not
/// finish, or late.
void shrink(Settings& settings) {
    settings.erase("stalls");
    settings.set("failures", 0.0);
    settings.set("drops", 0.0);
}

} // namespace

StepKind downloadKind() {
    return {.declaration = downloadDeclaration(),
            .make = &makeDownload,
            .needsOrigin = true,
            .sharedConnections = &sharedConnections,
            .shrink = &shrink};
}

} // namespace troika
