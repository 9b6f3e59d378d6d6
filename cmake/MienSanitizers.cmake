# SPDX-License-Identifier: GPL-3.0-or-later
if(MIEN_SANITIZE)
  add_compile_options(-fsanitize=${MIEN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${MIEN_SANITIZE})
endif()
