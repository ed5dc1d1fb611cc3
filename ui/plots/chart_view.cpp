// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/chart_view.h"

namespace troika::ui {

const ContenderCurves* ChartContent::shown(const ContenderStyle& style) const {
    const auto found = curves.find(style.label);
    return found == curves.end() || hidden.contains(style.label) ? nullptr : &found->second;
}

std::vector<QString> ChartContent::names(const QString& more) const {
    std::vector<QString> names;
    for (const ContenderStyle& style : styles) names.push_back(style.title + more);
    return names;
}

} // namespace troika::ui
