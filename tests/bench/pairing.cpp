// SPDX-License-Identifier: GPL-3.0-or-later
#include "pairing.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace troika::bench {
namespace {

/// One round; false where a slice failed. `figures` may be null: thrown away.
bool measureRound(const std::vector<Rival>& rivals, const std::vector<std::size_t>& order,
                  Figures* figures) {
    for (const std::size_t index : order) {
        const double figure = rivals[index].slice();
        if (!(figure > 0)) return false;
        if (figures != nullptr) (*figures)[index].push_back(figure);
    }
    return true;
}

} // namespace

Figures measureTogether(const std::vector<Rival>& rivals, int rounds) {
    Figures figures(rivals.size());
    std::vector<std::size_t> order(rivals.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (!measureRound(rivals, order, nullptr)) return {};
    std::mt19937_64 random(1);
    for (int round = 0; round < rounds; ++round) {
        std::shuffle(order.begin(), order.end(), random);
        if (!measureRound(rivals, order, &figures)) return {};
    }
    return figures;
}

double median(std::vector<double> figures) {
    if (figures.empty()) return 0;
    std::sort(figures.begin(), figures.end());
    const std::size_t middle = figures.size() / 2;
    if (figures.size() % 2 == 1) return figures[middle];
    return (figures[middle - 1] + figures[middle]) / 2;
}

std::vector<double> ratios(const std::vector<double>& of, const std::vector<double>& to) {
    std::vector<double> all;
    for (std::size_t i = 0; i < std::min(of.size(), to.size()); ++i) all.push_back(of[i] / to[i]);
    return all;
}

} // namespace troika::bench
