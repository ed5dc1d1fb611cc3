// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/background.h"

#include <gtest/gtest.h>

#include <QTest>
#include <QThread>

namespace troika::ui {
namespace {

TEST(BackgroundTest, works_piece_after_piece_and_tells_all_news_on_this_thread) {
    std::vector<int> told;
    Background background;
    EXPECT_FALSE(background.busy());
    for (int piece = 0; piece < 3; ++piece) {
        background.start([&told, piece](const Background::Post& post, const std::stop_token&) {
            EXPECT_NE(QThread::currentThread(), QCoreApplication::instance()->thread());
            post([&told, piece] {
                EXPECT_EQ(QThread::currentThread(), QCoreApplication::instance()->thread());
                told.push_back(piece);
            });
        });
    }
    EXPECT_TRUE(background.busy());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !background.busy(); }));
    EXPECT_EQ(told, (std::vector<int>{0, 1, 2}));
}

TEST(BackgroundTest, stops_what_is_at_work_and_not_what_comes_next) {
    std::atomic<int> begun = 0;
    std::atomic<bool> secondStopped = false;
    Background background;
    background.start([&](const Background::Post&, const std::stop_token& stop) {
        ++begun;
        while (!stop.stop_requested()) std::this_thread::yield();
    });
    background.start([&](const Background::Post&, const std::stop_token& stop) {
        ++begun;
        secondStopped = stop.stop_requested();
    });
    ASSERT_TRUE(QTest::qWaitFor([&] { return begun == 1; }));
    background.requestStop();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !background.busy(); }));
    EXPECT_EQ(begun, 2);
    EXPECT_FALSE(secondStopped);
}

TEST(BackgroundTest, ends_all_that_was_given_before_it_goes_and_tells_nobody) {
    int done = 0;
    bool told = false;
    {
        Background background;
        for (int piece = 0; piece < 3; ++piece) {
            background.start([&](const Background::Post& post, const std::stop_token&) {
                ++done;
                post([&told] { told = true; });
            });
        }
    }
    QTest::qWait(1);
    EXPECT_EQ(done, 3);
    EXPECT_FALSE(told);
}

} // namespace
} // namespace troika::ui
