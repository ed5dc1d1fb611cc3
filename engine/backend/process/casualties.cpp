// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/process/casualties.h"

#include <utility>

namespace troika {

void Casualties::died(const Failure& how) {
    if (m_died++ == 0) m_first = how.text;
}

std::vector<Text> Casualties::take() {
    const Casualties all = std::exchange(*this, {});
    if (all.m_died == 0) return {};
    const Text others = all.m_died == 1 ? Text{}
                                        : bilingual(" Others died as well: {}.",
                                                    " Завершились и другие: {}.", all.m_died - 1);
    const Text tasks =
        bilingual(" Tasks done again: {}; lost: {}.", " Задач выполнено заново: {}, потеряно: {}.",
                  all.m_repeated, all.m_lost);
    return {bilingual("{}{}{}", "{}{}{}", all.m_first, others, tasks)};
}

} // namespace troika
