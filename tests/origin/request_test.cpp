// SPDX-License-Identifier: GPL-3.0-or-later
#include "origin/request.h"

#include <gtest/gtest.h>

namespace troika {
namespace {

constexpr std::string_view path = "/body?";

TEST(OriginRequest, IsWrittenWithoutWhatIsDefault) {
    EXPECT_EQ(writeTarget({.size = 0}).view(), "/body?size=0");
    EXPECT_EQ(writeTarget({.size = 7, .variant = 3, .status = 503}).view(),
              "/body?size=7&variant=3&status=503");
}

TEST(OriginRequest, SurvivesBeingWrittenAndRead) {
    const OriginRequest largest{largestBody, 15, longestOriginDelay, highestOriginRate, 599,
                                true,        16};
    for (const OriginRequest& request :
         {OriginRequest{}, OriginRequest{.size = 1024}, largest,
          OriginRequest{.size = 1, .delay = std::chrono::microseconds(15'000)}}) {
        const TargetText target = writeTarget(request);
        ASSERT_TRUE(target.view().starts_with(path));
        const auto read = readQuery(target.view().substr(path.size()));
        ASSERT_TRUE(read.has_value()) << read.error();
        EXPECT_EQ(*read, request);
    }
}

TEST(OriginRequest, NamesWhatIsWrong) {
    const std::pair<const char*, const char*> cases[] = {
        {"", "size: is missing"},
        {"variant=1", "size: is missing"},
        {"size=", "size=: must be a whole number from 0 to 1073741824"},
        {"size=-1", "size=-1: must be a whole number from 0 to 1073741824"},
        {"size=1x", "size=1x: must be a whole number from 0 to 1073741824"},
        {"size=1073741825", "size=1073741825: must be a whole number from 0 to 1073741824"},
        {"size=99999999999999999999999",
         "size=99999999999999999999999: must be a whole number from 0 to 1073741824"},
        {"size=1&variant=16", "variant=16: must be a whole number from 0 to 15"},
        {"size=1&delay_us=3600000001",
         "delay_us=3600000001: must be a whole number from 0 to 3600000000"},
        {"size=1&status=302", "status=302: must be 200, or from 400 to 599"},
        {"size=1&cut=2", "cut=2: must be a whole number from 0 to 1"},
        {"size=1&stalls=17", "stalls=17: must be a whole number from 0 to 16"},
        {"size=1&colour=3",
         "colour: no such parameter; there are size, variant, delay_us, rate, status, cut, "
         "stalls"},
    };
    for (const auto& [query, problem] : cases) {
        const auto read = readQuery(query);
        ASSERT_FALSE(read.has_value()) << query;
        EXPECT_EQ(read.error(), problem);
    }
}

} // namespace
} // namespace troika
