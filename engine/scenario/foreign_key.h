// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <troika/scenario/catalogue.h>
#include <vector>

namespace troika {

/// Something with settings, by its name: a backend, a kind of step or of arrivals.
struct SettingsOwner {
    std::string name;
    const std::vector<Setting>* settings;
};

/// For each of the findings from `first` on that is about a key of `path` which others of the same
/// sort have: says whose it is, so that settings which contradict each other are told from mistakes
/// of spelling. `own`: whose settings were read.
void tellWhoseKeys(const std::string& path, const std::string& own,
                   const std::vector<SettingsOwner>& owners, std::size_t first, Findings& findings);

/// All of a kind.
template <class T>
[[nodiscard]] std::vector<SettingsOwner> ownersOf(const std::vector<T>& all) {
    std::vector<SettingsOwner> owners;
    for (const T& one : all) owners.push_back({one.name, &one.settings});
    return owners;
}

} // namespace troika
