// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <troika/scenario/catalogue.h>
#include <troika/scenario/scenario.h>

namespace troika::ui {

class Chart;

/// Where a chart counts tasks: before they begin, in all, or at one of their steps. A list behind
/// its switches, there for its queue view alone.
class QueueBox final : public QComboBox {
    Q_OBJECT
public:
    QueueBox(Chart& chart, std::size_t view);
    void show(const Workload& workload, const Catalogue& catalogue, Language language);
};

/// Whether tasks can queue for anything but the one start of a batch.
[[nodiscard]] bool hasQueues(const Workload& workload);

} // namespace troika::ui
