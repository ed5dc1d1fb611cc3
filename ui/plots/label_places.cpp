// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/label_places.h"

#include <algorithm>
#include <numeric>

namespace troika::ui {

std::vector<double> labelPlaces(const std::vector<double>& wanted, double apart, double low,
                                double high) {
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
    std::vector<double> places = wanted;
    double least = low;
    for (const std::size_t i : order) {
        places[i] = std::max(places[i], least);
        least = places[i] + apart;
    }
    double most = high;
    for (auto i = order.rbegin(); i != order.rend(); ++i) {
        places[*i] = std::min(places[*i], most);
        most = places[*i] - apart;
    }
    return places;
}

} // namespace troika::ui
