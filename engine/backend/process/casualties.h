// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <troika/base/result.h>
#include <vector>

namespace troika {

/// The worker processes that died, in a slice or while nobody worked, and what became of their
/// tasks: one note, however many they were.
class Casualties {
public:
    /// `how`: a whole sentence, as WorkerProcess tells it.
    void died(const Failure& how);
    void repeated(std::size_t tasks) { m_repeated += tasks; }
    void lost() { ++m_lost; }
    /// Of all since it was last asked; nothing where nobody died.
    std::vector<Text> take();

private:
    Text m_first; ///< How the first one died.
    std::size_t m_died = 0;
    std::size_t m_repeated = 0;
    std::size_t m_lost = 0;
};

} // namespace troika
