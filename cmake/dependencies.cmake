# SPDX-License-Identifier: GPL-3.0-or-later
# The libraries Troika stands on; ./dev installs them from Debian's packages.
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
find_package(tl-expected REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(TBB REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(liburing REQUIRED IMPORTED_TARGET liburing)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)

# Debian's xxHash chooses its instructions when it runs (x86-64); others may not.
include(CheckSourceCompiles)
set(CMAKE_REQUIRED_LIBRARIES PkgConfig::xxhash)
check_source_compiles(CXX "#include <xxhash.h>
#include <xxh_x86dispatch.h>
int main() { return static_cast<int>(XXH3_64bits(nullptr, 0)); }" TROIKA_XXHASH_DISPATCHES)
unset(CMAKE_REQUIRED_LIBRARIES)
