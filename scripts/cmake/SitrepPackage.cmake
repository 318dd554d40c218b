# `cpack` in a build folder of the preset release makes the Debian package; scripts/release does all around it.
# Its version and who answers for it are those of scripts/debian/changelog.

file(STRINGS scripts/debian/changelog signature REGEX "^ -- ")
list(GET signature 0 signature)
string(REGEX REPLACE "^ -- (.*)  .*" "\\1" CPACK_DEBIAN_PACKAGE_MAINTAINER "${signature}")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/scripts/cmake/debian_policy.cmake")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# query/show.cpp opens files by xdg-open; databases are served, copied and asked over ssh by the others.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "xdg-utils, xapian-tools, openssh-client")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Sitrep indexes a folder of saved articles (pages, texts, feeds, mails, PDF,
crawls) and finds things in it from the terminal. It reads the story and not
what the page held around it, and knows the field's names in every spelling:
F-35, F35 and F 35 are one aircraft, and the F-35A another of its family.

sitrep-index makes the database and keeps it in step with the folder;
sitrep-query asks it.")
include(CPack)
