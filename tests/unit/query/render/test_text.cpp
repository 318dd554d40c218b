#include "answers.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace sitrep {

using test::full_hit;
using test::list_of;

TEST_CASE("text: a hit is its headline, its facts and its snippet") {
    CHECK(render_text({"cyber", "", list_of({full_hit()})}, {}) ==
          "1. Fleets drill at sea\n"
          "    2021-06-15 · Harbor Herald · Surface · /news/drill.html\n"
          "    [Cyber] A cyber drill.\n");
}

TEST_CASE("text: what is not known is left out, a day and a headline are told to be missing") {
    Hit hit;
    hit.rank = 12;
    hit.path = "/news/a.txt";
    CHECK(render_text({"x", "", list_of({hit})}, {}) ==
          "12. (no headline)\n    undated · /news/a.txt\n");
}

TEST_CASE("text: hits are parted by an empty line, without hits there is no text") {
    Hit hit;
    hit.header.title = "T";
    hit.path = "p";
    CHECK(render_text({"x", "", list_of({hit, hit})}, {}) ==
          "0. T\n    undated · p\n\n0. T\n    undated · p\n");
    CHECK(render_text({"x", "", list_of({})}, {}).empty());
}

TEST_CASE("text: colour marks the headline bold and matches red") {
    RenderStyle style;
    style.colour = true;
    const std::string text = render_text({"x", "", list_of({full_hit()})}, style);
    CHECK(text.find("1. \033[1mFleets \033[1;31mdrill\033[0m\033[1m at sea\033[0m\n") !=
          std::string::npos);
    CHECK(text.find("[Cyber] A \033[1;31mcyber\033[0m drill.\n") != std::string::npos);
}

TEST_CASE("text: nothing foreign reaches the terminal raw, coloured or not") {
    Hit hit = full_hit();
    hit.header.title = "a\033[31m\u202Eb";
    hit.title_highlights = {{0, 3}};
    hit.header.outlet = "o\nFORGED";
    hit.header.section = "s\x9B";
    hit.header.published = "\033]0;x";
    hit.path = "/p\n\xFF";
    hit.snippet.text = "x\033[2J";
    hit.snippet.highlights = {{1, 2}};
    hit.snippet.heading = "h\r";
    HitList list = list_of({hit});
    list.total = 5;
    list.optional_words = {"w\033"};
    for (const bool colour : {false, true}) {
        RenderStyle style;
        style.colour = colour;
        std::string text = render_text({"x", "", list}, style);
        for (const std::string_view ours : {"\033[1;31m", "\033[1m", "\033[0m"}) {
            for (std::size_t at = text.find(ours); at != std::string::npos; at = text.find(ours)) {
                text.erase(at, ours.size());
            }
        }
        CHECK(text.find('\033') == std::string::npos);
        CHECK(text.find('\r') == std::string::npos);
        CHECK(text.find("\u202E") == std::string::npos);
        CHECK(text.find("^[[31m") != std::string::npos);
        CHECK(std::count(text.begin(), text.end(), '\n') == 5);
    }
}

TEST_CASE("text: what is endless is cut on a code point") {
    std::string endless;
    for (int i = 0; i < 100'000; ++i) endless += "\u6D77";
    Hit hit = full_hit();
    hit.header.title = endless;
    hit.title_highlights = {{0, 3}, {299, 305}, {3000, 3003}};
    hit.header.outlet = endless;
    hit.header.section = endless;
    hit.header.published = endless;
    hit.snippet.heading = endless;
    const std::string text = render_text({"x", "", list_of({hit})}, {});
    const std::string shown = endless.substr(0, 300) + "\u2026";
    CHECK(text.starts_with("1. " + shown + "\n    " + shown + " \u00B7 " + shown + " \u00B7 " +
                           shown + " \u00B7 /news/drill.html\n    [" + shown + "] A cyber"));
    hit.header.title = "a" + endless;
    CHECK(render_text({"x", "", list_of({hit})}, {})
              .starts_with("1. a" + endless.substr(0, 297) + "\u2026\n"));
    RenderStyle style;
    style.colour = true;
    CHECK(render_text({"x", "", list_of({hit})}, style).size() < 2000);
}

TEST_CASE("text: a headline and facts of common length are whole") {
    Hit hit = full_hit();
    hit.header.title = std::string(300, 'a');
    hit.header.outlet = std::string(300, 'b');
    hit.header.section = std::string(300, 'c');
    CHECK(render_text({"x", "", list_of({hit})}, {})
              .starts_with("1. " + hit.header.title + "\n    2021-06-15 \u00B7 " +
                           hit.header.outlet + " \u00B7 " + hit.header.section + " \u00B7 "));
}

TEST_CASE("text: relaxing is told, with its counts and the words that became optional") {
    struct Case {
        std::uint64_t total, with_all;
        bool estimate;
        std::string line;
    };
    for (const Case& c :
         {Case{42, 0, false, "No article holds all the words; 42 hold some of them."},
          Case{1, 0, false, "No article holds all the words; 1 holds some of them."},
          Case{45, 3, false, "3 articles hold all the words; 42 more hold some of them."},
          Case{2, 1, false, "1 article holds all the words; 1 more holds some of them."},
          Case{45, 3, true, "3 articles hold all the words; about 42 more hold some of them."}}) {
        HitList list = list_of({full_hit()});
        list.total = c.total;
        list.total_with_all = c.with_all;
        list.total_is_estimate = c.estimate;
        list.optional_words = {"red", "blue"};
        CHECK(render_text({"x", "", list}, {}).starts_with(c.line + " Optional: red, blue\n\n1. "));
    }
    HitList same = list_of({full_hit()});
    same.optional_words = {"red", "blue"};
    CHECK(render_text({"x", "", same}, {}).starts_with("1. "));
}

}  // namespace sitrep
