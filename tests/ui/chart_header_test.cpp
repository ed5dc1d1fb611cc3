// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/chart_header.h"

#include <QComboBox>
#include <QTest>
#include <QToolButton>
#include <gtest/gtest.h>
#include <set>

namespace troika::ui {
namespace {

class ChartHeaderTest : public ::testing::Test {
protected:
    ChartHeaderTest() {
        m_header.setTitle("A title");
        m_header.addBesideTitle(m_box);
        for (QToolButton* one : {m_first, m_second, m_third}) {
            one->setText("a switch");
            one->setFocusPolicy(Qt::TabFocus);
            m_header.addSwitch(one);
            one->show();
        }
        m_window.resize(1000, 200);
        m_window.show();
        widen(1000);
    }
    void widen(int width) {
        m_header.resize(width, 100);
        m_header.arrange();
        QTest::qWait(1);
    }
    [[nodiscard]] std::size_t rows() const {
        std::set<int> tops;
        for (const QToolButton* one : {m_first, m_second, m_third}) {
            if (one->isVisible()) tops.insert(one->y());
        }
        return tops.size();
    }

    QWidget m_window; // A window's own layout would not let it get narrow.
    ChartHeader& m_header = *new ChartHeader(&m_window);
    QComboBox* m_box = new QComboBox;
    QToolButton* m_first = new QToolButton;
    QToolButton* m_second = new QToolButton;
    QToolButton* m_third = new QToolButton;
};

TEST_F(ChartHeaderTest, switches_stand_in_a_row_where_there_is_room) {
    EXPECT_EQ(rows(), 1U);
    EXPECT_LT(m_first->x(), m_second->x());
    EXPECT_LT(m_second->x(), m_third->x());
    const int two = m_first->sizeHint().width() * 2 + 10;
    widen(two);
    EXPECT_EQ(rows(), 2U);
    EXPECT_GE(m_third->width(), m_third->sizeHint().width());
    widen(10);
    EXPECT_EQ(rows(), 3U);
    widen(1000);
    EXPECT_EQ(rows(), 1U);
}

TEST_F(ChartHeaderTest, who_is_hidden_takes_no_room_and_comes_back) {
    m_second->hide();
    m_header.arrange();
    widen(m_first->sizeHint().width() * 2 + 10);
    EXPECT_EQ(rows(), 1U);
    m_second->show();
    m_header.arrange();
    QTest::qWait(1);
    EXPECT_EQ(rows(), 2U);
}

TEST_F(ChartHeaderTest, keys_walk_as_eyes_do) {
    m_header.moveToFront(m_third);
    widen(1000);
    EXPECT_LT(m_third->x(), m_first->x());
    m_window.activateWindow();
    m_box->setFocus();
    for (QWidget* next : {m_third, m_first, m_second}) {
        QTest::keyClick(m_window.focusWidget(), Qt::Key_Tab);
        EXPECT_EQ(m_window.focusWidget(), next);
    }
}

} // namespace
} // namespace troika::ui
