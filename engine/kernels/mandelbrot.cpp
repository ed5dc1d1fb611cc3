// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernel_draws.h"
#include "troika_kernels.h"

namespace troika::kernels {
namespace {

constexpr int points = 16;
constexpr std::uint64_t mostSteps = 64;

/// Steps until z leaves the circle of radius 2, at most mostSteps. A sum and a product of doubles
/// are exactly rounded (IEEE 754), and this file is compiled without contraction: the same count
/// everywhere.
std::uint64_t stepsToLeave(double re, double im) {
    double x = 0;
    double y = 0;
    std::uint64_t steps = 0;
    while (steps < mostSteps) {
        const double xx = x * x;
        const double yy = y * y;
        if (xx + yy > 4.0) break;
        const double xy = x * y;
        y = (xy + xy) + im;
        x = (xx - yy) + re;
        ++steps;
    }
    return steps;
}

} // namespace
} // namespace troika::kernels

uint64_t troika_kernel_mandelbrot(uint64_t amount, uint64_t key) {
    using namespace troika::kernels;
    std::uint64_t digest = 0;
    for (std::uint64_t i = 0; i < amount; ++i) {
        std::uint64_t sum = 0;
        for (int p = 0; p < points; ++p) {
            const std::uint64_t place = draw(key, i * points + static_cast<std::uint64_t>(p));
            const double re = -2.0 + static_cast<double>(place % 4096) * (3.0 / 4096);
            const double im = -1.5 + static_cast<double>((place >> 12) % 4096) * (3.0 / 4096);
            sum = sum * 67 + stepsToLeave(re, im);
        }
        digest = fold(digest, sum);
    }
    return digest;
}
