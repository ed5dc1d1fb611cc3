// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/small_catalogue.h"

namespace troika::test {
namespace {

TEST(Catalogue, FindsByName) {
    const Catalogue& catalogue = smallCatalogue();
    EXPECT_EQ(catalogue.step("store")->name, "store");
    EXPECT_EQ(catalogue.arrival("burst")->name, "burst");
    EXPECT_EQ(catalogue.backend("crew")->family, Family::Thread);
    EXPECT_EQ(catalogue.step("burst"), nullptr);
    EXPECT_EQ(catalogue.arrival(""), nullptr);
    EXPECT_EQ(Catalogue{}.backend("crew"), nullptr);
}

} // namespace
} // namespace troika::test
