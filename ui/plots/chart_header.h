// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace troika::ui {

/// The head of a chart: its title and what may stand beside that, and switches. Switches go below
/// the title where they do not fit beside it, and into as many rows as they need: none is cut.
class ChartHeader : public QWidget {
    Q_OBJECT
public:
    explicit ChartHeader(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const;
    void setTitle(const QString& title);
    /// Stands behind the title, also where the switches have rows of their own.
    void addBesideTitle(QWidget* widget);
    /// Stands behind the other switches. Hidden until it is shown, if it was somebody else's.
    void addSwitch(QWidget* widget);
    /// Stands before the others, whose order stays.
    void moveToFront(QWidget* widget);
    /// After something in it was shown, hidden or named anew.
    void arrange();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void orderTabs();
    [[nodiscard]] int widthOf(const std::vector<QWidget*>& widgets) const;
    [[nodiscard]] std::vector<std::vector<QWidget*>> rowsOfSwitches() const;

    QLabel* m_title;
    QBoxLayout* m_all; ///< Title, then switches.
    QHBoxLayout* m_titleRow;
    QVBoxLayout* m_rows;
    std::vector<QWidget*> m_besideTitle;
    std::vector<QWidget*> m_switches;                ///< In their order.
    std::vector<std::vector<QWidget*>> m_arrangedAs; ///< Those that are shown, by row.
};

} // namespace troika::ui
