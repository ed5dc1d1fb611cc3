// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/colour_space.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace troika::ui {

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

double dot(const Triple& one, const Triple& other) {
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
}

Triple operator*(const Matrix& matrix, const Triple& of) {
    return {dot(matrix[0], of), dot(matrix[1], of), dot(matrix[2], of)};
}

// IEC 61966-2-1:1999, the transfer function; WCAG 2.1 prints 0.03928 for 0.04045, which no colour
// of eight bits can tell apart.
double linear(double encoded) {
    return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
}

double encoded(double linear) {
    return linear <= 0.0031308 ? linear * 12.92 : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
}

Triple linearOf(const QColor& colour) {
    return {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())};
}

// Machado et al. 2009, table of the supplementary material, severity 1.0.
constexpr Matrix deutan{{{0.367322, 0.860646, -0.227968},
                         {0.280085, 0.672501, 0.047413},
                         {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix protan{{{0.152286, 1.052583, -0.204868},
                         {0.114503, 0.786281, 0.099216},
                         {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix tritan{{{1.255528, -0.076749, -0.178779},
                         {-0.078411, 0.930809, 0.147602},
                         {0.004733, 0.691367, 0.303900}}};

// IEC 61966-2-1:1999: the inverse of its matrix from XYZ to RGB (3.2406 -1.5372 -0.4986; -0.9689
// 1.8758 0.0415; 0.0557 -0.2040 1.0570). Y of white is 1.
constexpr Matrix xyzOfRgb{{{0.412395589, 0.357583431, 0.180492647},
                           {0.212586231, 0.715170304, 0.072200499},
                           {0.019297215, 0.119183865, 0.950497125}}};
// The white point D65 of the 2° observer (ASTM E308).
constexpr Triple white{95.047, 100, 108.883};

// CIE 159:2004: CAT02, its inverse, and Hunt, Pointer and Estévez' cone responses.
constexpr Matrix cat02{
    {{0.7328, 0.4296, -0.1624}, {-0.7036, 1.6975, 0.0061}, {0.0030, 0.0136, 0.9834}}};
constexpr Matrix cat02Inverse{{{1.096124, -0.278869, 0.182745},
                               {0.454369, 0.473533, 0.072098},
                               {-0.009628, -0.005698, 1.015326}}};
constexpr Matrix cones{
    {{0.38971, 0.68898, -0.07868}, {-0.22981, 1.18340, 0.04641}, {0.0, 0.0, 1.0}}};

/// CIECAM02's forward model (CIE 159:2004; names as there) under one viewing condition.
class Ciecam02 {
public:
    struct Correlates {
        double J = 0; ///< Lightness.
        double M = 0; ///< Colourfulness.
        double h = 0; ///< Hue angle, radians.
    };

    Ciecam02() { m_achromaticWhite = achromatic(responses(white)); }

    [[nodiscard]] Correlates of(const Triple& xyz) const {
        const Triple response = responses(xyz);
        const double a = dot({1, -12.0 / 11, 1.0 / 11}, response);
        const double b = dot({1.0 / 9, 1.0 / 9, -2.0 / 9}, response);
        const double h = std::atan2(b, a);
        // Black is zero but for rounding.
        const double A = std::max(0.0, achromatic(response));
        const double J = 100 * std::pow(A / m_achromaticWhite, c * m_z);
        const double eccentricity = (std::cos(h + 2) + 3.8) / 4;
        const double t = 50'000.0 / 13 * N_c * m_N_bb * eccentricity * std::hypot(a, b) /
                         dot({1, 1, 21.0 / 20}, response);
        const double C =
            std::pow(t, 0.9) * std::sqrt(J / 100) * std::pow(1.64 - std::pow(0.29, m_n), 0.73);
        return {.J = J, .M = C * std::pow(m_F_L, 0.25), .h = h};
    }

private:
    // An average surround, and the display of the header.
    static constexpr double F = 1, c = 0.69, N_c = 1;
    static constexpr double L_A = 64 / std::numbers::pi / 5, Y_b = 20;

    /// Post-adaptation responses R'a, G'a, B'a (steps 1 to 4).
    [[nodiscard]] Triple responses(const Triple& xyz) const {
        const double D = F * (1 - std::exp((-L_A - 42) / 92) / 3.6);
        const Triple whiteRgb = cat02 * white;
        Triple rgb = cat02 * xyz;
        for (std::size_t i = 0; i < 3; ++i) rgb[i] *= D * white[1] / whiteRgb[i] + 1 - D;
        Triple response = cones * (cat02Inverse * rgb);
        for (double& value : response) {
            const double power = std::pow(m_F_L * std::abs(value) / 100, 0.42);
            value = std::copysign(400 * power / (power + 27.13), value) + 0.1;
        }
        return response;
    }

    [[nodiscard]] double achromatic(const Triple& response) const {
        return (dot({2, 1, 1.0 / 20}, response) - 0.305) * m_N_bb;
    }

    [[nodiscard]] static double luminanceAdaptation() {
        const double k4 = std::pow(1 / (5 * L_A + 1), 4);
        return 0.2 * k4 * 5 * L_A + 0.1 * (1 - k4) * (1 - k4) * std::cbrt(5 * L_A);
    }

    double m_F_L = luminanceAdaptation();
    double m_n = Y_b / white[1];
    double m_z = 1.48 + std::sqrt(m_n);
    double m_N_bb = 0.725 * std::pow(1 / m_n, 0.2); ///< N_cb is the same.
    double m_achromaticWhite = 0;
};

double luminance(const QColor& colour) {
    return dot({0.2126, 0.7152, 0.0722}, linearOf(colour)); // WCAG 2.1, relative luminance.
}

} // namespace

QColor seenWith(Vision vision, const QColor& colour) {
    if (vision == Vision::Normal) return colour;
    const Matrix& matrix = vision == Vision::Deutan   ? deutan
                           : vision == Vision::Protan ? protan
                                                      : tritan;
    Triple seen = matrix * linearOf(colour);
    for (double& value : seen) value = encoded(std::clamp(value, 0.0, 1.0));
    return QColor::fromRgbF(static_cast<float>(seen[0]), static_cast<float>(seen[1]),
                            static_cast<float>(seen[2]));
}

Appearance appearanceOf(const QColor& colour) {
    Triple xyz = xyzOfRgb * linearOf(colour);
    for (double& value : xyz) value *= 100;
    const Ciecam02::Correlates seen = Ciecam02().of(xyz);
    constexpr double c1 = 0.007, c2 = 0.0228; // Luo, Cui, Li 2006, table of coefficients: UCS.
    const double colourfulness = std::log(1 + c2 * seen.M) / c2;
    return {.lightness = (1 + 100 * c1) * seen.J / (1 + c1 * seen.J),
            .a = colourfulness * std::cos(seen.h),
            .b = colourfulness * std::sin(seen.h)};
}

double distance(const QColor& one, const QColor& other) {
    const Appearance first = appearanceOf(one);
    const Appearance second = appearanceOf(other);
    return std::hypot(first.lightness - second.lightness, first.a - second.a, first.b - second.b);
}

double contrast(const QColor& one, const QColor& other) {
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace troika::ui
