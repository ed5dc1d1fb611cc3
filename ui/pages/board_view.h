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

protected:
    /// What is least needed goes first where there is no room.
    void resizeEvent(QResizeEvent* event) override;

private:
    class Delegate;
    BoardModel& m_board;
    Theme m_theme = Theme::light();
};

} // namespace troika::ui
