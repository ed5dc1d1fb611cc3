// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/stats/holm.h>

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace troika {

std::vector<HolmLevel> holm(std::span<const double> pValues, double alpha) {
    std::vector<std::size_t> order(pValues.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        return pValues[left] < pValues[right];
    });
    std::vector<HolmLevel> levels(pValues.size());
    double level = alpha;
    bool rejecting = true;
    for (std::size_t k = 0; k < order.size(); ++k) {
        if (rejecting) {
            level = alpha / static_cast<double>(order.size() - k);
            rejecting = pValues[order[k]] <= level;
        }
        levels[order[k]] = {level, rejecting};
    }
    return levels;
}

} // namespace troika
