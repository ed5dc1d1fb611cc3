// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <stop_token>
#include <thread>

namespace troika::ui {

/// Work behind the window, one piece at a time: the one class that crosses threads. Used by Qt's
/// thread.
class Background final : public QObject {
    Q_OBJECT
public:
    /// Something to do on Qt's thread.
    using News = std::function<void()>;
    /// Hands news over, from the working thread; what an older piece of work says is dropped.
    using Post = std::function<void(News)>;
    using Work = std::function<void(const Post& post, const std::stop_token& stop)>;

    explicit Background(QObject* parent = nullptr);
    /// Asks the work to stop, and waits until it has ended.
    ~Background() override;

    /// Starts a piece of work; whatever was at work before is asked to stop, waited for, and its
    /// news dropped.
    void start(Work work);
    void requestStop() { m_thread.request_stop(); }

private:
    std::jthread m_thread;
    int m_piece = 0;
};

} // namespace troika::ui
