// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/foreign_key.h"

#include "scenario/read_setting.h"
#include "scenario/wording.h"

#include <algorithm>

namespace troika {
namespace {

bool has(const SettingsOwner& owner, std::string_view key) {
    // Of "payload.input" the file has the key "payload".
    return std::ranges::any_of(*owner.settings, [key](const Setting& setting) {
        return std::string_view(setting.name).substr(0, setting.name.find('.')) == key;
    });
}

} // namespace

void tellWhoseKeys(const std::string& path, const std::string& own,
                   const std::vector<SettingsOwner>& owners, std::size_t first,
                   Findings& findings) {
    for (std::size_t i = first; i < findings.size(); ++i) {
        Finding& finding = findings[i];
        if (!finding.field.starts_with(path + ".")) continue;
        const std::string key = finding.field.substr(path.size() + 1);
        std::vector<std::string> others;
        bool isOwn = false;
        for (const SettingsOwner& owner : owners) {
            if (!has(owner, key)) continue;
            isOwn = isOwn || owner.name == own;
            others.push_back(owner.name);
        }
        if (isOwn || others.empty()) continue;
        finding.problem =
            bilingual("{0} has no {1}; it belongs to {2}",
                      "у {0} нет настройки {1}; она относится к {2}", own, key, listed(others));
    }
}

} // namespace troika
