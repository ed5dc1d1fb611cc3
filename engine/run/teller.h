// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/point_race.h"

#include <troika/run/run.h>

namespace troika {

/// Tells the listener where a run is: counts slices over all points and blocks. Used by one thread.
class Teller {
public:
    Teller(const ProgressListener& listener, std::size_t points);

    /// So many more slices are to come (a block's, a repeat's).
    void expect(std::uint64_t slices) { m_wanted += slices; }
    void sliceDone() { ++m_done; }
    void roundDone() { m_anyRound = true; }
    /// No more blocks are to come: what is left is not racing.
    void lastBlock() { m_isLast = true; }

    void tell(Progress::Phase phase, const PointRace& point, const std::string& label = {});

private:
    const ProgressListener& m_listener;
    std::size_t m_points;
    std::int64_t m_begun;
    std::uint64_t m_wanted = 0;
    std::uint64_t m_done = 0;
    bool m_anyRound = false;
    bool m_isLast = false;
};

} // namespace troika
