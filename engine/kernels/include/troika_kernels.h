/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TROIKA_KERNELS_H
#define TROIKA_KERNELS_H

/* The compute kernels of Troika behind a C interface, for the engine and for other languages.
 *
 * Every kernel repeats a fixed quantum of work (0.3 to 2 microseconds on a machine of 2023)
 * `amount` times and returns a digest of everything it computed: a pure function of (amount, key),
 * exactly reproducible in any language, as defined below. Work grows linearly with `amount`, and
 * costs the same whatever the key is ("mandelbrot" on
 * average alone: its branches are the point). An amount of 0 does nothing but is allowed.
 *
 * All functions are thread-safe, throw nothing, and hold no lock while they work (but the kernel
 * whose work is just that).
 *
 * Definitions. All arithmetic is on unsigned 64-bit integers, modulo 2^64:
 *
 *   mix(v):     v = (v ^ (v >> 30)) * 0xBF58476D1CE4E5B9
 *               v = (v ^ (v >> 27)) * 0x94D049BB133111EB
 *               v ^ (v >> 31)
 *   draw(i):    mix(key + (i + 1) * 0x9E3779B97F4A7C15)
 *   fold(h, x): (h ^ x) * 0x9E3779B97F4A7C15 + 1
 *
 * "primes": h = 0; for i = 0 … amount - 1:
 *     s = 2^17 + 1024 * (draw(i) mod 128)
 *     sieve the numbers s … s + 1023 by all primes below 512
 *     h = fold(h, (how many primes there are) * 2^32 + (their sum))
 *   digest: h.
 *
 * "sha256": a block of 256 bytes holds draw(0) … draw(31), little-endian; for each repetition:
 *     the block's first 32 bytes become SHA-256(the block)
 *   digest: the block's first 8 bytes, read little-endian (so of amount 0: draw(0)).
 *
 * "matmul": A and B are 16 by 16 matrices of doubles that hold whole numbers:
 *     A[r][c] = draw(16 r + c) mod 64, B[r][c] = draw(256 + 16 r + c) mod 64
 *     h = 0; for each repetition:
 *       C = A B (every entry is at most 63504, so it is exact in any order)
 *       h = fold(h, the sum of C's diagonal)
 *       B[r][c] = (C[r][c] div 16 + 16 r + c) mod 64
 *   digest: fold(fold(… fold(h, B[0][0]) …), B[15][15]), row by row.
 *
 * "mandelbrot": h = 0; for i = 0 … amount - 1: sum = 0; for p = 0 … 15:
 *     v = draw(16 i + p)
 *     re = -2 + (v mod 4096) * 3/4096
 *     im = -1.5 + (v div 4096 mod 4096) * 3/4096
 *     n = how many times, at most 64, z = z * z + (re, im) is done from z = 0 while |z|^2 <= 4,
 *         in doubles: with xx = x * x, yy = y * y, xy = x * y, each rounded, |z|^2 = xx + yy,
 *         x = (xx - yy) + re and y = (xy + xy) + im
 *     sum = sum * 67 + n
 *   after each i: h = fold(h, sum)
 *   digest: h.
 *
 * "stream": b[j] = mix(j), c[j] = mix(j + 2^20) for j = 0 … 2^20 - 1 (24 MiB with a, a thread);
 *   f = draw(0); h = 0; for i = 0 … amount - 1:
 *     o = 512 * ((draw(1) + i) mod 2048)
 *     a[o + k] = b[o + k] + f * c[o + k] for k = 0 … 511
 *     h = fold(h, a[o + (i mod 512)])
 *   digest: h. A quantum moves 12 KiB.
 *
 * "counter-mutex", "counter-atomic", "counter-sharded": h = 0; for i = 0 … amount - 1, 16 times:
 *     h = fold(h, draw(i)), then one is added to a counter: behind a mutex, atomic, or one of the
 *     thread's own. All threads of a process share the first two; processes share none.
 *   digest: h.
 */

#include <stdint.h>

#if defined(__GNUC__)
#define TROIKA_KERNELS_API __attribute__((visibility("default")))
#else
#define TROIKA_KERNELS_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Raised whenever a digest or a signature changes. */
#define TROIKA_KERNELS_ABI 1
TROIKA_KERNELS_API int troika_kernels_abi(void);

typedef uint64_t (*troika_kernel)(uint64_t amount, uint64_t key);

TROIKA_KERNELS_API uint64_t troika_kernel_primes(uint64_t amount, uint64_t key);
/* Ends the process with a message where libcrypto cannot offer SHA-256 at all. */
TROIKA_KERNELS_API uint64_t troika_kernel_sha256(uint64_t amount, uint64_t key);
TROIKA_KERNELS_API uint64_t troika_kernel_matmul(uint64_t amount, uint64_t key);
TROIKA_KERNELS_API uint64_t troika_kernel_mandelbrot(uint64_t amount, uint64_t key);
TROIKA_KERNELS_API uint64_t troika_kernel_stream(uint64_t amount, uint64_t key);
TROIKA_KERNELS_API uint64_t troika_kernel_counter_mutex(uint64_t amount, uint64_t key);
TROIKA_KERNELS_API uint64_t troika_kernel_counter_atomic(uint64_t amount, uint64_t key);
TROIKA_KERNELS_API uint64_t troika_kernel_counter_sharded(uint64_t amount, uint64_t key);

/* How many kernels there are, and their names in a fixed order; null where there is no such one. */
TROIKA_KERNELS_API int troika_kernel_count(void);
TROIKA_KERNELS_API const char* troika_kernel_name(int index);

/* The kernel of that name, null where there is none. */
TROIKA_KERNELS_API troika_kernel troika_kernel_find(const char* name);

/* Runs the kernel of that name. 0: done, and `*digest` is set. Else the name is unknown. */
TROIKA_KERNELS_API int troika_kernel_run(const char* name, uint64_t amount, uint64_t key,
                                         uint64_t* digest);

#ifdef __cplusplus
}
#endif

#endif
