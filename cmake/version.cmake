# SPDX-License-Identifier: GPL-3.0-or-later
# TROIKA_COMMIT: the commit this tree was configured at, for results; "unknown" outside a checkout.
execute_process(
  COMMAND git describe --always --dirty --abbrev=12
  WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}"
  OUTPUT_VARIABLE TROIKA_COMMIT OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT TROIKA_COMMIT)
  set(TROIKA_COMMIT "unknown")
endif()
