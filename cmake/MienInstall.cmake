# SPDX-License-Identifier: GPL-3.0-or-later
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "Mien maintainers <maintainers@mien.invalid>")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libdlib-data, breeze-icon-theme")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
include(CPack)
