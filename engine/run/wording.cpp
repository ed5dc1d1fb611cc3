// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/wording.h"

#include <cmath>

namespace troika {

Text roughDuration(double seconds) {
    if (seconds < 1.5) return {"about a second", "около секунды"};
    if (seconds < 20) return bilingual("about {:.0f} s", "примерно {:.0f} с", seconds);
    if (seconds < 120) {
        const double fives = std::round(seconds / 5) * 5;
        return bilingual("about {:.0f} s", "примерно {:.0f} с", fives);
    }
    const double minutes = seconds / 60;
    if (minutes < 120) return bilingual("about {:.0f} min", "примерно {:.0f} мин", minutes);
    const double hours = minutes / 60;
    return bilingual("about {:.0f} h", "примерно {:.0f} ч", hours);
}

} // namespace troika
