#include "store/writer_lock.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <optional>

using namespace sitrep;

TEST_CASE("writer lock: a second indexer is told who holds it, and may go on when it is gone") {
    const test::TempFolder folder;
    std::optional<WriterLock> first = *WriterLock::acquire(folder.path());
    const Result<WriterLock> second = WriterLock::acquire(folder.path());
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::Locked);
    CHECK(second.error().message.find("process " + std::to_string(::getpid())) !=
          std::string::npos);
    first.reset();
    CHECK(WriterLock::acquire(folder.path()));
}
