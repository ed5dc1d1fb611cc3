// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <troika/run/machine.h>

namespace troika {

// The single examinations behind examineMachine, each a question about this machine. They change
// nothing that stays, and none takes longer than a fraction of a second.

[[nodiscard]] DoctorFinding examinePrograms();
[[nodiscard]] DoctorFinding examineCores();
[[nodiscard]] DoctorFinding examineCounter();
[[nodiscard]] DoctorFinding examineIoUring();
[[nodiscard]] DoctorFinding examineAccounting();

[[nodiscard]] DoctorFinding examineGuard();
[[nodiscard]] DoctorFinding examineChildLists();

[[nodiscard]] DoctorFinding examineSharedMemory();
[[nodiscard]] DoctorFinding examineDescriptors();
[[nodiscard]] DoctorFinding examineThreads();
[[nodiscard]] DoctorFinding examinePorts();

[[nodiscard]] DoctorFinding examineDisk(const std::filesystem::path& base);
/// Tries O_DIRECT on a file of its own in `base`, and removes it.
[[nodiscard]] DoctorFinding examineDirect(const std::filesystem::path& base);

/// Watches the machine for a fifth of a second.
[[nodiscard]] DoctorFinding examineNoise();
[[nodiscard]] DoctorFinding examineOtherTroikas();

} // namespace troika
