// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/sha256.h"

#include <array>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <troika/base/check.h>

namespace troika {

std::string sha256Hex(std::string_view bytes) {
    std::array<unsigned char, 32> digest{};
    unsigned int length = 0;
    const int done =
        EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr);
    TROIKA_CHECK(done == 1 && length == digest.size(), "libcrypto has SHA-256");
    std::string hex;
    for (const unsigned char byte : digest) hex += fmt::format("{:02x}", byte);
    return hex;
}

} // namespace troika
