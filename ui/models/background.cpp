// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/background.h"

#include <QMetaObject>
#include <QThread>
#include <troika/base/check.h>
#include <utility>

namespace troika::ui {

Background::Background(QObject* parent) : QObject(parent), m_thread([this] { workThrough(); }) {}

Background::~Background() {
    {
        const std::scoped_lock hold(m_guard);
        m_ending = true;
        m_stop.request_stop();
    }
    m_more.notify_one();
    m_thread.join();
}

void Background::start(Work work) {
    TROIKA_CHECK(QThread::currentThread() == thread(), "background work is started by Qt's thread");
    ++m_pieces;
    {
        const std::scoped_lock hold(m_guard);
        m_waiting.push_back(std::move(work));
    }
    m_more.notify_one();
}

void Background::requestStop() {
    const std::scoped_lock hold(m_guard);
    m_stop.request_stop();
}

void Background::post(News news) {
    QMetaObject::invokeMethod(this, std::move(news), Qt::QueuedConnection);
}

/// On the working thread.
void Background::workThrough() {
    for (;;) {
        Work work;
        std::stop_token stop;
        {
            std::unique_lock hold(m_guard);
            m_more.wait(hold, [this] { return m_ending || !m_waiting.empty(); });
            if (m_waiting.empty()) return;
            work = std::move(m_waiting.front());
            m_waiting.pop_front();
            m_stop = std::stop_source();
            stop = m_stop.get_token();
            if (m_ending) m_stop.request_stop();
        }
        work([this](News news) { post(std::move(news)); }, stop);
        post([this] { --m_pieces; });
    }
}

} // namespace troika::ui
