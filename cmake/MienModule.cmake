# SPDX-License-Identifier: GPL-3.0-or-later
# mien_add_module(core/motion SOURCES … DEPS base face … [PUBLIC_LIBS …] [PRIVATE_LIBS …] [ALONE …] [QT])
#   One static library per folder of src/core or src/ui. DEPS are sibling modules: they are linked, and a ctest
#   (`layers:<module>`) fails when a source includes a module that is not listed, or lists one that
#   docs/architecture.md forbids. QT allows Qt (ui only).
#   Presets release and asan compile a module's files eight at a time; ALONE names those that use a name of their own which
#   another file of the module uses too (rows of one table, all with the same functions).
# mien_add_test(tst_name.cpp LIBS mien::motion … [SOURCES …] [LABELS …] [TIMEOUT s] [UI])
#   One Qt Test class, run offscreen in a process of its own. The tests of a folder share one program, tests_core_motion, with
#   their LIBS and SOURCES (tests/support/test_program.h); the target tst_name builds that program.

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

# What nearly every file includes, compiled once for all modules (100 to 200 MB on disk each) and once more for those with windows.
# A library, so that its flags are those of the modules.
set(MIEN_COMMON_HEADERS <algorithm> <array> <chrono> <cmath> <cstdint> <filesystem> <functional> <map> <memory> <optional> <set>
  <span> <string> <string_view> <vector> <fmt/format.h>)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled.cpp CONTENT "// Only its precompiled headers are of use.\n")
add_library(mien_core_headers STATIC ${CMAKE_BINARY_DIR}/precompiled.cpp)
target_link_libraries(mien_core_headers PRIVATE mien_warnings fmt::fmt)
target_precompile_headers(mien_core_headers PRIVATE ${MIEN_COMMON_HEADERS})
if(MIEN_UI)
  add_library(mien_widget_headers STATIC ${CMAKE_BINARY_DIR}/precompiled.cpp)
  target_link_libraries(mien_widget_headers PRIVATE mien_warnings fmt::fmt Qt6::Widgets)
  target_precompile_headers(mien_widget_headers PRIVATE ${MIEN_COMMON_HEADERS} <QBoxLayout> <QComboBox> <QFileInfo> <QImage> <QLabel>
    <QLineEdit> <QMenu> <QObject> <QPainter> <QPainterPath> <QPointer> <QPushButton> <QString> <QStringList> <QTimer> <QToolButton>
    <QVariant> <QWidget>)
endif()

function(mien_add_module path)
  cmake_parse_arguments(ARG "QT" "" "SOURCES;DEPS;PUBLIC_LIBS;PRIVATE_LIBS;ALONE" ${ARGN})
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
  if(Qt6::Widgets IN_LIST ARG_PUBLIC_LIBS)
    target_precompile_headers(${target} REUSE_FROM mien_widget_headers)
  elseif(NOT name STREQUAL "base")
    target_precompile_headers(${target} REUSE_FROM mien_core_headers)
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
# The warning is for headers; compiled together with others, a test's file counts as one.
set(MIEN_TEST_OPTIONS $<$<CONFIG:Release>:-O1> $<$<CONFIG:Debug>:-Og> $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)

# gold links a test in a third of the time, which counts with hundreds of them. Not under the sanitizers: never tried.
include(CheckLinkerFlag)
check_linker_flag(CXX -fuse-ld=gold MIEN_HAS_GOLD)

# The program that holds the tests of the current folder, made by the first of them.
function(mien_test_program result ui)
  file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  string(REPLACE "/" "_" program ${folder})
  set(${result} ${program} PARENT_SCOPE)
  if(TARGET ${program})
    return()
  endif()
  add_executable(${program} ${CMAKE_SOURCE_DIR}/tests/support/test_program.cpp)
  set_target_properties(${program} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_include_directories(${program} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
  target_link_libraries(${program} PRIVATE mien_warnings mien_test_support)
  target_compile_options(${program} PRIVATE ${MIEN_TEST_OPTIONS})
  if(MIEN_HAS_GOLD AND NOT MIEN_SANITIZE)
    target_link_options(${program} PRIVATE -fuse-ld=gold)
  endif()
  if(ui)
    target_link_libraries(${program} PRIVATE Qt6::Widgets)
    target_precompile_headers(${program} REUSE_FROM mien_ui_test_headers)
  else()
    target_precompile_headers(${program} REUSE_FROM mien_test_headers)
  endif()
endfunction()

function(mien_add_test source)
  cmake_parse_arguments(ARG "UI" "TIMEOUT" "LIBS;LABELS;SOURCES" ${ARGN})
  get_filename_component(name ${source} NAME_WE)
  mien_test_program(program ${ARG_UI})
  target_sources(${program} PRIVATE ${source} ${ARG_SOURCES})
  target_link_libraries(${program} PRIVATE ${ARG_LIBS})
  # One moc command instead of AUTOMOC: over a hundred tests, its scanning takes minutes of a build.
  set(moc ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
  qt_generate_moc(${source} ${moc} TARGET ${program})
  target_sources(${program} PRIVATE ${moc})
  add_custom_target(${name} DEPENDS ${program})
  add_test(NAME ${name} COMMAND ${program} ${name})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 900) # only a hang takes so long: whole films under a sanitizer on a slow machine take 200 s
  endif()
  set_tests_properties(${name} PROPERTIES
    TIMEOUT ${ARG_TIMEOUT}
    LABELS "${ARG_LABELS}"
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;OMP_NUM_THREADS=1;OPENBLAS_NUM_THREADS=1;QT_LOGGING_RULES=qt.qpa.*=false")
endfunction()
