// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/chart_header.h"

#include <QBoxLayout>
#include <QLabel>
#include <algorithm>

namespace troika::ui {

namespace {

constexpr int between = 2;

} // namespace

ChartHeader::ChartHeader(QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel),
      m_all(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_titleRow(new QHBoxLayout),
      m_rows(new QVBoxLayout) {
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // It does with what width it gets.
    m_title->setProperty("role", "heading");
    m_title->setMinimumWidth(80);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_all->setContentsMargins(0, 0, 0, 0);
    m_all->setSpacing(between);
    m_titleRow->addWidget(m_title, 1);
    m_rows->setSpacing(between);
    m_all->addLayout(m_titleRow, 1);
    m_all->addLayout(m_rows);
}

QString ChartHeader::title() const { return m_title->text(); }

void ChartHeader::setTitle(const QString& title) {
    m_title->setText(title);
    m_title->setToolTip(title);
}

void ChartHeader::addBesideTitle(QWidget* widget) {
    m_titleRow->addWidget(widget);
    m_besideTitle.push_back(widget);
    orderTabs();
}

void ChartHeader::addSwitch(QWidget* widget) {
    if (widget->parentWidget() != this) widget->setParent(this);
    m_switches.push_back(widget);
    orderTabs();
    arrange();
}

void ChartHeader::moveToFront(QWidget* widget) {
    const auto place = std::ranges::find(m_switches, widget);
    if (place != m_switches.end()) std::rotate(m_switches.begin(), place, place + 1);
    orderTabs();
    arrange();
}

/// Keys walk as eyes do: along the title's row, then along the switches.
void ChartHeader::orderTabs() {
    QWidget* before = nullptr;
    const auto append = [&](QWidget* widget) {
        if ((widget->focusPolicy() & Qt::TabFocus) == 0) return;
        if (before != nullptr) setTabOrder(before, widget);
        before = widget;
    };
    for (const auto* widgets : {&m_besideTitle, &m_switches}) {
        for (QWidget* widget : *widgets) {
            append(widget);
            for (QWidget* child : widget->findChildren<QWidget*>()) append(child);
        }
    }
}

/// Of those that are shown, with the room between them.
int ChartHeader::widthOf(const std::vector<QWidget*>& widgets) const {
    int width = 0;
    for (const QWidget* widget : widgets) {
        if (!widget->isHidden()) width += widget->sizeHint().width() + between;
    }
    return width;
}

std::vector<std::vector<QWidget*>> ChartHeader::rowsOfSwitches() const {
    std::vector<std::vector<QWidget*>> rows(1);
    for (QWidget* widget : m_switches) {
        if (widget->isHidden()) continue;
        const bool fits = widthOf(rows.back()) + widget->sizeHint().width() <= width();
        if (!fits && !rows.back().empty()) rows.emplace_back();
        rows.back().push_back(widget);
    }
    return rows;
}

void ChartHeader::arrange() {
    constexpr int air = 8;
    const int wanted =
        m_title->sizeHint().width() + widthOf(m_besideTitle) + widthOf(m_switches) + air;
    const bool beside = wanted <= width();
    m_all->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const auto rows = rowsOfSwitches();
    if (rows != m_arrangedAs) {
        while (QLayoutItem* row = m_rows->takeAt(0)) delete row; // Their widgets stay.
        for (const auto& widgets : rows) {
            auto* row = new QHBoxLayout;
            row->setSpacing(between);
            for (QWidget* widget : widgets) row->addWidget(widget);
            m_rows->addLayout(row);
        }
        m_arrangedAs = rows;
    }
    for (int i = 0; i < m_rows->count(); ++i) {
        m_rows->itemAt(i)->setAlignment(beside ? Qt::AlignRight : Qt::AlignLeft);
    }
}

void ChartHeader::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace troika::ui
