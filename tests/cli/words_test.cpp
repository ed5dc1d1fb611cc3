// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/troika/findings.h"
#include "app/troika/language.h"
#include "app/troika/list_backends.h"
#include "app/troika/progress.h"

#include <cstdlib>
#include <gtest/gtest.h>

using namespace troika;
using namespace troika::cli;

namespace {

Language chosen(std::vector<const char*> arguments) {
    return chooseLanguage(static_cast<int>(arguments.size()), arguments.data());
}

} // namespace

TEST(LanguageChoice, TheOptionThenTheLocaleThenEnglish) {
    for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) ::unsetenv(name);
    EXPECT_EQ(chosen({"troika"}), Language::English);
    ::setenv("LANG", "ru_RU.UTF-8", 1);
    EXPECT_EQ(chosen({"troika"}), Language::Russian);
    EXPECT_EQ(chosen({"troika", "run", "--lang", "en"}), Language::English);
    EXPECT_EQ(chosen({"troika", "--lang=en"}), Language::English);
    ::setenv("LC_ALL", "C", 1);
    EXPECT_EQ(chosen({"troika"}), Language::English);
    EXPECT_EQ(chosen({"troika", "--lang", "ru"}), Language::Russian);
    ::unsetenv("LC_ALL");
    ::unsetenv("LANG");
    EXPECT_EQ(languageNamed("rust"), std::nullopt);
    EXPECT_EQ(languageNamed("de_DE"), std::nullopt);
}

TEST(FindingsText, ABlockEachWithItsParts) {
    const Findings findings{
        {"rounds", "-3", {"too small", "слишком мало"}, {"1 to 9", "от 1 до 9"}},
        {"name", "", {"missing", "не задано"}, {"a name", "имя"}}};
    EXPECT_EQ(findingsText(findings, {.width = 0}), "rounds\n"
                                                    "  value    -3\n"
                                                    "  problem  too small\n"
                                                    "  allowed  1 to 9\n"
                                                    "\n"
                                                    "name\n"
                                                    "  problem  missing\n"
                                                    "  allowed  a name\n"
                                                    "\n"
                                                    "2 things have to change; nothing was "
                                                    "started.\n");
}

TEST(FindingsText, WrapsUnderItsLabelInAnyWidth) {
    const Findings findings{{"rounds", "-3", {"too small for this", "мало"}, {}}};
    const std::string text = findingsText(findings, {.width = 20});
    EXPECT_NE(text.find("  problem  too small\n           for this\n"), std::string::npos) << text;
}

TEST(Words, ListsFitEveryWidth) {
    Catalogue catalogue;
    BackendDeclaration backend;
    backend.name = "one";
    backend.explanation = {"does one thing after the other", ""};
    catalogue.backends = {backend};
    EXPECT_TRUE(
        backendsText(catalogue, {.width = 0}).ends_with("  does one thing after the other\n"));
    EXPECT_TRUE(
        backendsText(catalogue, {.width = 20}).ends_with("  does one thing\n  after the other\n"));
    EXPECT_FALSE(backendsText(catalogue, {.width = 1}).empty());
}

TEST(ProgressLine, TellsWhereARunIsAndFitsTheTerminal) {
    Progress progress;
    progress.phase = Progress::Phase::Racing;
    progress.round = 3;
    progress.rounds = 10;
    progress.contender = "async.loop";
    progress.done = 0.25;
    progress.secondsLeft = 11.2;
    EXPECT_EQ(progressLine(progress, {.width = 0}),
              "██████░░░░░░░░░░░░░░░░░░ round 3/10 · async.loop · about 12 s left");
    EXPECT_EQ(progressLine(progress, {.language = Language::Russian, .width = 0}),
              "██████░░░░░░░░░░░░░░░░░░ раунд 3/10 · async.loop · осталось около 12 с");
    EXPECT_EQ(progressLine(progress, {.width = 30}), "██████░░░░░░░░░░░░░░░░░░ rou…");
}
