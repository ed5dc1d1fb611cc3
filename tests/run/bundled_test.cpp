// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <troika/run/bundled.h>

using namespace troika;

namespace {

const std::vector<BundledScenario> some{{"compute-heavy", ""},
                                        {"compute-tiny", ""},
                                        {"disk-small-reads", ""},
                                        {"downloads-families", ""},
                                        {"downloads-many", ""}};

} // namespace

TEST(Bundled, TheNearestNamesAreOffered) {
    EXPECT_EQ(nearestNames("downloads-familes", some).front(), "downloads-families");
    EXPECT_EQ(nearestNames("downloadsfam", some).front(), "downloads-families");
    EXPECT_EQ(nearestNames("compute", some),
              (std::vector<std::string>{"compute-heavy", "compute-tiny"}));
    EXPECT_TRUE(nearestNames("x", some).empty());
    EXPECT_TRUE(nearestNames("", some).empty());
    EXPECT_TRUE(nearestNames("compute", {}).empty());
}

TEST(Bundled, NamesAreThoseOfTheirFiles) {
    for (const BundledScenario& one : bundledScenarios()) {
        EXPECT_EQ(one.file.filename(), one.name + ".json");
    }
}
