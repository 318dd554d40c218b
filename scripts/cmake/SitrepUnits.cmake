# Units of users, and a crontab to copy, which find the programs wherever they were put.
#
# Neither systemd nor cron looks but in a few folders, and where we are put is settled by `cmake --install --prefix`: so it
# is written into them then.
set(units sitrep-index.service sitrep-index.timer sitrep-serve@.service sitrep-replicate-server@.service
  sitrep-standby@.service)
list(TRANSFORM units PREPEND "${PROJECT_SOURCE_DIR}/scripts/systemd/")
install(CODE "set(units \"${units}\")
set(crontab \"${PROJECT_SOURCE_DIR}/scripts/cron/sitrep-index\")
set(bindir \"${CMAKE_INSTALL_BINDIR}\")
set(docdir \"${CMAKE_INSTALL_DOCDIR}\")
set(work \"${PROJECT_BINARY_DIR}/placed\")")
install(SCRIPT "${PROJECT_SOURCE_DIR}/scripts/cmake/install_units.cmake")
