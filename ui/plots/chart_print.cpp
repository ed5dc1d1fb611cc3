// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/chart_print.h"

#include "models/whole_file.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <qcustomplot.h>

namespace troika::ui {

namespace {

constexpr double screenDots = 96;
constexpr int pointsOfInch = 72;

void paint(const PrintedChart& chart, QSize size, QPaintDevice& device) {
    QCPPainter painter(&device);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(QPoint(0, 0), size), chart.theme.surface);
    constexpr int margin = 8;
    const auto write = [&](int top, const QString& text) {
        painter.drawText(QRect(margin, top, size.width() - 2 * margin, printLine),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
    };
    QFont bold = chart.font;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(chart.theme.text);
    write(0, chart.title);
    painter.setFont(chart.font);
    painter.setPen(chart.theme.faintText);
    write(size.height() - printLine, chart.footnote);
    painter.translate(0, printLine);
    chart.plot.toPainter(&painter, size.width(), size.height() - 2 * printLine);
}

QByteArray svgOf(const PrintedChart& chart, QSize size) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setResolution(static_cast<int>(screenDots));
    svg.setSize(size);
    svg.setViewBox(QRect(QPoint(0, 0), size));
    svg.setTitle(chart.title);
    svg.setDescription(chart.footnote);
    paint(chart, size, svg);
    return bytes;
}

QByteArray pdfOf(const PrintedChart& chart, QSize size) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter pdf(&buffer);
    pdf.setResolution(static_cast<int>(screenDots));
    pdf.setPageSize(QPageSize(QSizeF(size) * pointsOfInch / screenDots, QPageSize::Point));
    pdf.setPageMargins(QMarginsF(0, 0, 0, 0));
    pdf.setTitle(chart.title);
    paint(chart, size, pdf);
    return bytes;
}

QByteArray pngOf(const PrintedChart& chart, const PrintSize& size) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    return chartImage(chart, size).save(&buffer, "png") ? bytes : QByteArray();
}

} // namespace

QSize PrintSize::layout() const { return pixels * screenDots / dotsPerInch; }

QImage chartImage(const PrintedChart& chart, const PrintSize& size) {
    constexpr double inchesOfMetre = 1 / 0.0254;
    QImage image(size.pixels, QImage::Format_RGB32);
    image.setDevicePixelRatio(size.dotsPerInch / screenDots);
    paint(chart, size.layout(), image);
    image.setDevicePixelRatio(1);
    const int dots = qRound(size.dotsPerInch * inchesOfMetre);
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    return image;
}

QString writeChart(const PrintedChart& chart, const PrintSize& size, const QString& file) {
    QByteArray bytes;
    if (file.endsWith(".svg", Qt::CaseInsensitive)) {
        bytes = svgOf(chart, size.layout());
    } else if (file.endsWith(".pdf", Qt::CaseInsensitive)) {
        bytes = pdfOf(chart, size.layout());
    } else {
        bytes = pngOf(chart, size);
    }
    if (bytes.isEmpty()) {
        return QCoreApplication::translate("ChartPrint",
                                           "there is no memory for a picture so large");
    }
    return writeWhole(file, bytes);
}

} // namespace troika::ui
