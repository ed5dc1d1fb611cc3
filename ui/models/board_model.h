// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/race_data.h"
#include "theme/contender_style.h"

#include <QAbstractTableModel>
#include <optional>
#include <set>
#include <troika/result/result.h>
#include <vector>

namespace troika::ui {

/// The board: legend, table and summary in one. A row a contender; live while a race goes on, and
/// with intervals, ratios and costs once there is a result. Check boxes show and hide contenders.
class BoardModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Name,
        Rate, ///< Its bar is drawn from rateRole and intervalRole.
        RateText,
        Ratio,
        P50,
        P99,
        Cpu,
        Memory,
        Switches,
        Tasks,
        Threads,
        StartUp,
        ColumnCount
    };
    /// What delegates draw from: tasks a second, its interval (QPointF: low, high), the greatest of
    /// both on the board; the style's place in styles(); why a contender has no figures; what is
    /// sorted by.
    enum Role {
        RateRole = Qt::UserRole,
        IntervalRole,
        GreatestRole,
        StyleRole,
        ReasonRole,
        SortRole
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setStyles(std::vector<ContenderStyle> styles, const Scenario& scenario,
                   const Catalogue& catalogue);
    void setLanguage(Language language);
    void setLive(const RaceData& data);
    /// Ratios are those of `comparisons`, all against `baseline` (a label).
    void setResult(const PointResult& point, const std::vector<Comparison>& comparisons,
                   const std::string& baseline);

    [[nodiscard]] const std::vector<ContenderStyle>& styles() const { return m_styles; }
    [[nodiscard]] std::set<std::string> hidden() const;
    /// Tab-separated, headings first, with all intervals, and rows in that order: for the
    /// clipboard.
    [[nodiscard]] QString asText(const std::vector<int>& order) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void hiddenChanged();

private:
    struct Row {
        QString settings;
        std::uint64_t tasks = 0;
        std::optional<double> rate;
        std::optional<Interval> interval;
        std::optional<double> ratio;
        std::optional<Interval> ratioInterval;
        bool baseline = false;
        std::optional<double> p50;
        std::optional<double> p99;
        std::optional<Usage> usage;
        Text reason;
        bool unavailable = false; ///< This machine lacks what it needs.
        bool shown = true;
        bool operator==(const Row&) const = default;
    };
    /// Tells the table which rows are others than `before`.
    void tellChanges(const std::vector<Row>& before);
    [[nodiscard]] QString text(const Row& row, int column) const;
    /// Of a contender that did not come to the end, in a word.
    [[nodiscard]] static QString fate(const Row& row);
    /// What a cell has no room for.
    [[nodiscard]] QString tip(const Row& row, int column) const;
    [[nodiscard]] double sortKey(const Row& row, int column, int place) const;
    /// What the bars are drawn against.
    [[nodiscard]] static double greatest(const std::vector<Row>& rows);

    std::vector<ContenderStyle> m_styles;
    std::vector<Row> m_rows; ///< As m_styles.
    Language m_language = Language::English;
    bool m_fromStart =
        true; ///< Percentiles are of the service time; else from when tasks were due.
};

} // namespace troika::ui
