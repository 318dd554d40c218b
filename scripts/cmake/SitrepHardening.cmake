# What makes a mistake in memory end the program and not obey a stranger's file: part of every build that no sanitizer or
# other instrumentation watches. tests/integration/test_hardening.py reads it off the programs.

include(CheckCXXCompilerFlag)

if(SITREP_SANITIZE OR SITREP_COVERAGE OR SITREP_FUZZ OR SITREP_TIDY)
  set(SITREP_HARDENED OFF)
  return()
endif()
set(SITREP_HARDENED ON)

# -fPIE, not CMake's POSITION_INDEPENDENT_CODE: that gives static libraries -fPIC, which keeps functions from being inlined.
target_compile_options(sitrep_flags INTERFACE -fPIE -fstack-protector-strong)
target_link_options(sitrep_flags INTERFACE -pie -Wl,-z,relro -Wl,-z,now)
foreach(flag -fstack-clash-protection -fcf-protection)  # not on every processor
  string(MAKE_C_IDENTIFIER "SITREP_HAS${flag}" has_flag)
  check_cxx_compiler_flag(${flag} ${has_flag})
  target_compile_options(sitrep_flags INTERFACE $<$<BOOL:${${has_flag}}>:${flag}>)
endforeach()
# Without optimisation the checked functions are not there, and glibc warns.
string(TOUPPER "${CMAKE_BUILD_TYPE}" config)
if("${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_${config}}" MATCHES "-O[1-9sgf]")
  target_compile_options(sitrep_flags INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
endif()
