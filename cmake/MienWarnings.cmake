# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target that carries the warning flags; every target of ours links it privately.
add_library(mien_warnings INTERFACE)
target_compile_options(mien_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wextra-semi
  $<$<BOOL:${MIEN_WERROR}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # False positives of g++ 12 inside the standard library and OpenCV at -O2 (GCC bugs 105329, 105651).
  target_compile_options(mien_warnings INTERFACE -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds
    -Wno-maybe-uninitialized)
endif()
