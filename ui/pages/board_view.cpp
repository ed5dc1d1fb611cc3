// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/board_view.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <array>

namespace troika::ui {

/// Draws the first two columns: a line sample beside the name, a bar with its interval.
class BoardView::Delegate final : public QStyledItemDelegate {
public:
    explicit Delegate(BoardView& view) : QStyledItemDelegate(&view), m_view(view) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        QStyleOptionViewItem rest = option;
        if (index.column() == BoardModel::Name) {
            rest.rect.setLeft(option.rect.left() + sampleWidth);
        }
        QStyledItemDelegate::paint(painter, rest, index);
        const auto place = static_cast<std::size_t>(index.data(BoardModel::StyleRole).toInt());
        const auto& styles = m_view.m_board.styles();
        if (place >= styles.size()) return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (index.column() == BoardModel::Name) {
            const int y = option.rect.center().y();
            painter->setPen(QPen(styles[place].colour, 3, styles[place].dash, Qt::FlatCap));
            painter->drawLine(option.rect.left() + 4, y, option.rect.left() + sampleWidth - 6, y);
        } else if (index.column() == BoardModel::Rate) {
            paintBar(*painter, option.rect, index, styles[place].colour);
        }
        painter->restore();
    }

    /// Clicks are taken where the box is drawn.
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override {
        QStyleOptionViewItem rest = option;
        if (index.column() == BoardModel::Name) rest.rect.setLeft(rest.rect.left() + sampleWidth);
        return QStyledItemDelegate::editorEvent(event, model, rest, index);
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        if (index.column() == BoardModel::Name) size.rwidth() += sampleWidth + 8;
        if (index.column() == BoardModel::Rate) size.setWidth(160);
        if (index.column() > BoardModel::Rate) size.rwidth() += gap;
        return size;
    }

private:
    static constexpr int sampleWidth = 36;
    static constexpr int gap = 14;

    void paintBar(QPainter& painter, const QRect& cell, const QModelIndex& index,
                  const QColor& colour) const {
        const double greatest = index.data(BoardModel::GreatestRole).toDouble();
        const QVariant rate = index.data(BoardModel::RateRole);
        if (!rate.isValid() || greatest <= 0) return;
        const double left = cell.left() + 4;
        const double width = cell.width() - 16;
        const auto at = [&](double value) { return left + value / greatest * width; };
        const double middle = cell.center().y() + 0.5;
        painter.fillRect(QRectF(left, middle - 6, at(rate.toDouble()) - left, 12), colour);
        const QVariant interval = index.data(BoardModel::IntervalRole);
        if (!interval.isValid()) return;
        painter.setPen(QPen(m_view.m_theme.text, 1.5));
        painter.drawLine(QPointF(at(interval.toPointF().x()), middle),
                         QPointF(at(interval.toPointF().y()), middle));
    }

    BoardView& m_view;
};

BoardView::BoardView(BoardModel& board, QAbstractItemModel& model, QWidget* parent)
    : QTableView(parent), m_board(board), m_copy(new QAction(this)) {
    setObjectName("board");
    setModel(&model);
    setItemDelegate(new Delegate(*this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::DescendingOrder);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(NoFrame);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    horizontalHeader()->setSectionResizeMode(BoardModel::Rate, QHeaderView::Stretch);
    horizontalHeader()->setMinimumSectionSize(56);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    addAction(m_copy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_copy, &QAction::triggered, this, &BoardView::copyWanted);
}

void BoardView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitColumns();
}

void BoardView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() != QEvent::StyleChange && event->type() != QEvent::FontChange) return;
    constexpr int air = 13;
    constexpr int headerAir = 18;
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + air);
    horizontalHeader()->setMinimumHeight(fontMetrics().height() + headerAir);
}

void BoardView::fitColumns() {
    constexpr std::array leastNeeded{BoardModel::StartUp,  BoardModel::Threads, BoardModel::Tasks,
                                     BoardModel::Switches, BoardModel::Memory,  BoardModel::Cpu};
    constexpr int leastBar = 110;
    constexpr double mostForNames = 0.27;
    updateGeometry();
    for (const int column : leastNeeded) setColumnHidden(column, false);
    const int names = std::min(widthOf(BoardModel::Name),
                               std::max(200, static_cast<int>(mostForNames * viewport()->width())));
    setColumnWidth(BoardModel::Name, names);
    int room = viewport()->width() - leastBar + widthOf(BoardModel::Name) - names;
    for (int column = 0; column < BoardModel::ColumnCount; ++column) {
        if (column != BoardModel::Rate) room -= widthOf(column);
    }
    for (int column = BoardModel::RateText; column < BoardModel::ColumnCount; ++column) {
        setColumnWidth(column, widthOf(column));
    }
    for (const int column : leastNeeded) {
        if (room >= 0 || m_allFigures) return;
        room += widthOf(column);
        setColumnHidden(column, true);
    }
}

int BoardView::heightOf(int rows) const {
    const int bar = m_allFigures ? horizontalScrollBar()->sizeHint().height() : 0;
    const QHeaderView& header = *horizontalHeader();
    return std::max(header.sizeHint().height(), header.minimumHeight()) +
           rows * verticalHeader()->defaultSectionSize() + 2 * frameWidth() + bar + 4;
}

QSize BoardView::sizeHint() const {
    return {QTableView::sizeHint().width(), heightOf(model()->rowCount())};
}

QSize BoardView::minimumSizeHint() const {
    constexpr int leastRows = 3;
    return {QTableView::minimumSizeHint().width(),
            heightOf(std::min(leastRows, model()->rowCount()))};
}

void BoardView::setAllFigures(bool all) {
    m_allFigures = all;
    fitColumns();
}

std::vector<int> BoardView::order() const {
    std::vector<int> rows;
    for (int row = 0; row < model()->rowCount(); ++row) {
        rows.push_back(model()->index(row, BoardModel::Name).data(BoardModel::StyleRole).toInt());
    }
    return rows;
}

void BoardView::setLanguage() {
    setAccessibleName(tr("Contenders and their figures"));
    m_copy->setText(tr("Copy the table"));
}

/// Wide enough for what a race will bring, so that nothing moves while figures change.
int BoardView::widthOf(int column) const {
    constexpr int gap = 20;
    const char* widest = "";
    if (column == BoardModel::Ratio) widest = "14.0 × (14.0–15.2)";
    if (column >= BoardModel::P50 && column <= BoardModel::Memory) widest = "99.9 MiB";
    if (column == BoardModel::RateText || column == BoardModel::Tasks) widest = "100,000";
    const int figures = fontMetrics().horizontalAdvance(QString::fromUtf8(widest)) + gap;
    return std::max({figures, sizeHintForColumn(column),
                     horizontalHeader()->sectionSizeHint(column),
                     horizontalHeader()->minimumSectionSize()});
}

void BoardView::selectionChanged(const QItemSelection& now, const QItemSelection& before) {
    QTableView::selectionChanged(now, before);
    const QModelIndexList rows = selectionModel()->selectedRows(BoardModel::Name);
    if (rows.isEmpty()) return Q_EMIT emphasized({});
    const auto place = static_cast<std::size_t>(rows.front().data(BoardModel::StyleRole).toInt());
    if (place >= m_board.styles().size()) return;
    Q_EMIT emphasized(QString::fromStdString(m_board.styles()[place].label));
}

void BoardView::setTheme(const Theme& theme) {
    m_theme = theme;
    viewport()->update();
}

} // namespace troika::ui
