# Run by cpack between installing and packing: what Debian wants otherwise than `cmake --install` leaves it.

set(debian "${CMAKE_CURRENT_LIST_DIR}/../debian")
set(share "${CPACK_TEMPORARY_DIRECTORY}${CPACK_PACKAGING_INSTALL_PREFIX}/share")
set(doc "${share}/doc/${CPACK_PACKAGE_NAME}")

file(STRINGS "${debian}/changelog" newest LIMIT_COUNT 1)
set(version "${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}")
string(FIND "${newest}" "${CPACK_PACKAGE_NAME} (${version}) " begin)
if(NOT begin EQUAL 0)
  message(FATAL_ERROR "scripts/debian/changelog begins with `${newest}`: write an entry for ${version}")
endif()

# Folders that cmake makes on the way have the permissions of whoever runs cpack.
file(CHMOD_RECURSE "${CPACK_TEMPORARY_DIRECTORY}${CPACK_PACKAGING_INSTALL_PREFIX}" DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# Debian's zsh does not look in site-functions, which is the administrator's.
file(RENAME "${share}/zsh/site-functions" "${share}/zsh/vendor-completions")

file(COPY "${debian}/copyright" DESTINATION "${doc}" NO_SOURCE_PERMISSIONS)
configure_file("${debian}/changelog" "${doc}/changelog.Debian" COPYONLY NO_SOURCE_PERMISSIONS)
configure_file("${CMAKE_CURRENT_LIST_DIR}/../../CHANGELOG.md" "${doc}/changelog" COPYONLY NO_SOURCE_PERMISSIONS)
file(GLOB pages "${share}/man/man*/*")
execute_process(COMMAND gzip -9n ${pages} "${doc}/changelog.Debian" "${doc}/changelog" COMMAND_ERROR_IS_FATAL ANY)
