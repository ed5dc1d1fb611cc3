// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// XXH3, in the widest instructions of this processor where the library can choose among them: over
// 100 KiB that takes a third of the time of the narrowest, and downloads are verified by it. The
// second header gives XXH3_64bits and its kin the meaning "whichever is fastest here".
#include <xxhash.h>
#ifdef TROIKA_XXHASH_DISPATCH
#include <xxh_x86dispatch.h>
#endif
