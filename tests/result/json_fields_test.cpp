// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/json_fields.h"

#include <gtest/gtest.h>

namespace troika {
namespace {

/// What reading with `read` complains about.
template <class Read>
std::string problemOf(const char* text, const Read& read) {
    const Json document = Json::parse(text);
    std::string problem;
    (void)read(JsonFields(document, "", problem));
    return problem;
}

TEST(JsonFields, GiveWhatIsThere) {
    const Json document = Json::parse(
        R"({"a":"x","a_ru":"ы","n":1.5,"null":null,"c":7,"f":true,"o":{"k":1},"l":[{"c":1},{"c":2}]})");
    std::string problem;
    const JsonFields fields(document, "", problem);
    EXPECT_EQ(fields.bilingualText("a"), (Text{"x", "ы"}));
    EXPECT_EQ(fields.number("n"), 1.5);
    EXPECT_EQ(fields.numberOrNull("null"), std::nullopt);
    EXPECT_EQ(fields.numberOrNull("absent"), std::nullopt);
    EXPECT_EQ(fields.count("c"), 7);
    EXPECT_TRUE(fields.flag("f"));
    EXPECT_EQ(fields.at("o").smallCount("k"), 1);
    EXPECT_EQ(fields.object("o").dump(), R"({"k":1})");
    EXPECT_EQ(fields.list("l", [](const JsonFields& one) { return one.count("c"); }),
              (std::vector<std::int64_t>{1, 2}));
    EXPECT_EQ(problem, "");
}

TEST(JsonFields, NameTheFirstThatIsWrong) {
    EXPECT_EQ(problemOf("{}",
                        [](const auto& f) {
                            (void)f.text("a");
                            return f.text("b");
                        }),
              "a");
    EXPECT_EQ(problemOf(R"({"a":1})", [](const auto& f) { return f.text("a"); }), "a");
    EXPECT_EQ(problemOf(R"({"a":"1"})", [](const auto& f) { return f.number("a"); }), "a");
    EXPECT_EQ(problemOf(R"({"a":1})", [](const auto& f) { return f.flag("a"); }), "a");
    EXPECT_EQ(problemOf(R"({"a":[]})", [](const auto& f) { return f.object("a"); }), "a");
    EXPECT_EQ(problemOf(R"({"l":[{"c":1},{"c":""}]})",
                        [](const auto& f) {
                            return f.list("l",
                                          [](const JsonFields& one) { return one.count("c"); });
                        }),
              "l.1.c");
    EXPECT_EQ(problemOf(R"({"l":[7]})",
                        [](const auto& f) {
                            return f.list("l",
                                          [](const JsonFields& one) { return one.isNull("c"); });
                        }),
              "l.0");
    EXPECT_EQ(
        problemOf(R"({"l":{}})",
                  [](const auto& f) { return f.list("l", [](const JsonFields&) { return 0; }); }),
        "l");
}

TEST(JsonFields, CountsHaveBounds) {
    const auto count = [](const auto& f) { return f.count("n"); };
    const auto small = [](const auto& f) { return f.smallCount("n"); };
    EXPECT_EQ(problemOf(R"({"n":9007199254740992})", count), "");
    EXPECT_EQ(problemOf(R"({"n":-1})", count), "n");
    EXPECT_EQ(problemOf(R"({"n":18446744073709551615})", count), "n");
    EXPECT_EQ(problemOf(R"({"n":1.5})", count), "n");
    EXPECT_EQ(problemOf(R"({"n":4294967296})", small), "n");
}

} // namespace
} // namespace troika
