// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run_controller.h"

#include <troika/base/check.h>

namespace troika::ui {

RunController::RunController(QObject* parent) : QObject(parent) {}

void RunController::start(const Scenario& scenario, RunOptions options) {
    TROIKA_CHECK(!m_running, "one race at a time");
    m_running = true;
    m_live = std::make_shared<LiveRun>();
    options.live = m_live.get();
    m_background.start([this, scenario, options, live = m_live](const Background::Post& post,
                                                                const std::stop_token& stop) {
        const auto tell = [&](const Progress& progress) {
            post([this, progress] { Q_EMIT progressed(progress); });
        };
        auto ended = runScenario(scenario, options, tell, stop);
        if (!ended) {
            post([this, failure = ended.error()] {
                m_running = false;
                Q_EMIT failed(failure);
            });
            return;
        }
        post([this, run = std::make_shared<const StoredRun>(std::move(*ended))] {
            m_running = false;
            Q_EMIT finished(run);
        });
    });
}

void RunController::stop() { m_background.requestStop(); }

} // namespace troika::ui
