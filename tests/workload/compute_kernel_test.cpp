// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <gtest/gtest.h>
#include <string>
#include <thread>
#include <troika_kernels.h>
#include <vector>

namespace {

struct Known {
    const char* kernel;
    std::uint64_t amount;
    std::uint64_t key;
    std::uint64_t digest;
};

// Computed by this twin, written from troika_kernels.h alone (python3):
//
//   import hashlib, struct
//   M, G = (1 << 64) - 1, 0x9E3779B97F4A7C15
//   def mix(v):
//       v = ((v ^ (v >> 30)) * 0xBF58476D1CE4E5B9) & M
//       v = ((v ^ (v >> 27)) * 0x94D049BB133111EB) & M
//       return v ^ (v >> 31)
//   def draw(key, i): return mix((key + (i + 1) * G) & M)
//   def fold(h, x): return ((h ^ x) * G + 1) & M
//   SMALL = [p for p in range(2, 512) if all(p % d for d in range(2, p))]
//   def primes(amount, key):
//       h = 0
//       for i in range(amount):
//           s = 2**17 + 1024 * (draw(key, i) % 128)
//           found = [n for n in range(s, s + 1024) if all(n % p for p in SMALL)]
//           h = fold(h, (len(found) << 32) + sum(found))
//       return h
//   def sha256(amount, key):
//       b = b"".join(struct.pack("<Q", draw(key, i)) for i in range(32))
//       for _ in range(amount): b = hashlib.sha256(b).digest() + b[32:]
//       return struct.unpack("<Q", b[:8])[0]
//   def matmul(amount, key):
//       N = range(16)
//       A = [[draw(key, 16 * r + c) % 64 for c in N] for r in N]
//       B = [[draw(key, 256 + 16 * r + c) % 64 for c in N] for r in N]
//       h = 0
//       for _ in range(amount):
//           C = [[sum(A[r][k] * B[k][c] for k in N) for c in N] for r in N]
//           h = fold(h, sum(C[i][i] for i in N))
//           B = [[(C[r][c] // 16 + 16 * r + c) % 64 for c in N] for r in N]
//       for row in B:
//           for x in row: h = fold(h, x)
//       return h
//   def mandelbrot(amount, key):
//       h = 0
//       for i in range(amount):
//           s = 0
//           for p in range(16):
//               v = draw(key, 16 * i + p)
//               re, im = -2 + (v % 4096) * (3 / 4096), -1.5 + (v // 4096 % 4096) * (3 / 4096)
//               x = y = 0.0; n = 0
//               while n < 64 and x * x + y * y <= 4:
//                   x, y, n = (x * x - y * y) + re, (x * y + x * y) + im, n + 1
//               s = (s * 67 + n) & M
//           h = fold(h, s)
//       return h
//   def stream(amount, key):
//       f, h = draw(key, 0), 0
//       for i in range(amount):
//           j = 512 * ((draw(key, 1) + i) % 2**64 % 2048) + i % 512
//           h = fold(h, (mix(j) + f * mix(j + 2**20)) & M)
//       return h
//   def counter(amount, key):
//       h = 0
//       for i in range(amount):
//           for _ in range(16): h = fold(h, draw(key, i))
//       return h
constexpr std::array knownDigests{
    Known{"primes", 0, 0x1ULL, 0x0000000000000000ULL},
    Known{"primes", 1, 0x0ULL, 0x0CCC92AE5CF37E84ULL},
    Known{"primes", 1, 0x1ULL, 0x2B3B5A26C688D7F5ULL},
    Known{"primes", 3, 0xFFFFFFFFFFFFFFFFULL, 0xBE28D7060968746DULL},
    Known{"primes", 100, 0x2AULL, 0xAF2E357E36E7C067ULL},
    Known{"sha256", 0, 0x1ULL, 0x910A2DEC89025CC1ULL},
    Known{"sha256", 1, 0x0ULL, 0x1FF19C92178A04C8ULL},
    Known{"sha256", 1, 0x1ULL, 0x6371FEAF1A6BDB9EULL},
    Known{"sha256", 3, 0xFFFFFFFFFFFFFFFFULL, 0xA7822BB03490A5A1ULL},
    Known{"sha256", 100, 0x2AULL, 0x8136AEA8BC84B5FFULL},
    Known{"matmul", 0, 0x1ULL, 0x80234DED3DC05789ULL},
    Known{"matmul", 1, 0x0ULL, 0x40E3FDC9DCCEA503ULL},
    Known{"matmul", 1, 0x1ULL, 0x220A5082985E4C64ULL},
    Known{"matmul", 3, 0xFFFFFFFFFFFFFFFFULL, 0x8EDDED4B6BB6B939ULL},
    Known{"matmul", 100, 0x2AULL, 0xFED2E5CD2CBF93B9ULL},
    Known{"mandelbrot", 0, 0x1ULL, 0x0000000000000000ULL},
    Known{"mandelbrot", 1, 0x0ULL, 0x4A9B8D090E09E497ULL},
    Known{"mandelbrot", 1, 0x1ULL, 0x31FBEFD5D50CDBB0ULL},
    Known{"mandelbrot", 3, 0xFFFFFFFFFFFFFFFFULL, 0xF2AB913D983A0FF9ULL},
    Known{"mandelbrot", 100, 0x2AULL, 0xB238FEDAC7DFF120ULL},
    Known{"stream", 0, 0x1ULL, 0x0000000000000000ULL},
    Known{"stream", 1, 0x0ULL, 0x6F2874577DE9B3D8ULL},
    Known{"stream", 1, 0x1ULL, 0x2FD9D73309CBFEB9ULL},
    Known{"stream", 3, 0xFFFFFFFFFFFFFFFFULL, 0x7299CCA377AB2D8FULL},
    Known{"stream", 100, 0x2AULL, 0xE066AB1CA2CC04F0ULL},
    Known{"counter-mutex", 0, 0x1ULL, 0x0000000000000000ULL},
    Known{"counter-mutex", 1, 0x0ULL, 0xBB62FB93BB373680ULL},
    Known{"counter-mutex", 1, 0x1ULL, 0x84B78F4C45DB00A0ULL},
    Known{"counter-mutex", 3, 0xFFFFFFFFFFFFFFFFULL, 0xD37CC5EA770955F0ULL},
    Known{"counter-mutex", 100, 0x2AULL, 0x810AD274BBB046B0ULL},
    Known{"counter-atomic", 0, 0x1ULL, 0x0000000000000000ULL},
    Known{"counter-atomic", 1, 0x0ULL, 0xBB62FB93BB373680ULL},
    Known{"counter-atomic", 1, 0x1ULL, 0x84B78F4C45DB00A0ULL},
    Known{"counter-atomic", 3, 0xFFFFFFFFFFFFFFFFULL, 0xD37CC5EA770955F0ULL},
    Known{"counter-atomic", 100, 0x2AULL, 0x810AD274BBB046B0ULL},
    Known{"counter-sharded", 0, 0x1ULL, 0x0000000000000000ULL},
    Known{"counter-sharded", 1, 0x0ULL, 0xBB62FB93BB373680ULL},
    Known{"counter-sharded", 1, 0x1ULL, 0x84B78F4C45DB00A0ULL},
    Known{"counter-sharded", 3, 0xFFFFFFFFFFFFFFFFULL, 0xD37CC5EA770955F0ULL},
    Known{"counter-sharded", 100, 0x2AULL, 0x810AD274BBB046B0ULL},
};

TEST(ComputeKernel, GivesTheKnownDigests) {
    for (const Known& known : knownDigests) {
        std::uint64_t digest = 1;
        ASSERT_EQ(troika_kernel_run(known.kernel, known.amount, known.key, &digest), 0);
        EXPECT_EQ(digest, known.digest) << known.kernel << " " << known.amount << " " << known.key;
    }
}

TEST(ComputeKernel, NamesAreListedAndFound) {
    ASSERT_EQ(troika_kernel_count(), 8);
    for (int i = 0; i < troika_kernel_count(); ++i) {
        ASSERT_NE(troika_kernel_name(i), nullptr);
        EXPECT_NE(troika_kernel_find(troika_kernel_name(i)), nullptr);
    }
    EXPECT_EQ(troika_kernel_find("primes"), &troika_kernel_primes);
    EXPECT_EQ(troika_kernel_find("sha256"), &troika_kernel_sha256);
    EXPECT_EQ(troika_kernel_find("matmul"), &troika_kernel_matmul);
}

TEST(ComputeKernel, RefusesWhatItDoesNotKnow) {
    std::uint64_t digest = 7;
    EXPECT_NE(troika_kernel_run("sorting", 1, 1, &digest), 0);
    EXPECT_NE(troika_kernel_run(nullptr, 1, 1, &digest), 0);
    EXPECT_NE(troika_kernel_run("sha256", 1, 1, nullptr), 0);
    EXPECT_EQ(digest, 7U);
    EXPECT_EQ(troika_kernel_name(-1), nullptr);
    EXPECT_EQ(troika_kernel_name(troika_kernel_count()), nullptr);
    EXPECT_EQ(troika_kernel_find(""), nullptr);
}

TEST(ComputeKernel, HasTheAbiOfItsHeader) { EXPECT_EQ(troika_kernels_abi(), TROIKA_KERNELS_ABI); }

TEST(ComputeKernel, AmountAndKeyBothMatter) {
    for (int i = 0; i < troika_kernel_count(); ++i) {
        const troika_kernel kernel = troika_kernel_find(troika_kernel_name(i));
        EXPECT_NE(kernel(5, 1), kernel(6, 1));
        EXPECT_NE(kernel(5, 1), kernel(5, 2));
    }
}

TEST(ComputeKernel, ManyThreadsGetTheSameDigests) {
    for (int i = 0; i < troika_kernel_count(); ++i) {
        const troika_kernel kernel = troika_kernel_find(troika_kernel_name(i));
        std::array<std::uint64_t, 4> digests{};
        std::vector<std::thread> threads;
        for (std::uint64_t& digest : digests) {
            threads.emplace_back([&digest, kernel] { digest = kernel(200, 99); });
        }
        for (std::thread& thread : threads) thread.join();
        for (const std::uint64_t digest : digests) EXPECT_EQ(digest, kernel(200, 99));
    }
}

} // namespace
