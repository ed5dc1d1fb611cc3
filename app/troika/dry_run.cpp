// SPDX-License-Identifier: GPL-3.0-or-later
#include "dry_run.h"

#include "figures.h"
#include "grid.h"
#include "words.h"

#include <troika/backend/catalogue.h>
#include <troika/run/estimate.h>
#include <troika/scenario/amounts.h>
#include <troika/scenario/points.h>
#include <troika/scenario/validate.h>

namespace troika::cli {
namespace {

std::string demands(const Scenario& scenario, const Layout& layout) {
    std::vector<Column> columns(5);
    const Text headings[] = {words::contender(), words::backend(), words::threads(),
                             words::processes(), words::connections()};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].heading = headings[i].in(layout.language);
    }
    columns[0].toTheLeft = columns[1].toTheLeft = true;
    for (const Contender& contender : scenario.contenders) {
        const Demand demand = catalogue().demandOf(scenario, contender);
        columns[0].cells.push_back(
            {shortened(words::titleOf(scenario, contender.label, layout.language), 32)});
        columns[1].cells.push_back({contender.backend});
        columns[2].cells.push_back({countText(demand.threads, layout.language)});
        columns[3].cells.push_back({countText(demand.processes, layout.language)});
        columns[4].cells.push_back({countText(demand.connections, layout.language)});
    }
    return grid(columns, layout.width, layout.colour);
}

} // namespace

std::string dryRunText(const Scenario& scenario, const Layout& layout) {
    const std::string& title = scenario.title.in(layout.language);
    std::string text =
        coloured(printable(title.empty() ? scenario.name : title), Colour::Bold, layout.colour);
    text += "\n" + wrapped(describeRun(scenario).in(layout.language), layout.width, 0) + "\n\n";
    text += demands(firstPointOf(scenario, catalogue()), layout) + "\n";
    double bytes = 0;
    for (const Point& point : pointsOf(scenario, catalogue())) {
        bytes += static_cast<double>(sampleLogBytes(point.scenario));
    }
    const Text logs = words::sampleLogs(sizeText(bytes));
    return text + wrapped(logs.in(layout.language), layout.width, 0) + "\n";
}

} // namespace troika::cli
