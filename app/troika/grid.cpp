// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid.h"

#include <algorithm>
#include <numeric>

namespace troika::cli {
namespace {

constexpr std::size_t gap = 2;
using Block = std::vector<const Column*>;

std::size_t widthOf(const Column& column) {
    std::size_t widest = displayWidth(column.heading);
    for (const Cell& cell : column.cells) widest = std::max(widest, displayWidth(cell.text));
    return widest;
}

std::size_t widthOf(const Block& block) {
    std::size_t width = 0;
    for (const Column* column : block) width += widthOf(*column) + (width == 0 ? 0 : gap);
    return width;
}

Block everything(const std::vector<Column>& columns) {
    Block block;
    for (const Column& column : columns) block.push_back(&column);
    return block;
}

std::vector<Block> folded(const std::vector<Column>& columns, std::size_t width) {
    const Block all = everything(columns);
    if (width == 0 || all.empty() || widthOf(all) <= width) return {all};
    std::vector<Block> blocks{{all.front()}};
    for (std::size_t i = 1; i < all.size(); ++i) {
        Block& last = blocks.back();
        last.push_back(all[i]);
        const bool tooWide = widthOf(last) > width && last.size() > 2;
        if (!(tooWide || all[i]->beginsGroup) || last.size() == 2) continue;
        last.pop_back();
        blocks.push_back({all.front(), all[i]});
    }
    return blocks;
}

std::string placed(const Cell& cell, const Column& column, std::size_t width, bool colour) {
    const std::string padding(width - displayWidth(cell.text), ' ');
    const std::string text = coloured(cell.text, cell.colour, colour);
    return column.toTheLeft ? text + padding : padding + text;
}

void addLine(std::string& text, std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
}

std::string drawn(const Block& block, bool colour) {
    std::string text;
    const std::size_t rows = block.empty() ? 0 : block.front()->cells.size();
    for (std::size_t row = 0; row <= rows; ++row) {
        std::string line;
        for (const Column* column : block) {
            const Cell cell =
                row == 0 ? Cell{column->heading, Colour::Faint} : column->cells[row - 1];
            if (column != block.front()) line += std::string(gap, ' ');
            line += placed(cell, *column, widthOf(*column), colour);
        }
        addLine(text, line);
    }
    return text;
}

} // namespace

std::string grid(const std::vector<Column>& columns, std::size_t width, bool colour) {
    std::string text;
    for (const Block& block : folded(columns, width)) {
        if (!text.empty()) text += "\n";
        text += drawn(block, colour);
    }
    return text;
}

} // namespace troika::cli
