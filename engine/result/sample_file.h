// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <troika/result/samples.h>

namespace troika {

/// samples.bin (docs/protocol.md, "Samples in a result"). More bytes than mostSampleBytes (see
/// validate.h) are neither written nor read.
[[nodiscard]] std::string packSamples(const RunSamples& samples);
[[nodiscard]] std::uint64_t packedBytes(const RunSamples& samples);

/// The reverse. `result` says which points and contenders there are. The bytes are not trusted:
/// lengths, numbers and outcomes are checked. Failure: "result-damaged".
[[nodiscard]] Result<RunSamples> unpackSamples(std::string_view bytes, const RunResult& result);

} // namespace troika
