// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/point_chooser.h"

#include "models/sweep_words.h"
#include "pages/labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <algorithm>

namespace troika::ui {

PointChooser::PointChooser(QWidget* parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_word(roleLabel("heading", false)) {
    setObjectName("point");
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(8);
    m_row->addWidget(m_word);
    m_row->addStretch();
    hide();
}

void PointChooser::show(std::shared_ptr<const SweepTable> table, std::size_t chosen,
                        Language language) {
    const bool other = !m_table || !table || m_table->axes != table->axes || m_language != language;
    m_table = std::move(table);
    m_language = language;
    if (other) build(); // Else the one that has the focus stays.
    setVisible(m_table != nullptr);
    if (!m_table) return;
    const auto point = std::ranges::find(m_table->points, chosen, &SweptPoint::place);
    if (point == m_table->points.end()) return;
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        const auto& values = m_table->axes[i].values;
        m_values[i]->setCurrentIndex(
            static_cast<int>(std::ranges::find(values, point->at[i]) - values.begin()));
    }
}

void PointChooser::build() {
    while (m_row->count() > 2) {
        const std::unique_ptr<QLayoutItem> item(m_row->takeAt(1));
        if (item->widget() != nullptr) item->widget()->deleteLater();
    }
    m_values.clear();
    m_word->setText(tr("At one point"));
    if (!m_table) return;
    int place = 1;
    for (std::size_t i = 0; i < m_table->axes.size(); ++i) {
        const SweepAxis& axis = m_table->axes[i];
        auto* name = roleLabel("faint", false);
        name->setText(axisText(axis, m_language));
        auto* box = new QComboBox;
        box->setObjectName(QString("point.%1").arg(i));
        box->setAccessibleName(name->text());
        box->setToolTip(tr("The value whose figures stand below and in the other charts"));
        for (const double value : axis.values)
            box->addItem(sweptText(value, axis.unit, m_language));
        name->setBuddy(box);
        m_row->insertWidget(place++, name);
        m_row->insertWidget(place++, box);
        m_values.push_back(box);
        connect(box, &QComboBox::activated, this, &PointChooser::tell);
    }
}

void PointChooser::tell() {
    std::vector<double> at;
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        at.push_back(
            m_table->axes[i].values[static_cast<std::size_t>(m_values[i]->currentIndex())]);
    }
    // A race that was stopped has no figures for every combination.
    if (const auto place = m_table->placeOf(at)) Q_EMIT chosen(*place);
}

} // namespace troika::ui
