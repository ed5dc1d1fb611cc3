// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace troika::testing {

/// Two fakes: exact and instant.
inline const std::string fakeScenario = R"({
  "schema": "troika-scenario/1", "name": "two-fakes",
  "title": { "en": "Two fakes", "ru": "Две имитации" },
  "workload": {
    "steps": [ { "kind": "compute", "kernel": "primes", "amount": 1 } ],
    "arrivals": { "kind": "batch", "tasks": 100 }
  },
  "backends": [
    { "backend": "fake", "label": "slow", "service": "4 ms" },
    { "backend": "fake", "label": "fast", "service": "1 ms", "title": { "en": "the fast one", "ru": "быстрая" } }
  ],
  "rounds": 6
})";

/// Real downloads, few and quick, by every family.
inline const std::string downloadScenario = R"({
  "schema": "troika-scenario/1", "name": "few-downloads",
  "title": { "en": "A few downloads", "ru": "Несколько загрузок" },
  "workload": {
    "steps": [ { "kind": "download", "size": "10 KiB", "delay": "2 ms" } ],
    "arrivals": { "kind": "batch", "tasks": 8 }
  },
  "backends": [
    { "backend": "serial" },
    { "backend": "thread.pool", "workers": 4 },
    { "backend": "process.pool", "workers": 2 },
    { "backend": "async.loop" }
  ],
  "rounds": 5
})";

/// Takes minutes unless it is stopped.
inline const std::string longScenario = R"({
  "schema": "troika-scenario/1", "name": "long",
  "workload": {
    "steps": [ { "kind": "download", "size": "1 KiB", "delay": "20 ms" } ],
    "arrivals": { "kind": "batch", "tasks": 40 }
  },
  "backends": [
    { "backend": "serial" },
    { "backend": "process.pool", "workers": 2 }
  ],
  "rounds": 500
})";

} // namespace troika::testing
