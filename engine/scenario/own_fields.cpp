// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/fields.h"

#include <troika/scenario/own_fields.h>

namespace troika {

const std::vector<OwnField>& ownFields() {
    static const std::vector<OwnField> all{
        {"rounds", roundsSetting(), [](const Scenario& of) -> double { return of.rounds; }},
        {"warm_up.rounds", warmUpSetting(),
         [](const Scenario& of) -> double { return of.warmUpRounds; }},
        {"workload.timeout", timeoutSetting(),
         [](const Scenario& of) {
             return std::chrono::duration<double>(of.workload.timeout).count();
         }},
        {"seed", seedSetting()},
    };
    return all;
}

} // namespace troika
