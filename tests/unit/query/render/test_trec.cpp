#include "answers.hpp"
#include "base/strings.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace sitrep {
namespace {

Hit ranked(std::uint64_t rank, double score, std::string id) {
    Hit hit;
    hit.rank = rank;
    hit.score = score;
    hit.id = std::move(id);
    return hit;
}

}  // namespace

TEST_CASE("trec: qid Q0 docid rank score tag") {
    RenderStyle style;
    style.tag = "run7";
    CHECK(render_trec({"x", "q1", test::list_of({ranked(1, 2.5, "a"), ranked(2, 0.1, "b")})},
                      style) == "q1 Q0 a 1 2.5 run7\nq1 Q0 b 2 0.1 run7\n");
    CHECK(render_trec({"x", "", test::list_of({ranked(1, 2.5, "a")})}, {}) ==
          "1 Q0 a 1 2.5 sitrep\n");
}

TEST_CASE("trec: a docid is one column") {
    CHECK(render_trec({"x", "q", test::list_of({ranked(1, 2, "a b\tc\n"), ranked(2, 1, "")})},
                      {}) == "q Q0 a_b_c_ 1 2 sitrep\nq Q0 _ 2 1 sitrep\n");
}

TEST_CASE("trec: no control character of an id or a qid reaches the terminal") {
    const std::string id =
        "a\033[2J\a\x7F\u009B\u2028\u202E\u2066\u200F\uFEFFb\x9B"
        "c";
    CHECK(render_trec({"x", "q\033", test::list_of({ranked(1, 2, id)})}, {}) ==
          "q_ Q0 a_[2J________b_c 1 2 sitrep\n");
    CHECK(render_trec({"x", "q", test::list_of({ranked(1, 2, "\u00C9t\u00E9/\u6D77\xE9")})}, {}) ==
          "q Q0 \u00C9t\u00E9/\u6D77\xE9 1 2 sitrep\n");
}

TEST_CASE("trec: of several articles with one id the first is kept") {
    CHECK(render_trec(
              {"x", "q", test::list_of({ranked(1, 3, "a"), ranked(2, 2, "a"), ranked(3, 1, "b")})},
              {}) == "q Q0 a 1 3 sitrep\nq Q0 b 3 1 sitrep\n");
}

TEST_CASE("trec: scores fall strictly and read back exactly") {
    const HitList list = test::list_of({ranked(1, 1.0 / 3, "a"), ranked(2, 1.0 / 3, "b"),
                                        ranked(3, 1.0 / 3, "c"), ranked(4, 0.2, "d")});
    std::vector<double> scores;
    const std::string run = render_trec({"x", "q", list}, {});
    for (const std::string_view line : split(run, '\n')) {
        if (!line.empty()) scores.push_back(std::stod(std::string(split(line, ' ')[4])));
    }
    REQUIRE(scores.size() == 4);
    CHECK(scores[0] == 1.0 / 3);
    CHECK(scores[0] > scores[1]);
    CHECK(scores[1] > scores[2]);
    CHECK(scores[2] > 0.3333);
    CHECK(scores[3] == 0.2);
}

}  // namespace sitrep
