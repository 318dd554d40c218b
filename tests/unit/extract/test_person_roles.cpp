#include "indexer/extract/person_roles.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("roles: what an author does, and the name before it") {
    for (const char* role : {"Senior Tech Reporter", "Founder", "Editor-in-Chief,"}) {
        CHECK(is_role(role));
        CHECK(without_role(role).empty());
    }
    CHECK_FALSE(is_role("Ada Long"));
    CHECK(without_role("Ada Long") == "Ada Long");
    CHECK(without_role("Ada Long Managing Editor") == "Ada Long");
    CHECK(without_role("Fort Drum Public Affairs Officer").empty());
}

TEST_CASE("roles: a desk and an account are no persons") {
    for (const char* desk : {"Harbor Wire Staff", "Web Team", "hwadmin2"}) CHECK(is_desk(desk));
    for (const char* person : {"Ada Long", "ada", "Ada Staffer"}) CHECK_FALSE(is_desk(person));
}
