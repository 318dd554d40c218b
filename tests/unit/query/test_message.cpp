#include "query/message.hpp"

#include <doctest/doctest.h>

namespace sitrep {

TEST_CASE("message: the tool's name, what and why, and the hint under it") {
    CHECK(message_text({ErrorCode::Database, "no database", "make one"}) ==
          "sitrep-query: no database\n  make one\n");
    CHECK(message_text({ErrorCode::Database, "gone"}, "q7") == "sitrep-query: q7: gone\n");
}

TEST_CASE("message: a name in it cannot forge a line or reach the terminal") {
    CHECK(message_text({ErrorCode::Database, "no /a\nb\033"}) == "sitrep-query: no /a^Jb^[\n");
}

TEST_CASE("message: a bad question keeps its three lines") {
    CHECK(message_text({ErrorCode::BadQuery, "what\n  a \"\n    ^"}) ==
          "sitrep-query: what\n  a \"\n    ^\n");
}

}  // namespace sitrep
