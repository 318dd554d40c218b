#include "store/xapian_door.hpp"

#include <doctest/doctest.h>

#include <cerrno>

using namespace sitrep;

TEST_CASE("xapian door: a disk that fills up is trouble with the disk, in whatever words") {
    const Xapian::DatabaseError direct("Error writing block 9", "", ENOSPC);
    CHECK(error_from(direct, "db").code == ErrorCode::Io);
    CHECK(error_from(direct, "db").message.find("No space left") != std::string::npos);
    // A commit that failed, and failed to go back as well.
    const Xapian::DatabaseError twice(
        "Modifications failed (DatabaseError: Error writing block 9 (No space left on device)), "
        "and couldn't open at the old revision: Error writing to file");
    CHECK(error_from(twice, "db").code == ErrorCode::Io);
    const Xapian::DatabaseCreateError fresh("Failed to create iamglass file");
    CHECK(error_from(fresh, "db").code == ErrorCode::Io);
}

TEST_CASE("xapian door: a damaged database is one, though the system says something of it") {
    CHECK(error_from(Xapian::DatabaseCorruptError("bad block", "", EIO), "db").code ==
          ErrorCode::Database);
    CHECK(error_from(Xapian::DatabaseModifiedError("old"), "db").code == ErrorCode::Overtaken);
}

TEST_CASE("xapian door: no descriptors and no permission are no damage") {
    const Error files =
        error_from(Xapian::DatabaseOpeningError("Couldn't open x.glass", "", EMFILE), "db");
    CHECK(files.code == ErrorCode::Io);
    CHECK(files.message.find("Too many open files") != std::string::npos);
    CHECK(error_from(Xapian::DatabaseOpeningError("x", "", EACCES), "db").code == ErrorCode::Io);
    // As Xapian says it, without the system's number.
    CHECK(error_from(
              Xapian::DatabaseLockError("Unable to get write lock on x: too many open files"), "db")
              .code == ErrorCode::Io);
    CHECK(error_from(Xapian::DatabaseOpeningError("x", "", ENOENT), "db").code ==
          ErrorCode::Database);
    CHECK(error_from(Xapian::DatabaseError("Error reading block 3", "", EISDIR), "db").code ==
          ErrorCode::Database);
    CHECK(error_from(Xapian::DatabaseOpeningError("x"), "db").code == ErrorCode::Database);
}
