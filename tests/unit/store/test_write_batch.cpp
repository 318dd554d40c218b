#include "store/write_batch.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

namespace {

PutDocument plain(const std::string& name) {
    PutDocument put;
    put.document.unique_term = "Q" + name;
    put.document.terms["Q" + name] = {0, {}};
    put.document.terms["word"] = {1, {1}};
    put.origin = name;
    return put;
}

}  // namespace

TEST_CASE("write batch: a refused document is left out, and the rest of its batch is not lost") {
    const test::TempFolder folder;
    Xapian::WritableDatabase database(folder / "x", Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    WriteBatch batch;
    for (int i = 0; i < 50; ++i) batch.push(plain("a" + std::to_string(i)));
    PutDocument poison = plain("poison");
    poison.document.terms[std::string(300, 'x')] = {1, {}};
    batch.push(poison);
    for (int i = 0; i < 50; ++i) batch.push(plain("b" + std::to_string(i)));
    std::vector<RejectedDocument> rejected;
    TouchedLines touched;
    batch.apply(database, rejected, touched);
    CHECK(database.get_doccount() == 100);
    REQUIRE(rejected.size() == 1);
    CHECK(rejected[0].origin == "poison");
    CHECK(batch.empty());
}

TEST_CASE("write batch: a document weighs what it was given, however many positions it has") {
    const test::TempFolder folder;
    Xapian::WritableDatabase database(folder / "x", Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    WriteBatch batch;
    PutDocument put = plain("a");
    put.document.terms["word"] = {7, {1, 5, 9}};
    put.document.terms["stem"] = {4, {}};
    batch.push(put);
    std::vector<RejectedDocument> rejected;
    TouchedLines touched;
    batch.apply(database, rejected, touched);
    CHECK(database.get_collection_freq("word") == 7);
    CHECK(database.get_collection_freq("stem") == 4);
    CHECK(database.positionlist_begin(1, "word") != database.positionlist_end(1, "word"));
    CHECK(database.positionlist_begin(1, "stem") == database.positionlist_end(1, "stem"));
}

namespace {

const std::string kLine = line_term(kLinePrefix, 5);
const std::string kOther = line_term(kLinePrefix, 7);

/// The lines that a batch of one change touches.
std::vector<LineFingerprint> touched_by(Xapian::WritableDatabase& database, Change change) {
    WriteBatch batch;
    batch.push(std::move(change));
    std::vector<RejectedDocument> rejected;
    TouchedLines touched;
    batch.apply(database, rejected, touched);
    return touched.lines();
}

}  // namespace

TEST_CASE("write batch: lines are touched when a document comes, changes and goes") {
    using Lines = std::vector<LineFingerprint>;
    const test::TempFolder folder;
    Xapian::WritableDatabase database(folder / "x", Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    PutDocument put = plain("a");
    put.document.terms["XF1"];
    put.document.terms[kLine];
    put.document.terms["XUword"];  // no line
    CHECK(touched_by(database, put) == Lines{5});
    put.known = true;
    put.document.terms.erase(kLine);
    put.document.terms[kOther];
    CHECK(touched_by(database, put) == Lines{5, 7});
    CHECK(touched_by(database, RemoveOthers{"XF1", {"Qa"}}).empty());
    CHECK(touched_by(database, RemoveOthers{"XF1", {}}) == Lines{7});
    CHECK(database.get_doccount() == 0);
}
