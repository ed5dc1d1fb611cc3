// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/raise_limit.h"

#include <gtest/gtest.h>

namespace troika::test {
namespace {

std::string allowed(Limit limit, std::int64_t needed) {
    Finding finding{.field = "", .value = "", .problem = {}, .allowed = {"at most 9 here", "до 9"}};
    tellHowToRaise(limit, needed, finding);
    EXPECT_TRUE(finding.allowed.ru.starts_with("до 9; поднять предел")) << finding.allowed.ru;
    return finding.allowed.en;
}

TEST(RaiseLimit, EachByItsCommand) {
    EXPECT_EQ(allowed(Limit::Descriptors, 10'000),
              "at most 9 here; to raise the limit, as root: ulimit -Hn 11000");
    EXPECT_EQ(allowed(Limit::Ports, 40'000), "at most 9 here; to raise the limit, as root: sysctl "
                                             "net.ipv4.ip_local_port_range=\"1024 65535\"");
    EXPECT_EQ(allowed(Limit::Threads, 40'000),
              "at most 9 here; to raise the limit, as root: sysctl kernel.threads-max=50000 "
              "kernel.pid_max=50000; ulimit -u 50000");
}

} // namespace
} // namespace troika::test
