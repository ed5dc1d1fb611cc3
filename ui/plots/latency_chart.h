// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/curves.h"
#include "models/race_data.h"
#include "plots/chart.h"

#include <map>

class QToolButton;

namespace troika::ui {

/// How long tasks took: the share of tasks that took no longer, the tail drawn as large as the
/// middle. By a switch from due (response) or from start (service).
class LatencyChart final : public Chart {
    Q_OBJECT
public:
    explicit LatencyChart(QWidget* parent = nullptr);
    void setData(const RaceData& data);

protected:
    void draw() override;
    [[nodiscard]] QString describe(double x, double y) const override;
    void changeEvent(QEvent* event) override;

private:
    struct Curve {
        std::vector<CurvePoint> line;
        std::vector<CurvePoint> marks;
    };
    void retranslate();

    bool m_fromStart = true;
    QToolButton* m_service;
    QToolButton* m_response;
    std::map<std::string, Curve> m_byStart;
    std::map<std::string, Curve> m_byDue;
};

} // namespace troika::ui
