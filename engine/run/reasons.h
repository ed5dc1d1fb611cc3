// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/base/result.h>

namespace troika {

// Why a slice does not count, or a contender has not finished, through no fault of its own.

inline Text disturbed() {
    return {"Other programs used the machine; the round was repeated.",
            "Машину занимали другие программы; раунд повторён."};
}

inline Failure stopped() {
    return {"stopped", {"Stopped by the user.", "Остановлено пользователем."}};
}

inline Failure killed() {
    return {"killed",
            {"Troika was killed while it ran.",
             "Программа Troika была принудительно завершена во время работы."}};
}

} // namespace troika
