# SPDX-License-Identifier: GPL-3.0-or-later
# mien_add_module(core/motion SOURCES … DEPS base face … [PUBLIC_LIBS …] [PRIVATE_LIBS …] [PRECOMPILE …] [ALONE …] [QT])
#   One static library per folder of src/core or src/ui. DEPS are sibling modules: they are linked, and a ctest
#   (`layers:<module>`) fails when a source includes a module that is not listed, or lists one that
#   docs/architecture.md forbids. QT allows Qt (ui only). PRECOMPILE adds headers that many files of the module include.
#   Presets release and asan compile a module's files eight at a time; ALONE names those that use a name of their own which
#   another file of the module uses too (rows of one table, all with the same functions).
# mien_add_test(tst_name.cpp LIBS mien::motion … [LABELS …] [UI])
#   One Qt Test executable, run offscreen with the shared main of tests/support.

# The arrows of docs/architecture.md. A module that is absent here cannot be declared.
set(MIEN_ALLOWED_base "")
set(MIEN_ALLOWED_math base)
set(MIEN_ALLOWED_media base)
set(MIEN_ALLOWED_annotation base)
set(MIEN_ALLOWED_nn base)
set(MIEN_ALLOWED_dataset base media annotation)
set(MIEN_ALLOWED_face base math media nn)
set(MIEN_ALLOWED_motion base math media face)
set(MIEN_ALLOWED_spotting base math annotation motion nn)
set(MIEN_ALLOWED_synthesis base math media annotation face motion nn)
set(MIEN_ALLOWED_evaluation base math annotation)
set(MIEN_ALLOWED_fairness base math annotation evaluation)
set(MIEN_ALLOWED_causal base)
set(MIEN_ALLOWED_pipeline base math media annotation nn dataset face motion spotting evaluation fairness synthesis causal)
set(MIEN_ALLOWED_training base math media annotation nn dataset face motion spotting evaluation fairness synthesis causal pipeline)
set(MIEN_ALLOWED_project base annotation dataset)

function(mien_add_module path)
  cmake_parse_arguments(ARG "QT" "" "SOURCES;DEPS;PUBLIC_LIBS;PRIVATE_LIBS;PRECOMPILE;ALONE" ${ARGN})
  string(REGEX REPLACE "^(core|ui)/" "" name ${path})
  string(REGEX MATCH "^(core|ui)" side ${path})
  set(target mien_${name})
  if(side STREQUAL "ui")
    set(target mien_ui_${name})
  endif()
  add_library(${target} STATIC ${ARG_SOURCES})
  if(ARG_ALONE)
    set_source_files_properties(${ARG_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endif()
  if(side STREQUAL "ui")
    add_library(mien::ui_${name} ALIAS ${target})
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
  else()
    add_library(mien::${name} ALIAS ${target})
    if(NOT DEFINED MIEN_ALLOWED_${name})
      message(FATAL_ERROR "core/${name} has no row in cmake/MienModule.cmake; add it there and in docs/architecture.md")
    endif()
    foreach(dep IN LISTS ARG_DEPS)
      if(NOT dep IN_LIST MIEN_ALLOWED_${name})
        message(FATAL_ERROR "core/${name} may not use core/${dep}")
      endif()
    endforeach()
  endif()
  target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(${target} PRIVATE mien_warnings ${ARG_PRIVATE_LIBS} PUBLIC ${ARG_PUBLIC_LIBS})
  foreach(dep IN LISTS ARG_DEPS)
    target_link_libraries(${target} PUBLIC mien_${dep})
  endforeach()
  if(NOT name STREQUAL "base")
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <chrono> <cmath> <cstdint> <filesystem>
      <functional> <map> <memory> <optional> <set> <span> <string> <string_view> <vector> <fmt/format.h> ${ARG_PRECOMPILE})
    if(Qt6::Widgets IN_LIST ARG_PUBLIC_LIBS)
      target_precompile_headers(${target} PRIVATE <QBoxLayout> <QComboBox> <QFileInfo> <QImage> <QLabel> <QLineEdit> <QMenu> <QObject>
        <QPainter> <QPainterPath> <QPointer> <QPushButton> <QString> <QStringList> <QTimer> <QToolButton> <QVariant> <QWidget>)
    endif()
  endif()
  if(MIEN_TESTS)
    string(REPLACE ";" "," deps_text "${ARG_DEPS}")
    add_test(NAME layers:${path}
      COMMAND ${CMAKE_COMMAND} -DMODULE=${path} -DDEPS=${deps_text} -DQT=${ARG_QT}
              -DSOURCE_DIR=${CMAKE_SOURCE_DIR}/src -P ${CMAKE_SOURCE_DIR}/cmake/CheckLayers.cmake)
    set_tests_properties(layers:${path} PROPERTIES LABELS layers)
  endif()
endfunction()

# A test's own code is compiled for a quick build; what it tests keeps the preset's optimisation.
set(MIEN_TEST_OPTIONS $<$<CONFIG:Release>:-O1> $<$<CONFIG:Debug>:-Og>)

# gold links a test in a third of the time, which counts with hundreds of them. Not under the sanitizers: never tried.
include(CheckLinkerFlag)
check_linker_flag(CXX -fuse-ld=gold MIEN_HAS_GOLD)

function(mien_add_test source)
  cmake_parse_arguments(ARG "UI" "TIMEOUT" "LIBS;LABELS;SOURCES" ${ARGN})
  get_filename_component(name ${source} NAME_WE)
  add_executable(${name} ${source} ${ARG_SOURCES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  # One moc command instead of AUTOMOC: over a hundred tests, its scanning takes minutes of a build.
  set(moc ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
  qt_generate_moc(${source} ${moc} TARGET ${name})
  target_sources(${name} PRIVATE ${moc})
  target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
  target_link_libraries(${name} PRIVATE mien_warnings mien_test_support ${ARG_LIBS})
  target_compile_options(${name} PRIVATE ${MIEN_TEST_OPTIONS})
  if(MIEN_HAS_GOLD AND NOT MIEN_SANITIZE)
    target_link_options(${name} PRIVATE -fuse-ld=gold)
  endif()
  if(ARG_UI)
    target_link_libraries(${name} PRIVATE Qt6::Widgets)
    target_precompile_headers(${name} REUSE_FROM mien_ui_test_headers)
  else()
    target_precompile_headers(${name} REUSE_FROM mien_test_headers)
  endif()
  add_test(NAME ${name} COMMAND ${name})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 900) # only a hang takes so long: whole films under a sanitizer on a slow machine take 200 s
  endif()
  set_tests_properties(${name} PROPERTIES
    TIMEOUT ${ARG_TIMEOUT}
    LABELS "${ARG_LABELS}"
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;OMP_NUM_THREADS=1;OPENBLAS_NUM_THREADS=1;QT_LOGGING_RULES=qt.qpa.*=false")
endfunction()
