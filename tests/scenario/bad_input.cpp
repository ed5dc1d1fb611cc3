// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/bad_input.h"

namespace troika::test {
namespace {

Json changed(const BadInput& input) {
    Json document = smallDocument();
    const Json::json_pointer pointer(input.pointer);
    if (std::string_view(input.value) == "-") {
        Json& parent = document[pointer.parent_pointer()];
        parent.erase(pointer.back());
    } else {
        document[pointer] = Json::parse(input.value);
    }
    return document;
}

} // namespace

void expectFindings(const std::vector<BadInput>& table) {
    for (const BadInput& input : table) {
        const Findings findings = findingsOf(changed(input));
        std::vector<std::string> all;
        for (const Finding& finding : findings) all.push_back(told(finding));
        EXPECT_EQ(all, input.findings) << input.pointer << " = " << input.value;
        expectBothLanguages(findings);
    }
}

std::string line(const std::string& start, const char* allowed) {
    return fmt::format("{} | {}", start, allowed);
}

} // namespace troika::test
