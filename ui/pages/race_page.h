// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/board_model.h"
#include "models/session.h"
#include "plots/chart_print.h"
#include "theme/theme.h"

#include <QElapsedTimer>
#include <QSortFilterProxyModel>
#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace troika::ui {

class BoardView;
class Chart;
class FoldedLabel;
class MeasureBox;
class PointChooser;
class QueueBox;

/// The race itself: charts side by side, the verdict, and the board.
class RacePage final : public QWidget {
    Q_OBJECT
public:
    explicit RacePage(Session& session, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setLanguage(Language language);
    /// Smaller type for the verdict, where there is little room.
    void setNarrow(bool narrow);
    /// Without the table: all room is for the charts and the verdict.
    void setBrief(bool brief);

    /// Every figure on the board, whether there is room or one has to scroll.
    void setAllFigures(bool all);
    void copyBoard(); ///< Tab-separated.
    void copyCharts();
    /// Writes the charts into a folder, which is made where it is missing, as race.png and so on;
    /// what went wrong, empty if nothing.
    [[nodiscard]] QString saveCharts(const QString& folder, const QStringList& formats,
                                     const PrintSize& size);
    /// Each with its object's name.
    [[nodiscard]] std::vector<Chart*> charts() const { return {m_race, m_latency}; }

protected:
    void resizeEvent(QResizeEvent* event) override;

Q_SIGNALS:
    void saveChartWanted(troika::ui::Chart* chart);

private:
    /// Places in the race chart.
    enum RaceViews : std::size_t { Race, Rate, Rounds, Ratio, Sweep, Map, Queue };
    /// And in that of latencies.
    enum LatencyViews : std::size_t { Percentiles, Histogram, LatencySweep };

    QWidget* buildBoard();
    void buildLatencySwitches();
    void buildBaselines();
    /// What comes first where tasks arrive so; `anew`: whatever was chosen before.
    void chooseViews(bool anew);
    void foldWords();
    void buildSweep();
    [[nodiscard]] const PointResult& point() const;
    void showState();
    void showAnother();
    void showMeasured();
    void restyle();
    void showSweep();
    void chooseSweep();
    void showPoint();
    void showVerdict();
    void showComparisons();
    void fillBaselines();
    void retranslate();

    Session& m_session;
    Language m_language = Language::English;
    Theme m_theme = Theme::light();
    std::shared_ptr<const StoredRun> m_shown; ///< The result that stands here.
    std::string m_baseline; ///< Label, chosen after the race; empty: the scenario's.
    bool m_swept = false;   ///< Whether what stands here was swept.
    BoardModel m_board;
    QSortFilterProxyModel m_sorted;
    Chart* m_race;
    Chart* m_latency;
    bool m_batch = true; ///< All tasks are due at once.
    QToolButton* m_fromStart;
    QToolButton* m_fromDue;
    QComboBox* m_baselines;
    FoldedLabel* m_verdict;
    FoldedLabel* m_doubts;
    bool m_narrow = false;
    MeasureBox* m_raceMeasure;
    MeasureBox* m_latencyMeasure;
    QueueBox* m_queue;
    QLabel* m_sweepVerdict; ///< Of all points together.
    PointChooser* m_point;
    BoardView* m_boardView;
    QElapsedTimer m_boardShown; ///< Since the live board was last told.
};

} // namespace troika::ui
