// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/bad_input.h"

namespace troika::test {
namespace {

constexpr const char* delay =
    "a duration from 0 s to 60 s, such as \"50 ms\", or {\"distribution\": …} with fixed (value), "
    "uniform (low, high), exponential (mean), log-normal (median, sigma) or pareto (scale, shape)";
constexpr const char* parameter = "a duration from 0 s to 60 s, such as \"50 ms\" (ns, us, ms, s, "
                                  "min; bare: seconds)";

TEST(ReadDelay, FindsWhatIsWrong) {
    const char* at = "/workload/steps/0/delay";
    const std::string field = "workload.steps.0.delay";
    const char* names = "one of: fixed, uniform, exponential, log-normal, pareto";
    expectFindings({
        {at, R"("61 s")", {line(field + " | \"61 s\" | too large", delay)}},
        {at, "true", {line(field + " | true | true or false does not fit here", delay)}},
        {at, "{}", {line(field + ".distribution |  | missing", names)}},
        {at,
         R"({"distribution": "pareto", "scale": "61 s", "shape": 0})",
         {line(field + R"(.scale | "61 s" | too large)", parameter),
          field + ".shape | 0 | too small | a number from 0.1 to 100"}},
        {at,
         R"({"distribution": "exponentional"})",
         {line(field + R"(.distribution | "exponentional" | no such distribution; did you mean )"
                       "exponential?",
               names)}},
        {at,
         R"({"distribution": 5})",
         {line(field + ".distribution | 5 | a number does not fit here", names)}},
        {at,
         R"({"distribution": "uniform", "low": "3 ms", "high": "2 ms"})",
         {field + R"(.low | "3 ms" | low is greater than high | at most 2 ms)"}},
        {at,
         R"({"distribution": "exponential", "mean": "-1 ms", "median": 1})",
         {field + ".median | 1 | no such key | one of: distribution, mean",
          line(field + R"(.mean | "-1 ms" | too small)", parameter)}},
        {at,
         R"({"distribution": "log-normal", "sigma": 6})",
         {line(field + ".median |  | missing", parameter),
          field + ".sigma | 6 | too large | a number from 0 to 5"}},
    });
}

} // namespace
} // namespace troika::test
