// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernel_draws.h"
#include "troika_kernels.h"

#include <array>
#include <cstddef>

namespace troika::kernels {
namespace {

constexpr std::size_t size = 16;
using Matrix = std::array<double, size * size>;

Matrix matrixOf(std::uint64_t key, std::uint64_t firstDraw) {
    Matrix matrix;
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        matrix[i] = static_cast<double>(draw(key, firstDraw + i) % 64);
    }
    return matrix;
}

/// Half a row of the product at a time, so that its sums stay in registers.
void multiply(const Matrix& a, const Matrix& b, Matrix& c) {
    constexpr std::size_t half = size / 2;
    for (std::size_t row = 0; row < size; ++row) {
        for (std::size_t left = 0; left < size; left += half) {
            std::array<double, half> sums{};
            for (std::size_t k = 0; k < size; ++k) {
                const double factor = a[row * size + k];
                for (std::size_t i = 0; i < half; ++i) sums[i] += factor * b[k * size + left + i];
            }
            for (std::size_t i = 0; i < half; ++i) c[row * size + left + i] = sums[i];
        }
    }
}

double diagonalSum(const Matrix& matrix) {
    double sum = 0;
    for (std::size_t i = 0; i < size; ++i) sum += matrix[i * size + i];
    return sum;
}

/// The next right-hand matrix: small whole numbers again, and never all zero for long.
void reduce(const Matrix& product, Matrix& b) {
    for (std::size_t i = 0; i < b.size(); ++i) {
        const int entry = static_cast<int>(product[i]);
        b[i] = static_cast<double>(((entry >> 4) + static_cast<int>(i)) & 63);
    }
}

} // namespace
} // namespace troika::kernels

uint64_t troika_kernel_matmul(uint64_t amount, uint64_t key) {
    using namespace troika::kernels;
    const Matrix a = matrixOf(key, 0);
    Matrix b = matrixOf(key, size * size);
    Matrix c{};
    std::uint64_t digest = 0;
    for (std::uint64_t i = 0; i < amount; ++i) {
        multiply(a, b, c);
        digest = fold(digest, static_cast<std::uint64_t>(diagonalSum(c)));
        reduce(c, b);
    }
    for (const double entry : b) digest = fold(digest, static_cast<std::uint64_t>(entry));
    return digest;
}
