// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/background.h"

#include <QMetaObject>
#include <QThread>
#include <troika/base/check.h>

namespace troika::ui {

Background::Background(QObject* parent) : QObject(parent) {}

Background::~Background() {
    m_thread.request_stop();
    if (m_thread.joinable()) m_thread.join();
}

void Background::start(Work work) {
    TROIKA_CHECK(QThread::currentThread() == thread(), "background work is started by Qt's thread");
    m_thread.request_stop();
    if (m_thread.joinable()) m_thread.join();
    const int piece = ++m_piece;
    const Post post = [this, piece](News news) {
        QMetaObject::invokeMethod(
            this,
            [this, piece, news = std::move(news)] {
                if (piece == m_piece) news();
            },
            Qt::QueuedConnection);
    };
    m_thread = std::jthread(
        [work = std::move(work), post](const std::stop_token& stop) { work(post, stop); });
}

} // namespace troika::ui
