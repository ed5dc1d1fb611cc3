// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace troika::ui {

/// Work behind the window, piece after piece in the order in which it was given: the one class that
/// crosses threads. Used by Qt's thread.
class Background final : public QObject {
    Q_OBJECT
public:
    /// Something to do on Qt's thread.
    using News = std::function<void()>;
    /// Hands news over, from the working thread.
    using Post = std::function<void(News)>;
    using Work = std::function<void(const Post& post, const std::stop_token& stop)>;

    explicit Background(QObject* parent = nullptr);
    /// Asks what is at work to stop, and waits until all that was given has ended. Its news are
    /// told to nobody any more.
    ~Background() override;

    void start(Work work);
    /// Asks what is at work now to stop.
    void requestStop();
    /// Whether something was given that has not ended.
    [[nodiscard]] bool busy() const { return m_pieces > 0; }

private:
    void workThrough();
    void post(News news);

    int m_pieces = 0; ///< Qt's thread alone.
    std::mutex m_guard;
    std::condition_variable m_more;
    std::deque<Work> m_waiting; ///< Guarded, as the two below.
    std::stop_source m_stop;    ///< Of what is at work.
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace troika::ui
