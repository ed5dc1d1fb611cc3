// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace troika::cli {

enum class Colour { None, Bold, Good, Bad, Faint };

/// Columns that a UTF-8 text takes on a terminal: one a character, two for wide ones (CJK), none
/// for combining ones.
[[nodiscard]] std::size_t displayWidth(std::string_view text);

/// Without control characters, which a hostile file could aim at the terminal.
[[nodiscard]] std::string printable(std::string_view text);

/// At most so many columns; what is cut is marked by "…".
[[nodiscard]] std::string shortened(std::string_view text, std::size_t columns);

/// `text` as a paragraph of lines no wider than `width` (0: one line), the later ones indented.
/// `taken`: columns that already stand on the first line, before it.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width, std::size_t indent,
                                  std::size_t taken = 0);

/// The escape sequences around a text; the text itself where colour is off.
[[nodiscard]] std::string coloured(std::string_view text, Colour colour, bool on);

struct Cell {
    std::string text;
    Colour colour = Colour::None;
};

struct Column {
    std::string heading;
    bool toTheLeft = false;   ///< Else its figures stand to the right.
    bool beginsGroup = false; ///< Where the table is folded if it is too wide.
    std::vector<Cell> cells;  ///< Top to bottom; as many in all columns.
};

/// The columns side by side. Where they are wider than `width` (0: no limit), they are folded into
/// blocks below each other, at the groups and further where needed, each beginning with the first
/// column.
[[nodiscard]] std::string grid(const std::vector<Column>& columns, std::size_t width, bool colour);

} // namespace troika::cli
