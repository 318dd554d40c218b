#include "model/facets.hpp"
#include "text/designator_list.hpp"

#include <doctest/doctest.h>

using namespace sitrep;
using Names = std::vector<std::string>;

TEST_CASE("designator list: the first spelling of each, the most often given first") {
    DesignatorList list;
    list.add("p8a", "P-8A");
    list.add("f35a", "F‑35A");
    list.add("f35a", "F35A");
    CHECK(list.names() == Names{"F-35A", "P-8A"});
}

TEST_CASE("designator list: dashes and blanks are plain, plurals one") {
    DesignatorList list;
    list.add("mq9b", "MQ–9Bs");
    list.add("link16", "Link\u00A016");
    list.add("f35s", "F-35s");
    CHECK(list.names() == Names{"F-35s", "Link 16", "MQ-9B"});
}

TEST_CASE("designator list: a parenthesis that closes before the number is no part of a name") {
    DesignatorList list;
    list.add("cvw17", "CVW) 17");
    list.add("spy6v1", "SPY-6(V)1");
    CHECK(list.names() == Names{"CVW 17", "SPY-6(V)1"});
}

TEST_CASE("designator list: a parenthesis that the name ends in is closed") {
    DesignatorList list;
    list.add("ddgx", "DDG(X");
    CHECK(list.names() == Names{"DDG(X)"});
}

TEST_CASE("designator list: genitives are the name alone") {
    DesignatorList list;
    list.add("f35", "F-35's");
    list.add("f35a", "F-35A’s");
    CHECK(list.names() == Names{"F-35", "F-35A"});
}

TEST_CASE("designator list: an article that names thousands is counted under some") {
    DesignatorList list;
    for (int i = 0; i < 5000; ++i) list.add("x" + std::to_string(i), "X-" + std::to_string(i));
    list.add("x7", "X-7");
    REQUIRE(list.names().size() == kMostNames);
    CHECK(list.names().front() == "X-7");
}
