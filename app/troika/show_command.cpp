// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "output.h"
#include "words.h"

#include <troika/backend/catalogue.h>
#include <troika/result/file.h>

namespace troika::cli {

int showCommand(const Options& options) {
    const auto run = readResult(options.subject, catalogue());
    if (!run) {
        say(run.error().text, options.language);
        return exitUsage;
    }
    if (run->samples.empty() && options.formats.contains(Format::Troika)) {
        say(words::noSamplesForArchive(options.subject), options.language);
        return exitUsage;
    }
    if (!options.out.empty()) {
        if (const auto problem = checkFolder(options.out)) {
            say(*problem, options.language);
            return exitUsage;
        }
    }
    return deliver(*run, options) ? exitFine : exitFailed;
}

} // namespace troika::cli
