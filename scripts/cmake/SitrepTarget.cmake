# What every target of ours has in common: the language level, the include root, the warnings and,
# in developer presets, warnings as errors and the chosen instrumentation.

option(SITREP_DEVELOPER "Build the tests and treat warnings as errors" OFF)
set(SITREP_SANITIZE "" CACHE STRING "Sanitizers for every target, as -fsanitize takes them")
option(SITREP_COVERAGE "Instrument for line coverage" OFF)
option(SITREP_FUZZ "Build the fuzz targets with libFuzzer (needs clang)" OFF)
option(SITREP_TIDY "Run clang-tidy on every compiled file" OFF)

add_library(sitrep_flags INTERFACE)
target_compile_features(sitrep_flags INTERFACE cxx_std_20)
target_include_directories(sitrep_flags INTERFACE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/common")
target_compile_options(sitrep_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Wold-style-cast -Woverloaded-virtual -Wimplicit-fallthrough
  # g++ 12 sees overlaps in std::string + that are not there (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${SITREP_DEVELOPER}>:-Werror>)

if(SITREP_SANITIZE)
  target_compile_options(sitrep_flags INTERFACE
    -fsanitize=${SITREP_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -D_GLIBCXX_ASSERTIONS)
  target_link_options(sitrep_flags INTERFACE -fsanitize=${SITREP_SANITIZE})
endif()
if(SITREP_FUZZ)
  target_compile_options(sitrep_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(SITREP_COVERAGE)
  target_compile_options(sitrep_flags INTERFACE --coverage)
  target_link_options(sitrep_flags INTERFACE --coverage)
endif()
if(SITREP_TIDY)
  find_program(CLANG_TIDY clang-tidy REQUIRED)
  set(CMAKE_CXX_CLANG_TIDY "${CLANG_TIDY};--quiet;--warnings-as-errors=*")
endif()

include(SitrepHardening)

# sitrep_library(NAME SOURCES ... [LINK ...]): one static library per folder, named sitrep_NAME.
function(sitrep_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
  add_library(sitrep_${name} STATIC ${arg_SOURCES})
  target_link_libraries(sitrep_${name} PUBLIC sitrep_flags ${arg_LINK})
endfunction()

# sitrep_completions(TOOL): the scripts that complete its options in a shell, printed by itself, where shells look.
function(sitrep_completions tool)
  set(file_bash bash-completion/completions/${tool})
  set(file_zsh zsh/site-functions/_${tool})
  set(file_fish fish/vendor_completions.d/${tool}.fish)
  foreach(shell bash zsh fish)
    set(script "${CMAKE_CURRENT_BINARY_DIR}/completions/${file_${shell}}")
    cmake_path(GET script PARENT_PATH folder)
    add_custom_command(OUTPUT "${script}"
      COMMAND "${CMAKE_COMMAND}" -E make_directory "${folder}"
      COMMAND ${tool} --completion=${shell} > "${script}"
      DEPENDS ${tool} VERBATIM)
    list(APPEND scripts "${script}")
  endforeach()
  add_custom_target(${tool}-completions ALL DEPENDS ${scripts})
  install(DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}/completions/" DESTINATION "${CMAKE_INSTALL_DATADIR}")
endfunction()
