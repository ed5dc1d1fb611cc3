// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/payload.h"

#include <array>
#include <gtest/gtest.h>

namespace troika {
namespace {

TEST(PayloadSource, nothing_is_carried_unless_asked_for) {
    PayloadSource source({});
    source.prepare();
    EXPECT_EQ(source.bytes(), 0U);
    EXPECT_TRUE(source.input({1, 2, 3, 0}).empty());
    EXPECT_EQ(digestOfInput({}), 0U);
}

TEST(PayloadSource, word_i_is_mix64_of_i_up_to_the_last_byte) {
    const PayloadSource source({.input = 13, .output = 0});
    std::vector<std::byte> place(source.bytes());
    source.fill(place);
    for (std::size_t i = 0; i < place.size(); ++i) {
        const auto expected = static_cast<std::byte>(mix64(i / 8) >> (8 * (i % 8)));
        ASSERT_EQ(place[i], expected) << i;
    }
}

TEST(PayloadSource, an_input_depends_on_the_tasks_name_alone) {
    PayloadSource here({.input = 1000, .output = 0});
    here.prepare();
    std::vector<std::byte> shared(here.bytes());
    here.fill(shared);
    PayloadSource there({.input = 1000, .output = 0});
    there.use(shared);
    std::size_t others = 0;
    for (std::uint32_t task = 0; task < 50; ++task) {
        const TaskName name{7, 1, task, 2};
        ASSERT_EQ(here.input(name).size(), 1000U);
        EXPECT_EQ(digestOfInput(here.input(name)), digestOfInput(there.input(name)));
        others += digestOfInput(here.input(name)) != digestOfInput(here.input({7, 1, 50, 2}));
    }
    EXPECT_GT(others, 40U);
}

class OutputTest : public ::testing::TestWithParam<std::size_t> {};
INSTANTIATE_TEST_SUITE_P(Sizes, OutputTest, ::testing::Values(1, 7, 8, 4096, 100'003));

TEST_P(OutputTest, follows_from_the_result_and_is_whole) {
    std::vector<std::byte> output(GetParam());
    const std::uint64_t digest = writeOutput(output, 42);
    EXPECT_TRUE(isWholeOutput(output));
    EXPECT_EQ(output.front(), std::byte{42});
    EXPECT_EQ(writeOutput(output, 42), digest);
    EXPECT_NE(writeOutput(output, 43), digest);
}

TEST(Output, one_that_lacks_a_page_is_not_whole) {
    constexpr std::size_t page = 4096;
    std::vector<std::byte> output(10 * page);
    writeOutput(output, 42);
    for (std::size_t at = page; at < output.size(); at += page) {
        auto broken = output;
        std::fill_n(broken.begin() + static_cast<std::ptrdiff_t>(at), page, std::byte{0});
        EXPECT_FALSE(isWholeOutput(broken)) << at;
    }
    EXPECT_FALSE(isWholeOutput(std::vector<std::byte>(10 * page)));
    EXPECT_TRUE(isWholeOutput({}));
    EXPECT_EQ(writeOutput({}, 42), 0U);
}

} // namespace
} // namespace troika
