// SPDX-License-Identifier: GPL-3.0-or-later
// A chart under the pointer and the keys: panning, zooming, reading values, choosing points.
#include "plots/chart.h"

#include <QToolTip>
#include <cmath>
#include <qcustomplot.h>

namespace troika::ui {

namespace {

/// A tenth of what is seen, up (1) or down (-1) the axis.
void pan(QCPAxis& axis, double way) {
    const double tenth = way / 10;
    const QCPRange seen = axis.range();
    if (axis.scaleType() == QCPAxis::stLogarithmic) {
        const double factor = std::pow(seen.upper / seen.lower, tenth);
        axis.setRange(seen.lower * factor, seen.upper * factor);
    } else {
        axis.setRange(seen.lower + tenth * seen.size(), seen.upper + tenth * seen.size());
    }
}

} // namespace

bool Chart::press(int key) {
    constexpr double zoom = 0.8;
    QCPAxis& x = *m_plot->xAxis;
    QCPAxis& y = *m_plot->yAxis;
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        x.scaleRange(zoom);
        y.scaleRange(zoom);
        break;
    case Qt::Key_Minus:
        x.scaleRange(1 / zoom);
        y.scaleRange(1 / zoom);
        break;
    case Qt::Key_Left:
        pan(x, -1);
        break;
    case Qt::Key_Right:
        pan(x, 1);
        break;
    case Qt::Key_Up:
        pan(y, 1);
        break;
    case Qt::Key_Down:
        pan(y, -1);
        break;
    case Qt::Key_Home:
        showAll();
        return true;
    default:
        return false;
    }
    m_zoomed = true;
    redraw();
    return true;
}

void Chart::pointAt(const QPointF& place) {
    if (m_canvas->empty() || !m_plot->axisRect()->rect().contains(place.toPoint())) {
        m_cursor->hide();
        QToolTip::hideText();
        return;
    }
    const QRect area = m_plot->axisRect()->rect();
    m_cursor->setGeometry(qRound(place.x()), area.top(), 1, area.height());
    m_cursor->show();
    const double x = m_plot->xAxis->pixelToCoord(place.x());
    const double y = m_plot->yAxis->pixelToCoord(place.y());
    const QString text = m_views[m_chosen]->describe(m_content, x, y);
    QToolTip::showText(m_plot->mapToGlobal(place.toPoint()), text, m_plot);
}

/// A press and a release at one place; what is dragged is no click.
void Chart::click(const QPointF& place) {
    constexpr double still = 4;
    const bool dragged = (place - m_pressed).manhattanLength() > still;
    if (dragged || !m_plot->axisRect()->rect().contains(place.toPoint())) return;
    const double x = m_plot->xAxis->pixelToCoord(place.x());
    const double y = m_plot->yAxis->pixelToCoord(place.y());
    if (const auto point = m_views[m_chosen]->pointAt(m_content, x, y)) Q_EMIT pointChosen(*point);
}

} // namespace troika::ui
