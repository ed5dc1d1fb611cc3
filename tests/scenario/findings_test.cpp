// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/small_catalogue.h"

namespace troika::test {
namespace {

/// One change to the small document (a JSON pointer and a value; "-" erases) and what it gets.
struct BadInput {
    const char* pointer;
    const char* value;
    std::vector<std::string> findings;
};

Json changed(const BadInput& input) {
    Json document = smallDocument();
    const Json::json_pointer pointer(input.pointer);
    if (std::string_view(input.value) == "-") {
        Json& parent = document[pointer.parent_pointer()];
        parent.erase(pointer.back());
    } else {
        document[pointer] = Json::parse(input.value);
    }
    return document;
}

void expectFindings(const std::vector<BadInput>& table) {
    for (const BadInput& input : table) {
        const Findings findings = findingsOf(changed(input));
        std::vector<std::string> all;
        for (const Finding& finding : findings) all.push_back(told(finding));
        EXPECT_EQ(all, input.findings) << input.pointer << " = " << input.value;
        expectBothLanguages(findings);
    }
}

constexpr const char* size = "a size from 0 B to 1 GiB, such as \"64 KiB\" (B, KiB, MiB, GiB, KB, "
                             "MB, GB; bare: bytes)";
constexpr const char* pause = "a duration from 0 s to 10 s, such as \"50 ms\" (ns, us, ms, s, min; "
                              "bare: seconds)";
constexpr const char* delay =
    "a duration from 0 s to 60 s, such as \"50 ms\", or {\"distribution\": …} with fixed (value), "
    "uniform (low, high), exponential (mean) or log-normal (median, sigma)";
constexpr const char* parameter = "a duration from 0 s to 60 s, such as \"50 ms\" (ns, us, ms, s, "
                                  "min; bare: seconds)";

std::string line(const std::string& start, const char* allowed) {
    return fmt::format("{} | {}", start, allowed);
}

TEST(Findings, Quantities) {
    const char* at = "/workload/steps/0/size";
    const std::string field = "workload.steps.0.size | ";
    expectFindings({
        {at,
         R"("50 KiBs")",
         {line(field + R"("50 KiBs" | no such unit: KiBs; did you mean KiB?)", size)}},
        {at, R"("50 parsecs")", {line(field + R"("50 parsecs" | no such unit: parsecs)", size)}},
        {at, R"("5 ms")", {line(field + R"("5 ms" | a duration, where a size is needed)", size)}},
        {at, R"("5 MiB/s")", {line(field + R"("5 MiB/s" | a rate, where a size is needed)", size)}},
        {at, R"("lots")", {line(field + R"("lots" | not a quantity)", size)}},
        {at, R"("NaN")", {line(field + R"("NaN" | not a quantity)", size)}},
        {at, R"("")", {line(field + R"("" | not a quantity)", size)}},
        {at, R"("1e999 B")", {line(field + R"("1e999 B" | number too large or too small)", size)}},
        {at, "-1", {line(field + "-1 | too small", size)}},
        {at, R"("-1 B")", {line(field + R"("-1 B" | too small)", size)}},
        {at, R"("1.1 GiB")", {line(field + R"("1.1 GiB" | too large)", size)}},
        {at, "1e300", {line(field + "1e+300 | too large", size)}},
        {at, "0.5", {line(field + "0.5 | not a whole number of bytes", size)}},
        {at, "true", {line(field + "true | true or false does not fit here", size)}},
        {at, "null", {line(field + "null | null does not fit here", size)}},
        {at, "[1]", {line(field + "[1] | a list does not fit here", size)}},
        {at, "-", {line("workload.steps.0.size |  | missing", size)}},
        {"/workload/steps/0/pause",
         R"("5 MB")",
         {line(R"(workload.steps.0.pause | "5 MB" | a size, where a duration is needed)", pause)}},
        {"/workload/steps/0/pause",
         R"("50 mss")",
         {line(R"(workload.steps.0.pause | "50 mss" | no such unit: mss; did you mean ms?)",
               pause)}},
    });
}

TEST(Findings, NumbersFlagsAndChoices) {
    expectFindings({
        {"/workload/arrivals/tasks",
         "0",
         {"workload.arrivals.tasks | 0 | too small | a whole number from 1 to 1000000"}},
        {"/workload/arrivals/tasks",
         "18446744073709551615",
         {"workload.arrivals.tasks | 18446744073709551615 | too large | a whole number from 1 to "
          "1000000"}},
        {"/workload/arrivals/tasks",
         "1.5",
         {"workload.arrivals.tasks | 1.5 | not a whole number | a whole number from 1 to 1000000"}},
        {"/workload/arrivals/tasks",
         R"("64")",
         {"workload.arrivals.tasks | \"64\" | a text does not fit here | a whole number from 1 to "
          "1000000"}},
        {"/workload/steps/0/failures",
         "1.01",
         {"workload.steps.0.failures | 1.01 | too large | a number from 0 to 1"}},
        {"/workload/steps/0/fresh",
         "1",
         {"workload.steps.0.fresh | 1 | a number does not fit here | true or false"}},
        {"/workload/steps/0/mode",
         R"("pertask")",
         {"workload.steps.0.mode | \"pertask\" | no such choice; did you mean per-task? | one of: "
          "keep-alive, per-task"}},
        {"/workload/steps/0/mode",
         R"("append")",
         {"workload.steps.0.mode | \"append\" | this version of Troika does not have append yet | "
          "one of: keep-alive, per-task"}},
        {"/workload/timeout",
         R"("0 s")",
         {"workload.timeout | \"0 s\" | too small | a duration from 1 ms to 3600 s, such as \"50 "
          "ms\" (ns, us, ms, s, min; bare: seconds)"}},
    });
}

TEST(Findings, Delays) {
    const char* at = "/workload/steps/0/delay";
    const std::string field = "workload.steps.0.delay";
    const char* names = "one of: fixed, uniform, exponential, log-normal";
    expectFindings({
        {at, R"("61 s")", {line(field + " | \"61 s\" | too large", delay)}},
        {at, "true", {line(field + " | true | true or false does not fit here", delay)}},
        {at, "{}", {line(field + ".distribution |  | missing", names)}},
        {at,
         R"({"distribution": "pareto", "scale": 1})",
         {line(field +
                   R"(.distribution | "pareto" | this version of Troika does not have pareto yet)",
               names)}},
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

TEST(Findings, KeysAndKinds) {
    const char* root = "one of: schema, name, title, about, workload, backends, baseline, rounds, "
                       "warm_up, seed";
    expectFindings({
        {"/round", "3", {line("round | 3 | no such key; did you mean rounds?", root)}},
        {"/sweep",
         "[]",
         {line("sweep | [] | this version of Troika does not have sweep yet", root)}},
        {"/workload/steps/0/drops",
         "0.1",
         {"workload.steps.0.drops | 0.1 | this version of Troika does not have drops yet | one of: "
          "kind, size, delay, bandwidth, failures, pause, fresh, mode"}},
        {"/workload/steps/0/kind",
         R"("fetsh")",
         {"workload.steps.0.kind | \"fetsh\" | no such kind of step; did you mean fetch? | one of: "
          "fetch, store"}},
        {"/workload/steps/0/kind",
         "-",
         {"workload.steps.0.kind |  | missing | one of: fetch, store"}},
        {"/workload/arrivals/kind",
         R"("closed")",
         {"workload.arrivals.kind | \"closed\" | this version of Troika does not have closed yet | "
          "one of: burst"}},
        {"/workload/arrivals", "-", {"workload.arrivals |  | missing | an object"}},
        {"/workload/steps", "[]", {"workload.steps | [] | no steps | a list of 1 to 4 steps"}},
        {"/workload", "-", {"workload |  | missing | an object"}},
        {"/warm_up", R"({"seconds": 1})", {"warm_up.seconds | 1 | no such key | one of: rounds"}},
        {"/workload/steps/0",
         R"({"kind": "fetch", "size": 1, "pause": "1 s", "fresh": true})",
         {"workload.steps.0.pause |  | not with fresh | -"}},
    });
}

} // namespace
} // namespace troika::test
