// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/label_places.h"

#include <gtest/gtest.h>

#include <cmath>

namespace troika::ui {
namespace {

TEST(LabelPlacesTest, leaves_alone_what_does_not_touch) {
    EXPECT_EQ(labelPlaces({10, 50, 30}, 5, 0, 100), (std::vector<double>{10, 50, 30}));
    EXPECT_TRUE(labelPlaces({}, 5, 0, 100).empty());
}

TEST(LabelPlacesTest, keeps_names_apart_in_their_order_and_within_the_chart) {
    const auto places = labelPlaces({99, 100, 98}, 5, 0, 100);
    EXPECT_EQ(places, (std::vector<double>{95, 100, 90}));
    const auto low = labelPlaces({0, 1, 2}, 5, 0, 100);
    EXPECT_EQ(low, (std::vector<double>{0, 5, 10}));
}

} // namespace
} // namespace troika::ui
