// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "grid.h"
#include "output.h"
#include "words.h"

#include <troika/run/machine.h>
#include <unistd.h>

namespace troika::cli {
namespace {

const char* name(DoctorFinding::State state) {
    switch (state) {
    case DoctorFinding::State::Good:
        return "good";
    case DoctorFinding::State::Doubtful:
        return "doubtful";
    case DoctorFinding::State::Missing:
        break;
    }
    return "missing";
}

std::string asJson(const std::vector<DoctorFinding>& findings) {
    Json all = Json::array();
    for (const DoctorFinding& one : findings) {
        all.push_back({{"name", one.name},
                       {"state", name(one.state)},
                       {"text", {{"en", one.text.en}, {"ru", one.text.ru}}},
                       {"advice", {{"en", one.advice.en}, {"ru", one.advice.ru}}}});
    }
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string asText(const std::vector<DoctorFinding>& findings, const Layout& layout) {
    constexpr std::size_t indent = 4;
    std::string text;
    for (const DoctorFinding& one : findings) {
        const bool good = one.state == DoctorFinding::State::Good;
        const bool missing = one.state == DoctorFinding::State::Missing;
        const Colour colour = good ? Colour::Good : missing ? Colour::Bad : Colour::Bold;
        text += coloured(good ? " ok " : missing ? " !! " : " ?  ", colour, layout.colour);
        // The mark takes the place of the first line's indent.
        text +=
            wrapped(printable(one.text.in(layout.language)), layout.width, indent, indent) + "\n";
        if (one.advice.empty()) continue;
        text += std::string(indent, ' ') +
                wrapped("→ " + printable(one.advice.in(layout.language)), layout.width, indent + 2,
                        indent) +
                "\n";
    }
    return text;
}

} // namespace

int doctorCommand(const Options& options) {
    const auto findings = examineMachine(options.diskDirectory);
    const Layout layout = layoutFor(STDOUT_FILENO, options.language);
    return writeOut(options.json ? asJson(findings) : asText(findings, layout)) ? exitFine
                                                                                : exitFailed;
}

} // namespace troika::cli
