// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run_controller.h"

#include <troika/base/check.h>

namespace troika::ui {

RunController::RunController(QObject* parent) : QObject(parent) {}

void RunController::start(const Scenario& scenario, RunOptions options) {
    TROIKA_CHECK(!m_live, "one race at a time");
    m_live = std::make_shared<LiveRun>();
    m_progress = {};
    options.live = m_live.get();
    m_background.start([this, scenario, options, live = m_live](const Background::Post& post,
                                                                const std::stop_token& stop) {
        const auto note = [this](const Progress& progress) {
            const std::scoped_lock hold(m_guard);
            m_progress = progress;
        };
        auto ended = runScenario(scenario, options, note, stop);
        // With the logs goes the shared memory that they take.
        if (!ended) {
            post([this, failure = ended.error()] {
                m_live.reset();
                Q_EMIT failed(failure);
            });
            return;
        }
        post([this, run = std::make_shared<const StoredRun>(std::move(*ended))] {
            m_live.reset();
            Q_EMIT finished(run);
        });
    });
}

Progress RunController::progress() const {
    const std::scoped_lock hold(m_guard);
    return m_progress;
}

void RunController::stop() { m_background.requestStop(); }

} // namespace troika::ui
