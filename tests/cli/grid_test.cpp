// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/troika/grid.h"

#include <gtest/gtest.h>

using namespace troika::cli;

namespace {

std::vector<Column> someColumns() {
    return {{.heading = "кто", .toTheLeft = true, .cells = {{"серия"}, {"ab"}}},
            {.heading = "n", .cells = {{"1"}, {"1000"}}},
            {.heading = "cost", .beginsGroup = true, .cells = {{"7"}, {"8"}}}};
}

} // namespace

TEST(Grid, WidthIsThatOfATerminal) {
    EXPECT_EQ(displayWidth(""), 0U);
    EXPECT_EQ(displayWidth("abc"), 3U);
    EXPECT_EQ(displayWidth("задача"), 6U);
    EXPECT_EQ(displayWidth("e\u0301"), 1U);
    EXPECT_EQ(displayWidth("漢字"), 4U);
    EXPECT_EQ(displayWidth("\xFF\xFE"), 2U);
}

TEST(Grid, ColumnsLineUpInAnyAlphabet) {
    EXPECT_EQ(grid(someColumns(), 0, false), "кто       n  cost\n"
                                             "серия     1     7\n"
                                             "ab     1000     8\n");
}

TEST(Grid, ATableThatIsTooWideIsFoldedAtItsGroups) {
    EXPECT_EQ(grid(someColumns(), 12, false), "кто       n\n"
                                              "серия     1\n"
                                              "ab     1000\n"
                                              "\n"
                                              "кто    cost\n"
                                              "серия     7\n"
                                              "ab        8\n");
}

TEST(Grid, NoColumnsAndNoRows) {
    EXPECT_EQ(grid({}, 80, false), "\n");
    EXPECT_EQ(grid({{.heading = "a"}}, 80, false), "a\n");
}

TEST(Grid, ColourDoesNotMoveColumns) {
    auto columns = someColumns();
    columns[1].cells[0].colour = Colour::Good;
    const std::string text = grid(columns, 0, true);
    EXPECT_NE(text.find("серия     \033[32m1\033[0m"), std::string::npos) << text;
}

TEST(Grid, ControlCharactersDoNotReachTheTerminal) {
    EXPECT_EQ(printable("a\033[2Jb\nc\x7F"), "a?[2Jb c?");
    EXPECT_EQ(printable("\u009B1m\u202Eё"), "?1m?ё");
}

TEST(Grid, TextsAreCutAndWrapped) {
    EXPECT_EQ(shortened("задача", 6), "задача");
    EXPECT_EQ(shortened("задача", 4), "зад…");
    EXPECT_EQ(wrapped("one two three", 8, 2), "one two\n  three");
    EXPECT_EQ(wrapped("one two", 0, 2), "one two");
    EXPECT_EQ(wrapped("", 8, 2), "");
    EXPECT_EQ(wrapped("one two three", 8, 2, 5), "one\n  two\n  three");
    EXPECT_EQ(wrapped("one two", 0, 2, 5), "one two");
    EXPECT_EQ(wrapped("letters", 4, 2, 2), "letters");
}
