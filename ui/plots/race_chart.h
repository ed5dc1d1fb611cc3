// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/curves.h"
#include "models/race_data.h"
#include "plots/chart.h"

#include <map>

class QToolButton;

namespace troika::ui {

/// The race: tasks finished against the time since all were due, a line and a band of its rounds
/// for each contender; or, by a switch, each round's throughput.
class RaceChart final : public Chart {
    Q_OBJECT
public:
    explicit RaceChart(QWidget* parent = nullptr);
    void setData(const RaceData& data);

protected:
    void draw() override;
    [[nodiscard]] QString describe(double x, double y) const override;
    void changeEvent(QEvent* event) override;

private:
    enum class View { Race, PerRound };
    void show(View view);
    void retranslate();
    void drawRace();
    void drawRounds();
    void labelEnds(double width);

    View m_view = View::Race;
    QToolButton* m_race;
    QToolButton* m_perRound;
    std::map<std::string, RaceCurve> m_curves;
    std::map<std::string, std::vector<double>> m_rounds;
};

} // namespace troika::ui
