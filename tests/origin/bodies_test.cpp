// SPDX-License-Identifier: GPL-3.0-or-later
#include "origin/bodies.h"

#include "origin/request.h"

#include <array>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <xxhash.h>

namespace troika {
namespace {

/// The body as its documentation says, byte by byte.
std::string documentedBody(std::uint32_t variant, std::uint64_t size) {
    std::string pattern;
    std::mt19937_64 source;
    while (pattern.size() < (1U << 20)) {
        const std::uint64_t word = source();
        for (int i = 0; i < 8; ++i) pattern += static_cast<char>(word >> (8 * i));
    }
    std::string body;
    for (std::uint64_t i = 0; i < size; ++i) {
        body += pattern[(variant * 65'536ULL + i) % pattern.size()];
    }
    return body;
}

std::string joinPieces(std::uint32_t variant, std::uint64_t from, std::uint64_t count) {
    std::array<iovec, 8> pieces{};
    const std::size_t used = bodyPieces(variant, from, count, pieces);
    std::string joined;
    for (std::size_t i = 0; i < used; ++i) {
        joined.append(static_cast<const char*>(pieces[i].iov_base), pieces[i].iov_len);
    }
    return joined;
}

// 14514284786278117030 is the first output of std::mt19937_64 with its default seed.
TEST(Bodies, PatternBeginsWithTheGeneratorsFirstWord) {
    std::uint64_t word = 0;
    for (int i = 7; i >= 0; --i) {
        word = word << 8 | static_cast<unsigned char>(bodyPattern()[static_cast<std::size_t>(i)]);
    }
    EXPECT_EQ(word, 14514284786278117030ULL);
    EXPECT_EQ(bodyPattern().size(), 1U << 20);
}

TEST(Bodies, PiecesAreTheDocumentedBytesAcrossTheWrap) {
    for (const std::uint32_t variant : {0U, 1U, 15U}) {
        const std::string body = documentedBody(variant, 3 << 20);
        EXPECT_TRUE(joinPieces(variant, 0, body.size()) == body);
        EXPECT_EQ(joinPieces(variant, 1'048'570, 20), body.substr(1'048'570, 20));
    }
    EXPECT_EQ(joinPieces(3, 0, 0), "");
}

TEST(Bodies, TakeNoMorePiecesThanThereAre) {
    std::array<iovec, 1> piece{};
    EXPECT_EQ(bodyPieces(15, 0, 1 << 20, piece), 1U);
    EXPECT_EQ(piece[0].iov_len, 65'536U); // Variant 15 begins that far from the pattern's end.
}

TEST(Bodies, DigestIsThatOfTheWholeBody) {
    BodyDigests digests;
    for (const std::uint64_t size : {0ULL, 1ULL, 1024ULL, 102'400ULL, 3'145'728ULL}) {
        const std::string body = documentedBody(2, size);
        EXPECT_EQ(bodyDigest(2, size), XXH3_64bits(body.data(), body.size()));
        EXPECT_EQ(digests.of(2, size), bodyDigest(2, size));
        EXPECT_EQ(digests.of(2, size), bodyDigest(2, size)); // Remembered, and the same.
    }
}

TEST(Bodies, VariantsDiffer) {
    for (std::uint32_t variant = 1; variant < bodyVariants; ++variant) {
        EXPECT_NE(bodyDigest(variant, 1), 0U);
        EXPECT_NE(bodyDigest(variant, 1024), bodyDigest(variant - 1, 1024));
    }
}

} // namespace
} // namespace troika
