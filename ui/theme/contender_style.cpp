// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/contender_style.h"

#include <QPainter>
#include <array>
#include <map>

namespace troika::ui {

namespace {

Marker markerOf(Family family) {
    switch (family) {
    case Family::Serial:
        return Marker::Ring;
    case Family::Thread:
        return Marker::Disc;
    case Family::Process:
        return Marker::Square;
    case Family::Async:
        return Marker::Triangle;
    case Family::Cluster:
        return Marker::Diamond;
    }
    return Marker::Disc;
}

/// No two of the first four of a family have the same dash.
Qt::PenStyle dashOf(Family family, int which) {
    Qt::PenStyle first = Qt::SolidLine;
    if (family == Family::Process) first = Qt::DotLine;
    if (family == Family::Cluster) first = Qt::DashDotLine;
    if (which <= 0) return first;
    constexpr std::array rest{Qt::DashLine, Qt::DashDotLine, Qt::DashDotDotLine};
    const Qt::PenStyle dash = rest[static_cast<std::size_t>(which - 1) % rest.size()];
    return dash == first ? Qt::DotLine : dash;
}

} // namespace

std::vector<ContenderStyle> contenderStyles(const Scenario& scenario, const Catalogue& catalogue,
                                            const Theme& theme, Language language) {
    constexpr float fainter = 0.62F;
    std::vector<ContenderStyle> styles;
    std::map<Family, int> seen;
    for (const Contender& contender : scenario.contenders) {
        const BackendDeclaration* backend = catalogue.backend(contender.backend);
        ContenderStyle style;
        style.label = contender.label;
        style.title = QString::fromStdString(contender.title.in(language));
        if (backend != nullptr) {
            style.family = backend->family;
            style.hollow = backend->runtime != "native";
        }
        const int which = seen[style.family]++;
        style.colour = theme.family(style.family);
        if (which > 0) style.colour.setAlphaF(fainter);
        style.dash = dashOf(style.family, which);
        style.marker = markerOf(style.family);
        styles.push_back(std::move(style));
    }
    return styles;
}

QPixmap lineSample(const ContenderStyle& style, double devicePixelRatio) {
    constexpr QSize size(26, 12);
    QPixmap sample(size * devicePixelRatio);
    sample.setDevicePixelRatio(devicePixelRatio);
    sample.fill(Qt::transparent);
    QPainter painter(&sample);
    painter.setPen(QPen(style.colour, 3, style.dash, Qt::FlatCap));
    painter.drawLine(0, size.height() / 2, size.width(), size.height() / 2);
    return sample;
}

} // namespace troika::ui
