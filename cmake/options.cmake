# SPDX-License-Identifier: GPL-3.0-or-later
# How everything is compiled: language, warnings, sanitizers.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

# -O3 gains nothing here but in the kernels (see engine/CMakeLists.txt); it costs compile time, and
# GCC 12 warns of overflows there that cannot happen.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

find_program(TROIKA_CCACHE ccache)
if(TROIKA_CCACHE)
  # Precompiled headers need ccache to be told what it may overlook.
  set(TROIKA_CCACHE ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${TROIKA_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER "${TROIKA_CCACHE}")
  set(CMAKE_C_COMPILER_LAUNCHER "${TROIKA_CCACHE}")
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wno-missing-field-initializers -Werror)
# GCC 12 sees overlapping copies in `"literal" + std::string` where there are none (its bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  add_compile_options(-Wno-restrict)
endif()

if(TROIKA_SANITIZER STREQUAL "address")
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    # Clang 14 cannot emit its check of function pointers for coroutines.
    add_compile_options(-fno-sanitize=function)
  endif()
  add_link_options(-fsanitize=address,undefined)
  add_compile_definitions(TROIKA_SANITIZED=1)
elseif(TROIKA_SANITIZER STREQUAL "thread")
  add_compile_options(-fsanitize=thread -fno-omit-frame-pointer)
  add_link_options(-fsanitize=thread)
  add_compile_definitions(TROIKA_SANITIZED=1)
endif()
