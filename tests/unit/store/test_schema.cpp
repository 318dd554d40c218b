#include "base/utf8.hpp"
#include "store/schema.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace sitrep;

TEST_CASE("schema: of what a database says of itself a message holds little") {
    constexpr std::size_t kMuch = 100'000;
    constexpr std::size_t kLine = 300;
    std::string much = "x";
    while (much.size() < kMuch) much += "\u00E9";
    const auto check = [&](const Error& error) {
        CHECK(error.message.size() < kLine);
        CHECK(utf8::is_valid(error.message));
    };
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    database.set_metadata("sitrep.schema", much);
    database.set_metadata("sitrep.shard", much);
    check(schema::check(database, "db").error());
    check(schema::shard_place(database, "db").error());
    schema::describe(database, AnalyzerConfig::current(), {});
    database.set_metadata("sitrep.analyzer", "version=1 stemmer=" + much);
    check(schema::check(database, "db").error());
}
