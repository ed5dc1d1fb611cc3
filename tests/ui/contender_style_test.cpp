// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/contender_style.h"

#include "ui/colour_space.h"

#include <gtest/gtest.h>

#include <array>
#include <ostream>
#include <set>

namespace troika::ui {
namespace {

constexpr std::array families{Family::Serial, Family::Thread, Family::Process, Family::Async,
                              Family::Cluster};
constexpr std::array names{"serial", "thread", "process", "async", "cluster"};
constexpr std::array visions{Vision::Normal, Vision::Deutan, Vision::Protan, Vision::Tritan};
constexpr std::array visionNames{"normal", "deutan", "protan", "tritan"};

// Known answers: colorspacious 1.1.2, from "sRGB1" to "CAM02-UCS".
struct Known {
    const char* colour;
    double lightness, a, b;
};

void expectAppearance(const QColor& colour, const Known& known) {
    const Appearance seen = appearanceOf(colour);
    EXPECT_NEAR(seen.lightness, known.lightness, 0.01) << known.colour;
    EXPECT_NEAR(seen.a, known.a, 0.01) << known.colour;
    EXPECT_NEAR(seen.b, known.b, 0.01) << known.colour;
}

TEST(ColourSpaceTest, knows_the_appearance_of_colours) {
    const std::array<Known, 9> known{{{"#000000", 0, 0, 0},
                                      {"#ffffff", 99.9987, -1.9120, -1.1514},
                                      {"#808080", 56.2288, -1.2648, -0.7618},
                                      {"#ff0000", 60.0482, 38.6894, 24.3194},
                                      {"#00ff00", 87.0042, -32.2333, 30.4306},
                                      {"#0000ff", 31.2206, -8.3835, -39.1589},
                                      {"#cc1f00", 49.6601, 32.9865, 22.7047},
                                      {"#4fe39a", 81.6802, -26.5565, 11.0273},
                                      {"#854993", 44.3535, 17.9663, -16.3220}}};
    for (const Known& one : known) expectAppearance(one.colour, one);
}

TEST(ColourSpaceTest, knows_what_dichromats_see) {
    // "sRGB1+CVD" at severity 100, clipped to 0…1.
    expectAppearance(seenWith(Vision::Deutan, "#1585ff"), {"deutan", 54.5362, -10.9688, -33.7724});
    expectAppearance(seenWith(Vision::Protan, "#cc1f00"), {"protan", 36.1019, -2.6558, 21.4737});
    expectAppearance(seenWith(Vision::Tritan, "#1585ff"), {"tritan", 62.2321, -21.6178, -13.3094});
    EXPECT_EQ(seenWith(Vision::Normal, "#1585ff"), QColor("#1585ff"));
    for (const Vision vision : visions) EXPECT_LT(distance(seenWith(vision, "white"), "white"), .1);
}

TEST(ColourSpaceTest, knows_distances_and_contrasts) {
    EXPECT_NEAR(distance("black", "white"), 100.0236, 0.01);
    EXPECT_EQ(distance("#1585ff", "#1585ff"), 0);
    EXPECT_NEAR(contrast("black", "white"), 21, 1e-6);
    EXPECT_NEAR(contrast("white", "black"), 21, 1e-6);
    EXPECT_NEAR(contrast("#777777", "white"), 4.48, 0.005); // The grey that just fails AA.
    EXPECT_EQ(contrast("#777777", "#777777"), 1);
}

/// Of the two themes, what look.md promises.
struct Promise {
    const char* name;
    Theme theme;
    double distance;
    double contrast;
};

void PrintTo(const Promise& promise, std::ostream* stream) { *stream << promise.name; }

class ThemeTest : public ::testing::TestWithParam<Promise> {};

TEST_P(ThemeTest, families_are_told_apart_by_everybody) {
    const auto& [name, theme, least, ignored] = GetParam();
    for (std::size_t sight = 0; sight < visions.size(); ++sight) {
        for (std::size_t i = 0; i < families.size(); ++i) {
            const QColor one = seenWith(visions[sight], theme.family(families[i]));
            for (std::size_t j = 0; j < i; ++j) {
                const QColor other = seenWith(visions[sight], theme.family(families[j]));
                EXPECT_GE(distance(one, other), least)
                    << names[i] << " and " << names[j] << ", " << visionNames[sight];
            }
        }
    }
}

TEST_P(ThemeTest, families_stand_out_from_the_ground_of_charts) {
    const Theme& theme = GetParam().theme;
    EXPECT_EQ(theme.surface, QColor(theme.dark ? "#16191d" : "#ffffff"));
    for (std::size_t i = 0; i < families.size(); ++i) {
        EXPECT_GE(contrast(theme.family(families[i]), theme.surface), GetParam().contrast)
            << names[i];
    }
}

TEST_P(ThemeTest, text_can_be_read) {
    const Theme& theme = GetParam().theme;
    for (const QColor& ground : {theme.surface, theme.ground}) {
        EXPECT_GE(contrast(theme.text, ground), 4.5) << ground.name().toStdString();
        EXPECT_GE(contrast(theme.faintText, ground), 4.5) << ground.name().toStdString();
    }
}

INSTANTIATE_TEST_SUITE_P(Both, ThemeTest,
                         ::testing::Values(Promise{"light", Theme::light(), 17, 3.6},
                                           Promise{"dark", Theme::darkOne(), 12.5, 6.1}),
                         [](const auto& promise) { return std::string(promise.param.name); });

/// Four contenders of each family, the families taking turns.
class ContenderStyleTest : public ::testing::Test {
protected:
    static constexpr std::size_t each = 4;

    ContenderStyleTest() {
        for (std::size_t i = 0; i < families.size(); ++i) {
            BackendDeclaration backend;
            backend.name = names[i];
            backend.family = families[i];
            m_catalogue.backends.push_back(backend);
        }
        for (std::size_t which = 0; which < each; ++which) {
            for (const char* name : names) {
                const std::string label = name + std::to_string(which + 1);
                m_scenario.contenders.push_back({label, {label, ""}, name, {}});
            }
        }
        m_styles = contenderStyles(m_scenario, m_catalogue, m_theme, Language::English);
    }
    /// The styles of the `family`th family, first to last.
    [[nodiscard]] std::vector<ContenderStyle> of(std::size_t family) const {
        std::vector<ContenderStyle> styles;
        for (std::size_t which = 0; which < each; ++which) {
            styles.push_back(m_styles.at(which * families.size() + family));
        }
        return styles;
    }

    Theme m_theme = Theme::light();
    Catalogue m_catalogue;
    Scenario m_scenario;
    std::vector<ContenderStyle> m_styles;
};

TEST_F(ContenderStyleTest, contenders_of_a_family_differ_in_dash_or_marker) {
    for (std::size_t family = 0; family < families.size(); ++family) {
        const auto styles = of(family);
        for (std::size_t i = 0; i < styles.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                EXPECT_TRUE(styles[i].dash != styles[j].dash ||
                            styles[i].marker != styles[j].marker)
                    << styles[i].label << " and " << styles[j].label;
            }
        }
    }
}

TEST_F(ContenderStyleTest, families_differ_in_marker) {
    std::set<Marker> markers;
    for (std::size_t family = 0; family < families.size(); ++family) {
        const auto styles = of(family);
        for (const ContenderStyle& style : styles) {
            EXPECT_EQ(style.family, families[family]) << style.label;
            EXPECT_EQ(style.marker, styles.front().marker) << style.label;
        }
        markers.insert(styles.front().marker);
    }
    EXPECT_EQ(markers.size(), families.size());
}

TEST_F(ContenderStyleTest, the_second_of_a_family_is_fainter) {
    for (std::size_t family = 0; family < families.size(); ++family) {
        const auto styles = of(family);
        EXPECT_EQ(styles[0].colour, m_theme.family(families[family])) << styles[0].label;
        EXPECT_EQ(styles[0].colour.alpha(), 255) << styles[0].label;
        EXPECT_EQ(styles[1].colour.rgb(), styles[0].colour.rgb()) << styles[1].label;
        EXPECT_NEAR(styles[1].colour.alphaF(), 0.62, 0.005) << styles[1].label;
    }
}

} // namespace
} // namespace troika::ui
