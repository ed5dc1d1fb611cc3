// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/example.h"

#include <gtest/gtest.h>
#include <troika/run/estimate.h>

using namespace troika;
using troika::testing::exampleOf;

namespace {

const Json serial = Json::array({{{"backend", "serial"}}});
const Json two = Json::array({{{"backend", "serial"}}, {{"backend", "async.loop"}}});

Text described(Json step, int tasks, const Json& backends) {
    return describeRun(exampleOf(Json::array({std::move(step)}), tasks, backends));
}

bool begins(const std::string& text, const std::string& beginning) {
    return text.rfind(beginning, 0) == 0;
}

} // namespace

TEST(Describe, Downloads) {
    const Text text =
        described({{"kind", "download"}, {"size", "100 KiB"}, {"delay", "15 ms"}}, 64, two);
    EXPECT_TRUE(begins(text.en, "64 downloads of 100 KiB, each answered after 15 ms, all due at "
                                "once. 2 contenders, 10 rounds in random order, about "))
        << text.en;
    EXPECT_TRUE(begins(text.ru,
                       "64 загрузки по 100 КиБ, ответ через 15 мс, все сразу. 2 участника, "
                       "10 раундов в случайном порядке, "))
        << text.ru;
}

TEST(Describe, HalfOfTheAnswersByTheMedian) {
    const Json delay{{"distribution", "log-normal"}, {"median", "15 ms"}, {"sigma", 1}};
    const Text text = described({{"kind", "download"}, {"size", 1}, {"delay", delay}}, 2, serial);
    EXPECT_TRUE(begins(text.en, "2 downloads of 1 B, half of them answered within 15 ms, "))
        << text.en;
    EXPECT_TRUE(begins(text.ru, "2 загрузки по 1 Б, для половины ответ не позже чем через 15 мс, "))
        << text.ru;
}

TEST(Describe, OneIsSingular) {
    const Text text = described({{"kind", "download"}, {"size", "1.5 KiB"}}, 1, serial);
    EXPECT_TRUE(begins(text.en, "1 download of 1.5 KiB, all due at once. 1 contender, "))
        << text.en;
    EXPECT_TRUE(begins(text.ru, "1 загрузка по 1,5 КиБ, все сразу. 1 участник, ")) << text.ru;
}

TEST(Describe, Disk) {
    const Text text = described(
        {{"kind", "disk"}, {"operation", "write"}, {"sync", "task"}, {"blocks", 3}}, 21, serial);
    EXPECT_TRUE(begins(text.en, "21 disk tasks, each writing 3 blocks of 4 KiB at random and "
                                "syncing, "))
        << text.en;
    EXPECT_TRUE(begins(text.ru, "21 дисковая задача: запись — 3 блока по 4 КиБ вразброс со сбросом "
                                "на диск, "))
        << text.ru;
}

TEST(Describe, Computations) {
    const Text text = described({{"kind", "compute"}, {"duration", "10 ms"}}, 11, serial);
    EXPECT_TRUE(begins(text.en, "11 computations of 10 ms (sha256), ")) << text.en;
    EXPECT_TRUE(begins(text.ru, "11 вычислений по 10 мс (sha256), ")) << text.ru;
}

TEST(Describe, WhatHasToReachAWorkerAndComeBack) {
    const Text text = described({{"kind", "compute"},
                                 {"amount", 1},
                                 {"payload", {{"input", "8 MiB"}, {"output", "1 KiB"}}}},
                                2, serial);
    EXPECT_TRUE(begins(text.en, "2 computations of 1 repetition (sha256), 8 MiB of input, 1 KiB of "
                                "output, all due at once."))
        << text.en;
    EXPECT_TRUE(begins(text.ru, "2 вычисления по 1 повторению (sha256), 8 МиБ на входе, 1 КиБ на "
                                "выходе, все сразу."))
        << text.ru;
}

TEST(Describe, SeveralSteps) {
    const Json steps =
        Json::array({{{"kind", "download"}, {"size", 1}}, {{"kind", "compute"}, {"amount", 1}}});
    const Text text = describeRun(exampleOf(steps, 5, serial));
    EXPECT_TRUE(begins(text.en, "5 tasks, each: Download, then Computation, all due at once."))
        << text.en;
    EXPECT_TRUE(begins(text.ru, "5 задач, каждая: «Загрузка по сети», затем «Вычисление», "))
        << text.ru;
}

TEST(Describe, WithoutANumberItBeginsWithACapitalLetter) {
    const Json steps = Json::array({{{"kind", "download"}, {"size", "1 KiB"}}});
    const Json arrivals{{"kind", "closed"}, {"in_flight", 4}, {"duration", "2 s"}};
    const Text text = describeRun(exampleOf(steps, arrivals, serial));
    EXPECT_TRUE(begins(text.en, "Downloads of 1 KiB, always 4 in flight, for 2 s.")) << text.en;
    EXPECT_TRUE(begins(text.ru, "Загрузки по 1 КиБ, в работе всегда 4, в течение 2 с.")) << text.ru;
}
