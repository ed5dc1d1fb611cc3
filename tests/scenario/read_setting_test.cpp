// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/bad_input.h"

namespace troika::test {
namespace {

constexpr const char* size = "a size from 0 B to 1 GiB, such as \"64 KiB\" (B, KiB, MiB, GiB, KB, "
                             "MB, GB; bare: bytes)";
constexpr const char* pause = "a duration from 0 s to 10 s, such as \"50 ms\" (ns, us, ms, s, min; "
                              "bare: seconds)";
TEST(ReadSetting, Quantities) {
    const char* at = "/workload/steps/0/size";
    const std::string field = "workload.steps.0.size | ";
    expectFindings({
        {at,
         R"("50 KiBs")",
         {line(field + R"("50 KiBs" | no such unit: KiBs; did you mean KiB?)", size)}},
        {at, R"("50 parsecs")", {line(field + R"("50 parsecs" | no such unit: parsecs)", size)}},
        {at, R"("5 ms")", {line(field + R"("5 ms" | a duration, where a size is needed)", size)}},
        {at, R"("5 MiB/s")", {line(field + R"("5 MiB/s" | a rate, where a size is needed)", size)}},
        {at, R"("lots")", {line(field + R"("lots" | not a quantity)", size)}},
        {at, R"("NaN")", {line(field + R"("NaN" | not a quantity)", size)}},
        {at, R"("")", {line(field + R"("" | not a quantity)", size)}},
        {at, R"("1e999 B")", {line(field + R"("1e999 B" | number too large or too small)", size)}},
        {at, "-1", {line(field + "-1 | too small", size)}},
        {at, R"("-1 B")", {line(field + R"("-1 B" | too small)", size)}},
        {at, R"("1.1 GiB")", {line(field + R"("1.1 GiB" | too large)", size)}},
        {at, "1e300", {line(field + "1e+300 | too large", size)}},
        {at, "0.5", {line(field + "0.5 | not a whole number of bytes", size)}},
        {at, "true", {line(field + "true | true or false does not fit here", size)}},
        {at, "null", {line(field + "null | null does not fit here", size)}},
        {at, "[1]", {line(field + "[1] | a list does not fit here", size)}},
        {at, "-", {line("workload.steps.0.size |  | missing", size)}},
        {"/workload/steps/0/pause",
         R"("5 MB")",
         {line(R"(workload.steps.0.pause | "5 MB" | a size, where a duration is needed)", pause)}},
        {"/workload/steps/0/pause",
         R"("50 mss")",
         {line(R"(workload.steps.0.pause | "50 mss" | no such unit: mss; did you mean ms?)",
               pause)}},
    });
}

TEST(ReadSetting, WhatHasNoMeaningBesideAChoiceIsLeftOutOrFound) {
    Catalogue catalogue = smallCatalogue();
    Setting pool;
    pool.name = "pool";
    pool.byDefault = std::int64_t{3};
    pool.high = 10;
    pool.onlyWith = OnlyWith{"mode", {"keep-alive"}};
    catalogue.steps[0].settings.push_back(pool);
    Json document = smallDocument();
    EXPECT_EQ(readScenario(document, catalogue)->workload.steps[0].settings.integer("pool"), 3);
    document["workload"]["steps"][0]["mode"] = "per-task";
    const auto without = readScenario(document, catalogue);
    ASSERT_TRUE(without);
    EXPECT_FALSE(without->workload.steps[0].settings.has("pool"));
    document["workload"]["steps"][0]["pool"] = 5;
    const auto wrong = readScenario(document, catalogue);
    ASSERT_FALSE(wrong);
    expectBothLanguages(wrong.error());
    EXPECT_EQ(told(wrong.error().at(0)), "workload.steps.0.pool | 5 | has no meaning with mode "
                                         "\"per-task\" | nothing here, or mode as one of: "
                                         "keep-alive");
}

/// The small catalogue with settings that are members of one object.
Catalogue catalogueWithLoad() {
    Catalogue catalogue = smallCatalogue();
    for (const char* name : {"load.there", "load.back"}) {
        Setting setting;
        setting.name = name;
        setting.byDefault = std::int64_t{0};
        setting.high = 10;
        catalogue.steps[0].settings.push_back(setting);
    }
    return catalogue;
}

TEST(ReadSetting, MembersOfAnObjectAreReadAndWrittenAsSuch) {
    const Catalogue catalogue = catalogueWithLoad();
    Json document = smallDocument();
    EXPECT_EQ(readScenario(document, catalogue)->workload.steps[0].settings.integer("load.back"),
              0);
    EXPECT_TRUE(setField(document, "workload.steps.0.load.there=3").empty());
    EXPECT_EQ(document["workload"]["steps"][0]["load"], Json({{"there", 3}}));
    const auto scenario = readScenario(document, catalogue);
    ASSERT_TRUE(scenario);
    EXPECT_EQ(scenario->workload.steps[0].settings.integer("load.there"), 3);
    const Json written = writeScenario(*scenario, catalogue);
    EXPECT_EQ(written["workload"]["steps"][0]["load"], Json({{"there", 3}, {"back", 0}}));
    EXPECT_EQ(*readScenario(written, catalogue), *scenario);
}

TEST(ReadSetting, WhatIsWrongWithAMemberIsToldThere) {
    const Catalogue catalogue = catalogueWithLoad();
    const auto toldOf = [&catalogue](const Json& load) {
        Json document = smallDocument();
        document["workload"]["steps"][0]["load"] = load;
        const auto scenario = readScenario(document, catalogue);
        if (scenario) return std::string("nothing");
        EXPECT_EQ(scenario.error().size(), 1U);
        expectBothLanguages(scenario.error());
        return told(scenario.error().front());
    };
    EXPECT_EQ(toldOf({{"there", 11}}),
              "workload.steps.0.load.there | 11 | too large | a whole number from 0 to 10");
    EXPECT_EQ(toldOf({{"thera", 1}}), "workload.steps.0.load.thera | 1 | no such key; did you "
                                      "mean there? | one of: there, back");
    EXPECT_EQ(toldOf(5), "workload.steps.0.load | 5 | a number does not fit here | an object");
    EXPECT_EQ(toldOf(Json::object()), "nothing");
}

TEST(ReadSetting, NumbersFlagsAndChoices) {
    expectFindings({
        {"/workload/arrivals/tasks",
         "0",
         {"workload.arrivals.tasks | 0 | too small | a whole number from 1 to 1000000"}},
        {"/workload/arrivals/tasks",
         "18446744073709551615",
         {"workload.arrivals.tasks | 18446744073709551615 | too large | a whole number from 1 to "
          "1000000"}},
        {"/workload/arrivals/tasks",
         "1.5",
         {"workload.arrivals.tasks | 1.5 | not a whole number | a whole number from 1 to 1000000"}},
        {"/workload/arrivals/tasks",
         R"("64")",
         {"workload.arrivals.tasks | \"64\" | a text does not fit here | a whole number from 1 to "
          "1000000"}},
        {"/workload/steps/0/failures",
         "1.01",
         {"workload.steps.0.failures | 1.01 | too large | a number from 0 to 1"}},
        {"/workload/steps/0/fresh",
         "1",
         {"workload.steps.0.fresh | 1 | a number does not fit here | true or false"}},
        {"/workload/steps/0/mode",
         R"("pertask")",
         {"workload.steps.0.mode | \"pertask\" | no such choice; did you mean per-task? | one of: "
          "keep-alive, per-task"}},
        {"/workload/steps/0/mode",
         R"("append")",
         {"workload.steps.0.mode | \"append\" | no such choice | "
          "one of: keep-alive, per-task"}},
        {"/workload/timeout",
         R"("0 s")",
         {"workload.timeout | \"0 s\" | too small | a duration from 1 ms to 3600 s, such as \"50 "
          "ms\" (ns, us, ms, s, min; bare: seconds)"}},
    });
}

} // namespace
} // namespace troika::test
