// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/process/casualties.h"

#include <gtest/gtest.h>

namespace troika::test {
namespace {

const Failure killed{"worker-killed", {"Worker process 7 was killed.", "Процесс 7 завершён."}};
const Failure another{"worker-killed", {"Worker process 8 was killed.", "Процесс 8 завершён."}};

TEST(Casualties, tells_nothing_where_nobody_died) { EXPECT_TRUE(Casualties().take().empty()); }

TEST(Casualties, tells_of_one_and_forgets_it) {
    Casualties casualties;
    casualties.died(killed);
    casualties.repeated(3);
    const std::vector<Text> told{{"Worker process 7 was killed. Tasks done again: 3; lost: 0.",
                                  "Процесс 7 завершён. Задач выполнено заново: 3, потеряно: 0."}};
    EXPECT_EQ(casualties.take(), told);
    EXPECT_TRUE(casualties.take().empty());
}

TEST(Casualties, tells_of_many_in_one_go) {
    Casualties casualties;
    for (const Failure& how : {killed, another, another}) casualties.died(how);
    casualties.repeated(2);
    casualties.lost();
    const std::vector<Text> told{
        {"Worker process 7 was killed. Others died as well: 2. Tasks done again: 2; lost: 1.",
         "Процесс 7 завершён. Завершились и другие: 2. Задач выполнено заново: 2, "
         "потеряно: 1."}};
    EXPECT_EQ(casualties.take(), told);
}

} // namespace
} // namespace troika::test
