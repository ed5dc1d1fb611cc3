// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/background.h"

#include <memory>
#include <mutex>
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
    /// For live charts; null where nothing runs.
    [[nodiscard]] const LiveRun* live() const { return m_live.get(); }
    /// Where the race is now. The window asks; nothing is pushed at it.
    [[nodiscard]] Progress progress() const;

Q_SIGNALS:
    void finished(std::shared_ptr<const troika::StoredRun> run);
    /// Nothing could be run at all.
    void failed(const troika::Failure& failure);

private:
    std::shared_ptr<LiveRun> m_live;
    mutable std::mutex m_guard;
    Progress m_progress;     ///< Guarded.
    Background m_background; ///< Last: it ends before what it uses goes.
};

} // namespace troika::ui
