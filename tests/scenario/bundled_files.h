// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <troika/scenario/json.h>
#include <utility>
#include <vector>

namespace troika::test {

/// The scenarios that are bundled: their file names without extension, and what is in them.
inline std::vector<std::pair<std::string, Json>> bundledFiles() {
    std::vector<std::pair<std::string, Json>> files;
    const std::filesystem::path folder = TROIKA_SOURCE "/resources/scenarios";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream stream(entry.path());
        const std::string text{std::istreambuf_iterator<char>(stream), {}};
        const auto json = parseJson(text);
        EXPECT_TRUE(json) << entry.path();
        files.emplace_back(entry.path().stem().string(), json ? *json : Json());
    }
    std::ranges::sort(files, {}, &std::pair<std::string, Json>::first);
    return files;
}

} // namespace troika::test
