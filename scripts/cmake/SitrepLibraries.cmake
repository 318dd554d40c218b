# The outside libraries, each behind an imported target so that its headers are SYSTEM.

find_package(PkgConfig REQUIRED)
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n)
find_package(ZLIB REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
pkg_check_modules(XAPIAN REQUIRED IMPORTED_TARGET xapian-core>=1.4.22)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(LIBARCHIVE REQUIRED IMPORTED_TARGET libarchive)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)

find_path(STEMMER_INCLUDE_DIR libstemmer.h REQUIRED)
find_library(STEMMER_LIBRARY stemmer REQUIRED)
add_library(sitrep_stemmer_import INTERFACE)
target_include_directories(sitrep_stemmer_import SYSTEM INTERFACE "${STEMMER_INCLUDE_DIR}")
target_link_libraries(sitrep_stemmer_import INTERFACE "${STEMMER_LIBRARY}")

find_path(CLD2_INCLUDE_DIR cld2/public/compact_lang_det.h REQUIRED)
find_library(CLD2_LIBRARY cld2 REQUIRED)
add_library(sitrep_cld2_import INTERFACE)
target_include_directories(sitrep_cld2_import SYSTEM INTERFACE "${CLD2_INCLUDE_DIR}")
target_link_libraries(sitrep_cld2_import INTERFACE "${CLD2_LIBRARY}")
