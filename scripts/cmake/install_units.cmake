# Run by `cmake --install`; SitrepUnits.cmake sets what is not known here.

cmake_path(ABSOLUTE_PATH CMAKE_INSTALL_PREFIX NORMALIZE OUTPUT_VARIABLE prefix)
cmake_path(ABSOLUTE_PATH bindir BASE_DIRECTORY "${prefix}" NORMALIZE)
cmake_path(ABSOLUTE_PATH docdir BASE_DIRECTORY "${prefix}" NORMALIZE)

# systemd looks for units of users in lib below these two alone, in share also below ~/.local and what XDG_DATA_DIRS names.
set(unitdir "${prefix}/share/systemd/user")
if(prefix MATCHES "^/usr(/local)?$")
  set(unitdir "${prefix}/lib/systemd/user")
endif()

set(searched "/usr/local/bin:/usr/bin:/bin")
string(FIND ":${searched}:" ":${bindir}:" at)

file(REMOVE_RECURSE "${work}")
foreach(file IN LISTS units crontab)
  file(READ "${file}" text)
  if(at EQUAL -1)  # --on-change may start our tools, too
    string(REPLACE "\nPATH=${searched}" "\nPATH=${bindir}:${searched}" text "${text}")
    string(REPLACE "\nExecStart=sitrep-index"
      "\nEnvironment=\"PATH=${bindir}:${searched}\"\nExecStart=\"${bindir}/sitrep-index\"" text "${text}")
  endif()
  cmake_path(GET file FILENAME name)
  set(place "units/${name}")
  if(file STREQUAL crontab)
    set(place examples/crontab)
  endif()
  file(WRITE "${work}/${place}" "${text}")
endforeach()
file(INSTALL "${work}/units/" DESTINATION "${unitdir}")
file(INSTALL "${work}/examples/crontab" DESTINATION "${docdir}/examples")
