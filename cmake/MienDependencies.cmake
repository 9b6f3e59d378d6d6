# SPDX-License-Identifier: GPL-3.0-or-later
# Everything that comes from outside, found once. Versions are Debian 12's; newer ones are expected to work.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)            # text formatting: std::format is missing from g++ 12
find_package(spdlog REQUIRED)         # log with levels and sinks
find_package(nlohmann_json REQUIRED)  # JSON in and out
find_package(CLI11 REQUIRED)          # command line
find_package(TBB REQUIRED)            # bounded, ordered pipelines and parallel loops
find_package(Eigen3 REQUIRED NO_MODULE)
find_package(OpenCV 4.6 REQUIRED COMPONENTS core imgproc imgcodecs video calib3d optflow)
find_package(dlib REQUIRED)
find_package(SQLite3 REQUIRED)
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)  # archives: .npz of face rigs, .xlsx
# HTTP to an image-to-video model on this machine: no proxies or redirections unasked, and the tests' server
pkg_check_modules(HTTPLIB REQUIRED IMPORTED_TARGET cpp-httplib)
find_package(pugixml REQUIRED)        # the XML inside .xlsx workbooks
pkg_check_modules(FFMPEG REQUIRED IMPORTED_TARGET libavformat libavcodec libavutil libswscale)
if(MIEN_UI OR MIEN_TESTS)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Core Test)
endif()
if(MIEN_UI)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets PrintSupport Svg Concurrent LinguistTools)
  pkg_check_modules(GRAPHVIZ REQUIRED IMPORTED_TARGET libgvc libcgraph)  # places of a causal graph's nodes
  find_package(QCustomPlotQt6 REQUIRED)  # its config needs PrintSupport to be found before
endif()

# OpenCV's own targets, one per component, behind a single name.
add_library(mien_opencv INTERFACE)
target_link_libraries(mien_opencv INTERFACE opencv_core opencv_imgproc opencv_imgcodecs)
