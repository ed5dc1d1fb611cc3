// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pairing.h"
#include "platform/descriptor.h"
#include "platform/spawn.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>

namespace troika::bench {

/// A gibibyte of touched memory in small pages, as an application's heap would be.
class Ballast {
public:
    Ballast();
    Ballast(const Ballast&) = delete;
    Ballast& operator=(const Ballast&) = delete;
    ~Ballast();

private:
    static constexpr std::size_t bytes = std::size_t{1} << 30;
    void* m_memory;
};

/// A worker program started by posix_spawn and nothing else, behind two pipes.
struct BareWorker {
    Child process;
    Descriptor input;
    Descriptor output;
};

/// Starts it, gives it `spec`, and waits for the first byte that it says.
BareWorker spawnBare(const std::filesystem::path& program, const std::string& spec);

/// Both rivals as this process is, then both while it holds a gibibyte: figures[0..1] and [2..3].
Figures measureSmallAndLarge(const std::function<double()>& ours,
                             const std::function<double()>& bare, int rounds);

} // namespace troika::bench
