// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run_controller.h"

#include <QMetaObject>
#include <QThread>
#include <troika/base/check.h>

namespace troika::ui {

RunController::RunController(QObject* parent) : QObject(parent) {}

RunController::~RunController() {
    m_thread.request_stop();
    if (m_thread.joinable()) m_thread.join();
}

void RunController::start(const Scenario& scenario, RunOptions options) {
    TROIKA_CHECK(!m_running && QThread::currentThread() == thread(), "one race at a time");
    if (m_thread.joinable()) m_thread.join();
    m_running = true;
    const int run = ++m_run;
    m_live = std::make_shared<LiveRun>();
    options.live = m_live.get();
    m_thread =
        std::jthread([this, run, scenario, options, live = m_live](const std::stop_token& stop) {
            const auto tell = [&](const Progress& progress) {
                deliver(run, [this, progress] { Q_EMIT progressed(progress); });
            };
            auto result = runScenario(scenario, options, tell, stop);
            deliver(run, [this, result = std::move(result)]() mutable {
                m_running = false;
                if (result) {
                    Q_EMIT finished(std::make_shared<const StoredRun>(std::move(*result)));
                } else {
                    Q_EMIT failed(result.error());
                }
            });
        });
}

void RunController::stop() { m_thread.request_stop(); }

/// On the running thread.
void RunController::deliver(int run, const std::function<void()>& news) {
    QMetaObject::invokeMethod(
        this,
        [this, run, news] {
            if (run == m_run) news();
        },
        Qt::QueuedConnection);
}

} // namespace troika::ui
