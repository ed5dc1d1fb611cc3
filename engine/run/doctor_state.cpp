// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/bystanders.h"
#include "run/doctor.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace troika {

using State = DoctorFinding::State;

DoctorFinding examineNoise() {
    constexpr double loud = 0.05;
    const BystanderWatch watch(0);
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    const Disturbance noise = watch.end(0, 0);
    const double percent = std::min(noise.share(), 1.0) * 100;
    Text text = bilingual("Other programs use {:.0f} % of the machine right now.",
                          "Другие программы занимают сейчас {:.0f} % машины.", percent);
    if (noise.share() < loud) return {"noise", State::Good, std::move(text), {}};
    return {"noise",
            State::Doubtful,
            std::move(text),
            {"Close what is busy; this shows it: top -o %CPU",
             "Закройте то, что занимает процессор; увидеть: top -o %CPU"}};
}

DoctorFinding examineOtherTroikas() {
    const std::vector<int> others = otherTroikas();
    if (others.empty()) {
        return {"other-troikas",
                State::Good,
                {"No other Troika is racing.", "Других состязаний Troika сейчас нет."},
                {}};
    }
    const int pid = others.front();
    return {"other-troikas", State::Doubtful,
            bilingual("Another Troika is racing (process {}).",
                      "Идёт другое состязание Troika (процесс {}).", pid),
            bilingual("Wait for it, or stop it: kill -INT {}",
                      "Дождитесь его конца или остановите: kill -INT {}", pid)};
}

} // namespace troika
