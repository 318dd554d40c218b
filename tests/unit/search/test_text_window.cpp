#include "base/utf8.hpp"
#include "search/text_window.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace sitrep {
namespace {

std::string window(const std::string& text, const std::vector<TermMatch>& matches,
                   std::size_t width) {
    const ByteRange cut = best_window(text, {0, text.size()}, matches, width);
    return text.substr(cut.begin, cut.end - cut.begin);
}

}  // namespace

TEST_CASE("text window: a text that fits is whole, but for white space at its ends") {
    CHECK(window("  one two ", {}, 20) == "one two");
}

TEST_CASE("text window: cuts at spaces around its matches") {
    const std::string text = "one two three four five six seven eight nine ten";
    const std::size_t six = text.find("six");
    CHECK(window(text, {{{six, six + 3}, 0, false}}, 20) == "five six seven eight");
    CHECK(window(text, {}, 10) == "one two");
}

TEST_CASE("text window: prefers the place with most different words") {
    const std::string text = "alpha beta beta beta beta beta gamma alpha delta";
    std::vector<TermMatch> matches;
    for (std::size_t at = text.find("beta"); at != std::string::npos;
         at = text.find("beta", at + 1)) {
        matches.push_back({{at, at + 4}, 0, false});
    }
    const std::size_t gamma = text.find("gamma");
    matches.push_back({{gamma, gamma + 5}, 1, false});
    CHECK(window(text, matches, 16).find("beta gamma") != std::string::npos);
}

TEST_CASE("text window: without spaces it cuts on code points") {
    std::string text;
    for (int i = 0; i < 200; ++i) text += "\u6D77";
    for (std::size_t width = 40; width < 50; ++width) {
        const std::string cut = window(text, {{{300, 303}, 0, false}}, width);
        CHECK(utf8::is_valid(cut));
        CHECK(cut.size() <= width + 3);
        CHECK(!cut.empty());
    }
}

TEST_CASE(
    "text window: no word and no number is cut that begins behind a match or ends before it") {
    const std::string text =
        "The cruiser USS Bunker Hill (CG 52) and the destroyer-like USS Milius";
    const std::size_t hull = text.find("CG");
    for (std::size_t width = 4; width < text.size(); ++width) {
        const std::string cut = window(text, {{{hull, hull + 2}, 0, false}}, width);
        const std::size_t at = text.find(cut);
        CHECK_MESSAGE((at == 0 || text[at - 1] == ' ' || at == hull), cut);
        const std::size_t end = at + cut.size();
        CHECK_MESSAGE((end == text.size() || text[end] == ' '), cut);
    }
}

TEST_CASE("text window: what a match is tied to is left out where there is no room for it") {
    const std::string text = "aboard DDG-51-class destroyers";
    const std::size_t hull = text.find("DDG");
    CHECK(window(text, {{{hull, hull + 6}, 0, false}}, 12) == "DDG-51");
}

TEST_CASE("text window: a match wider than the window is cut") {
    const std::string text = "x " + std::string(1000, 'y') + " z";
    CHECK(window(text, {{{2, 1002}, 0, false}}, 50) == std::string(50, 'y'));
}

}  // namespace sitrep
