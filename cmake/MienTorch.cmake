# SPDX-License-Identifier: GPL-3.0-or-later
# LibTorch's include paths and libraries behind one interface target; its global compiler flags are left behind.
find_package(Torch REQUIRED)
add_library(mien_torch INTERFACE)
target_include_directories(mien_torch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
target_link_libraries(mien_torch INTERFACE ${TORCH_LIBRARIES})
