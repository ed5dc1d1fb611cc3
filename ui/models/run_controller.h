// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/background.h"

#include <memory>
#include <troika/run/run.h>

namespace troika::ui {

/// A race that goes on behind the window. Used by Qt's thread; its signals are emitted there.
class RunController final : public QObject {
    Q_OBJECT
public:
    explicit RunController(QObject* parent = nullptr);

    /// Starts a race; nothing may be running. The scenario has to be valid for this machine.
    void start(const Scenario& scenario, RunOptions options);
    /// Asks it to stop; finished() follows within 0.3 s.
    void stop();
    [[nodiscard]] bool running() const { return m_running; }
    /// For live charts; null before the first run.
    [[nodiscard]] const LiveRun* live() const { return m_live.get(); }

Q_SIGNALS:
    void progressed(const troika::Progress& progress);
    void finished(std::shared_ptr<const troika::StoredRun> run);
    /// Nothing could be run at all.
    void failed(const troika::Failure& failure);

private:
    std::shared_ptr<LiveRun> m_live;
    bool m_running = false;
    Background m_background; ///< Last: it ends before what it uses goes.
};

} // namespace troika::ui
