// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/doctor.h"

namespace troika {

std::vector<DoctorFinding> examineMachine(const std::filesystem::path& diskBase) {
    return {examinePrograms(),     examineCores(),        examineNoise(),
            examineOtherTroikas(), examineCounter(),      examineAccounting(),
            examineIoUring(),      examineGuard(),        examineChildLists(),
            examineSharedMemory(), examineDescriptors(),  examineThreads(),
            examinePorts(),        examineDisk(diskBase), examineDirect(diskBase)};
}

} // namespace troika
