// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace troika::ui {

/// How well colours can be told apart and read, as look.md's figures were measured. Alpha is not
/// looked at.

/// Normal, or dichromatic: without the M, the L or the S cones.
enum class Vision { Normal, Deutan, Protan, Tritan };

/// What is left of a colour: Machado, Oliveira, Fernandes, "A Physiologically-based Model for
/// Simulation of Color Vision Deficiency" (IEEE TVCG 15(6), 2009), their matrices of severity 1.0
/// on linear RGB. What falls out of the display's gamut is clipped, as in any picture shown.
[[nodiscard]] QColor seenWith(Vision vision, const QColor& colour);

/// J', a', b' of CAM02-UCS.
struct Appearance {
    double lightness = 0;
    double a = 0;
    double b = 0;
};

/// Luo, Cui, Li, "Uniform Colour Spaces Based on CIECAM02 Colour Appearance Model" (Color Research
/// and Application 31(4), 2006), over CIECAM02 (CIE 159:2004) for an sRGB display: white D65,
/// background 20 %, 64 lx of surrounding light on a grey of 20 %, average surround.
[[nodiscard]] Appearance appearanceOf(const QColor& colour);

/// Euclidean, in CAM02-UCS.
[[nodiscard]] double distance(const QColor& one, const QColor& other);

/// From 1 to 21: WCAG 2.1, "contrast ratio" and "relative luminance".
[[nodiscard]] double contrast(const QColor& one, const QColor& other);

} // namespace troika::ui
