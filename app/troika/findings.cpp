// SPDX-License-Identifier: GPL-3.0-or-later
#include "findings.h"

#include "grid.h"
#include "words.h"

#include <algorithm>

namespace troika::cli {
namespace {

void addLine(std::string& text, const Text& label, const std::string& what, std::size_t width,
             const Layout& layout) {
    if (what.empty()) return;
    const std::string& name = label.in(layout.language);
    const std::string head = "  " + name + std::string(width - displayWidth(name) + 2, ' ');
    text += coloured(head, Colour::Faint, layout.colour) +
            wrapped(printable(what), layout.width, width + 4, width + 4) + "\n";
}

} // namespace

std::string findingsText(const Findings& findings, const Layout& layout) {
    const auto widthOf = [&](const Text& text) { return displayWidth(text.in(layout.language)); };
    const std::size_t width =
        std::max({widthOf(words::value()), widthOf(words::problem()), widthOf(words::allowed())});
    std::string text;
    for (const Finding& finding : findings) {
        const std::string field = finding.field.empty() ? "-" : printable(finding.field);
        text += coloured(field, Colour::Bold, layout.colour) + "\n";
        addLine(text, words::value(), finding.value, width, layout);
        addLine(text, words::problem(), finding.problem.in(layout.language), width, layout);
        addLine(text, words::allowed(), finding.allowed.in(layout.language), width, layout);
        text += "\n";
    }
    return text + words::nothingStarted(findings.size()).in(layout.language) + "\n";
}

} // namespace troika::cli
