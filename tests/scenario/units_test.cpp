// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/units.h"

#include <gtest/gtest.h>

namespace troika::test {
namespace {

TEST(QuantityParts, TakesNumberAndUnitApart) {
    const std::tuple<const char*, const char*, const char*> table[] = {{"50 ms", "50", "ms"},
                                                                       {"  50ms  ", "50", "ms"},
                                                                       {"-1.5e-3s", "-1.5e-3", "s"},
                                                                       {"1e3", "1e3", ""},
                                                                       {"5 EiB", "5", "EiB"},
                                                                       {"5EiB", "5", "EiB"},
                                                                       {"5e", "5", "e"},
                                                                       {"5e+", "5", "e+"},
                                                                       {"5.s", "", "5.s"},
                                                                       {"ms", "", "ms"},
                                                                       {"", "", ""},
                                                                       {"-", "", "-"},
                                                                       {"1 2 s", "1", "2 s"},
                                                                       {"7 МБ", "7", "МБ"}};
    for (const auto& [text, number, unit] : table) {
        EXPECT_EQ(quantityParts(text).number, number) << text;
        EXPECT_EQ(quantityParts(text).unit, unit) << text;
    }
}

TEST(UnitNames, EveryUnitHasOneBaseAndWrittenNames) {
    for (const Unit unit : {Unit::Seconds, Unit::Bytes, Unit::BytesPerSecond}) {
        int bases = 0;
        int written = 0;
        for (const UnitName& name : unitNames(unit)) {
            bases += name.shift == 0 && name.factor == 1 ? 1 : 0;
            written += name.written ? 1 : 0;
        }
        EXPECT_EQ(bases, 1);
        EXPECT_GE(written, 4);
        EXPECT_NE(unitNoun(unit).en, unitNoun(unit).ru);
    }
    EXPECT_TRUE(unitNames(Unit::None).empty());
}

} // namespace
} // namespace troika::test
