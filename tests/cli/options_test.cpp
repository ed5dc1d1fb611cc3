// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/troika/options.h"

#include <gtest/gtest.h>

namespace troika::cli {
namespace {

/// What is said of a command line in that language, down to the hint.
std::string complaint(std::vector<const char*> arguments, const char* language) {
    arguments.insert(arguments.begin(), {"troika", "--lang", language});
    ::testing::internal::CaptureStderr();
    const auto read = readOptions(static_cast<int>(arguments.size()), arguments.data());
    const std::string said = ::testing::internal::GetCapturedStderr();
    const auto* end = std::get_if<EndNow>(&read);
    EXPECT_TRUE(end != nullptr && end->exitCode == 2) << said;
    return said.substr(0, said.find('\n'));
}

TEST(Options, MistakesAreToldInTheLanguageThatWasAskedFor) {
    const struct {
        std::vector<const char*> arguments;
        const char* english;
        const char* russian;
    } mistakes[] = {
        {{"frobnicate"}, "Not understood: frobnicate", "Непонятный аргумент: frobnicate"},
        {{"run", "a", "--bogus"}, "Not understood: --bogus", "Непонятный аргумент: --bogus"},
        {{"run", "a", "--rounds", "abc"},
         "Not a value that fits: --rounds = abc",
         "Недопустимое значение: --rounds = abc"},
        {{"run", "a", "--rounds"},
         "A value is missing after --rounds",
         "Нет значения у параметра --rounds"},
        {{"run", "a", "--seed", "-1"},
         "--seed: a whole number from 0 on",
         "--seed: целое число от 0"},
        {{"run", "a", "--seed", "1", "--seed", "2"},
         "Given more than once: --seed",
         "Указано несколько раз: --seed"},
        {{"run"}, "Missing: SCENARIO|RESULT|NAME", "Не хватает: SCENARIO|RESULT|NAME"},
        {{"list", "nothing"},
         "scenarios|backends: one of: scenarios, backends",
         "scenarios|backends: одно из: scenarios, backends"},
    };
    for (const auto& mistake : mistakes) {
        EXPECT_EQ(complaint(mistake.arguments, "en"), std::string("troika: ") + mistake.english);
        EXPECT_EQ(complaint(mistake.arguments, "ru"), std::string("troika: ") + mistake.russian);
    }
}

} // namespace
} // namespace troika::cli
