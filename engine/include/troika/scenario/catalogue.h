// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/scenario/setting.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace troika {

struct Scenario;
struct Contender;

/// What was wrong with one field, in words: `field` as a path ("backends[pool].workers"), `value`
/// as it was written (JSON; empty where something is missing), and what is allowed.
struct Finding {
    std::string field;
    std::string value;
    Text problem; ///< "no such backend; did you mean thread.pool?"
    Text allowed; ///< "a whole number from 1 to 4096"

    bool operator==(const Finding&) const = default;
};
using Findings = std::vector<Finding>;

enum class Family { Serial, Thread, Process, Async, Cluster };

/// What a contender will hold at once at the most; checked against the machine before a start.
struct Demand {
    std::int64_t threads = 1;              ///< In all its processes together.
    std::int64_t processes = 1;            ///< The runner among them.
    std::int64_t connections = 0;          ///< To the origin, all processes together.
    std::int64_t descriptorsOfRunner = 16; ///< Of the runner process alone, connections included.
    std::int64_t lanes = 1;                ///< Tasks that can be in work at once.
    std::int64_t memoryBytes = 0;          ///< For what its lanes work on.
};

/// What every task of a slice adds to the disk, until the slice is over.
struct DiskGrowth {
    std::uint64_t bytes = 0;
    std::uint64_t files = 0; ///< Directories too.
};

/// A kind of step or of arrivals.
struct Kind {
    std::string name;
    Text title;
    Text explanation;
    std::vector<Setting> settings;
    /// Rules between settings ("either amount or duration"); adds findings under `path`. May be
    /// empty.
    std::function<void(const Settings&, const std::string& path, Findings&)> check;
    /// Memory that a lane keeps for it, bytes. May be empty: nothing worth counting.
    std::function<std::int64_t(const Settings&)> laneBytes;
    /// Memory that a trial keeps for it once, whatever its lanes, bytes. May be empty.
    std::function<std::int64_t(const Settings&)> sharedBytes;
    /// May be empty: nothing.
    std::function<DiskGrowth(const Settings&)> diskGrowth;
};

/// A backend as a scenario sees it: declared once, next to its implementation.
struct BackendDeclaration {
    std::string name; ///< "thread.pool"
    Family family = Family::Serial;
    std::string runtime = "native"; ///< or "cpython", …
    Text title;
    Text explanation;
    std::vector<Setting> settings;
    std::function<Demand(const Scenario&, const Contender&)> demand;
    bool forTests = false; ///< Not listed unless asked for.
};

/// Everything a scenario may be made of. Built by the layers that implement it; the scenario layer
/// only reads it, so a new backend or kind of work changes nothing there.
struct Catalogue {
    std::vector<Kind> steps;
    std::vector<Kind> arrivals;
    std::vector<BackendDeclaration> backends;

    [[nodiscard]] const Kind* step(std::string_view name) const;
    [[nodiscard]] const Kind* arrival(std::string_view name) const;
    [[nodiscard]] const BackendDeclaration* backend(std::string_view name) const;
    /// What a contender's backend says that it will hold (the least where it says nothing), and the
    /// memory that its lanes need for the steps.
    [[nodiscard]] Demand demandOf(const Scenario& scenario, const Contender& contender) const;
};

} // namespace troika
