// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/measure_box.h"

#include "models/sweep_words.h"
#include "plots/chart.h"

#include <algorithm>

namespace troika::ui {

MeasureBox::MeasureBox(Chart& chart, std::size_t curves, std::optional<std::size_t> map,
                       Measure first)
    : m_chart(chart), m_curves(curves), m_map(map), m_chosen(first) {
    setObjectName(chart.objectName() + ".measure");
    chart.header().addBesideTitle(this);
    chart.setMeasure(first);
    constexpr int letters = 6; // The row has little room; the list is as wide as it has to be.
    setMinimumContentsLength(letters);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    fill();
    hide();
    connect(&chart, &Chart::chose, this, &MeasureBox::chooseView);
    connect(this, &QComboBox::activated, this, [this](int place) {
        m_chosen = static_cast<Measure>(itemData(place).toInt());
        m_chart.setMeasure(m_chosen);
    });
}

void MeasureBox::choose(Measure measure) {
    m_chosen = measure;
    m_chart.setMeasure(measure);
    fill();
}

void MeasureBox::retranslate() {
    setAccessibleName(tr("What the sweep is drawn of"));
    setToolTip(accessibleName());
    fill();
}

/// On the map only what the engine compares contenders on.
void MeasureBox::fill() {
    clear();
    const bool judgedOnly = m_map && m_chart.chosen() == *m_map;
    const auto add = [this](Measure measure) {
        addItem(measureName(measure), static_cast<int>(measure));
        if (measure == m_chosen) setCurrentIndex(count() - 1);
    };
    if (judgedOnly) {
        std::ranges::for_each(judgedMeasures, add);
    } else {
        std::ranges::for_each(allMeasures, add);
    }
}

void MeasureBox::chooseView(std::size_t view) {
    setVisible(view == m_curves || view == m_map);
    fill();
}

} // namespace troika::ui
