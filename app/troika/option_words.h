// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <troika/base/text.h>

/// What the command line's help and its complaints about usage say.
namespace troika::cli::words {

Text about();
Text usage();
Text optionsInUsage();
Text commandInUsage();
Text arguments();
Text commands();
Text options();
Text folder();
Text help();
Text version();
Text lang();

Text run();
Text runSubject();
Text set();
Text backends();
Text rounds();
Text seed();
Text maxTime();
Text dryRun();
Text out();
Text format();
Text json();
Text quiet();
Text diskDir();

Text show();
Text showSubject();
Text list();
Text listSubject();
Text listJson();
Text doctor();

Text oneOf(const std::string& names);
Text atLeastZero();
/// `kind` is the parser's name of what is wrong, `what` its (English) sentence.
Text badUsage(const std::string& kind, const std::string& what);

} // namespace troika::cli::words
