// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/queue_box.h"

#include "plots/chart.h"

#include <algorithm>

namespace troika::ui {

QueueBox::QueueBox(Chart& chart, std::size_t view) {
    setObjectName(chart.objectName() + ".queue");
    chart.header().addBesideTitle(this);
    hide();
    connect(&chart, &Chart::chose, this,
            [this, view](std::size_t chosen) { setVisible(chosen == view); });
    connect(this, &QComboBox::activated, &chart,
            [&chart](int place) { chart.setQueue(static_cast<std::size_t>(place)); });
}

void QueueBox::show(const Workload& workload, const Catalogue& catalogue, Language language) {
    const int before = std::max(currentIndex(), 0);
    clear();
    setAccessibleName(tr("Which tasks are counted"));
    setToolTip(accessibleName());
    addItem(tr("not begun"));
    addItem(tr("not ended"));
    for (std::size_t i = 0; workload.steps.size() > 1 && i < workload.steps.size(); ++i) {
        const Kind* kind = catalogue.step(workload.steps[i].kind);
        const QString title = kind == nullptr ? QString::fromStdString(workload.steps[i].kind)
                                              : QString::fromStdString(kind->title.in(language));
        addItem(tr("at step %1: %2").arg(i + 1).arg(title));
    }
    const bool still = before < count();
    setCurrentIndex(still ? before : 0);
    if (!still) Q_EMIT activated(0);
}

bool hasQueues(const Workload& workload) {
    return workload.arrivals.kind != "batch" || workload.steps.size() > 1;
}

} // namespace troika::ui
