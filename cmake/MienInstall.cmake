# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed beside the targets themselves, and the Debian package (`cpack` in the build folder).
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs/manual DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY resources/demo resources/emotions DESTINATION ${CMAKE_INSTALL_DATADIR}/mien)
install(DIRECTORY models DESTINATION ${CMAKE_INSTALL_DATADIR}/mien)
install(PROGRAMS packaging/slurm/loso.sh DESTINATION ${CMAKE_INSTALL_DATADIR}/mien/slurm)
if(MIEN_UI)
  install(FILES packaging/mien.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES resources/icons/mien.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME mien)
set(CPACK_PACKAGE_CONTACT "Mien maintainers <maintainers@mien.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Not linked, so not found by dpkg-shlibdeps: opened while the program runs.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libdlib-data, opencv-data, libopenblas0 | libblas3")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "breeze-icon-theme, libqt6svg6, qt6-qpa-plugins, fonts-dejavu-core")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
include(CPack)
