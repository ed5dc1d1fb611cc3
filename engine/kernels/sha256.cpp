// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernel_draws.h"
#include "troika_kernels.h"

#include <array>
#include <bit>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <openssl/evp.h>

namespace troika::kernels {
namespace {

using Block = std::array<unsigned char, 256>;

[[noreturn]] void noSha256() {
    std::fputs("troika_kernels: libcrypto offers no SHA-256\n", stderr);
    std::abort();
}

const EVP_MD* algorithm() {
    static EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    if (fetched == nullptr) noSha256();
    return fetched;
}

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

/// One a thread, made at its first use: a new one costs several quanta.
EVP_MD_CTX* contextOfThread() {
    thread_local const Context context(EVP_MD_CTX_new());
    if (!context) noSha256();
    return context.get();
}

void store(unsigned char* to, std::uint64_t value) {
    for (int i = 0; i < 8; ++i) to[i] = static_cast<unsigned char>(value >> (8 * i));
}

std::uint64_t load(const unsigned char* from) {
    std::uint64_t value = 0;
    for (int i = 0; i < 8; ++i) value |= std::uint64_t{from[i]} << (8 * i);
    return value;
}

Block blockOf(std::uint64_t key) {
    Block block;
    for (std::size_t word = 0; word < block.size() / 8; ++word) {
        store(&block[8 * word], draw(key, word));
    }
    return block;
}

} // namespace
} // namespace troika::kernels

uint64_t troika_kernel_sha256(uint64_t amount, uint64_t key) {
    using namespace troika::kernels;
    const EVP_MD* const sha256 = algorithm();
    EVP_MD_CTX* const context = contextOfThread();
    Block block = blockOf(key);
    for (std::uint64_t i = 0; i < amount; ++i) {
        if (EVP_DigestInit_ex2(context, sha256, nullptr) != 1 ||
            EVP_DigestUpdate(context, block.data(), block.size()) != 1 ||
            EVP_DigestFinal_ex(context, block.data(), nullptr) != 1) {
            noSha256();
        }
    }
    return load(block.data());
}
