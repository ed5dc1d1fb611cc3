// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/board_model.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace troika::ui {

/// The board on the screen: line samples and bars with whiskers are drawn from the model's roles.
class BoardView final : public QTableView {
    Q_OBJECT
public:
    /// `model` sorts what stands in `board`.
    BoardView(BoardModel& board, QAbstractItemModel& model, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    /// Hides what is least needed where there is no room. Not while figures change: nothing jumps.
    void fitColumns();
    /// Every figure, whether there is room or one has to scroll.
    void setAllFigures(bool all);
    /// In the order of the screen, as rows of the board.
    [[nodiscard]] std::vector<int> order() const;
    void setLanguage();
    /// As high as its rows, so that all other room is for charts.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A row was chosen: the contender's label, empty for none.
    void emphasized(const QString& label);
    void copyWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;
    /// Rows are as high as the type asks for.
    void changeEvent(QEvent* event) override;
    void selectionChanged(const QItemSelection& now, const QItemSelection& before) override;

private:
    class Delegate;
    [[nodiscard]] int widthOf(int column) const;
    [[nodiscard]] int heightOf(int rows) const;

    BoardModel& m_board;
    QAction* m_copy; ///< Of the whole table, by key and menu.
    bool m_allFigures = false;
    Theme m_theme = Theme::light();
};

} // namespace troika::ui
