#include "base/strings.hpp"
#include "search/fragment_picker.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace sitrep {
namespace {

/// `text` with a match wherever one of `words` stands; their numbers are the matches' words.
MarkedText marked(std::string_view text, const std::vector<std::string>& words,
                  std::size_t offset = 0) {
    MarkedText result{text, {}, offset, false, false};
    for (std::size_t word = 0; word < words.size(); ++word) {
        for (std::size_t at = text.find(words[word]); at != std::string_view::npos;
             at = text.find(words[word], at + 1)) {
            result.matches.push_back({{at, at + words[word].size()}, word, false});
        }
    }
    std::sort(result.matches.begin(), result.matches.end(),
              [](const TermMatch& a, const TermMatch& b) { return a.range.begin < b.range.begin; });
    return result;
}

std::string picked(const std::vector<MarkedText>& texts, std::size_t words, std::size_t most = 3,
                   std::size_t bytes = 60) {
    std::vector<std::string> parts;
    for (const Fragment& fragment : pick_fragments(texts, words, most, bytes).fragments) {
        parts.emplace_back(texts[fragment.text].text.substr(
            fragment.range.begin, fragment.range.end - fragment.range.begin));
    }
    return join(parts, " | ");
}

const std::vector<std::string> kWords = {"japan", "cyber"};

}  // namespace

TEST_CASE("fragment picker: without a match there is no fragment") {
    CHECK(picked({marked("Nothing to see.", kWords)}, 2).empty());
    CHECK(picked({}, 2).empty());
}

TEST_CASE("fragment picker: the sentence with both words beats earlier ones with one") {
    const std::string text =
        "First japan is named here alone. Then comes some filler text. At last japan and cyber "
        "meet here.";
    CHECK(picked({marked(text, kWords)}, 2) == "At last japan and cyber meet here.");
}

TEST_CASE("fragment picker: what stands there twice is shown once") {
    const MarkedText line = marked("Japan's cyber, japan.", kWords);
    CHECK(picked({line, marked("Other words.", kWords), line}, 2) == "Japan's cyber, japan.");
}

TEST_CASE("fragment picker: words that stand apart bring two fragments, in reading order") {
    CHECK(picked({marked("All about cyber today, in one line.", kWords),
                  marked("Nothing stands in between here.", kWords, 100),
                  marked("And then japan came along too.", kWords, 200)},
                 2) == "All about cyber today, in one line. | And then japan came along too.");
}

TEST_CASE("fragment picker: a preferred text comes first") {
    std::vector<MarkedText> texts = {
        marked("Here japan and cyber stand side by side, early.", kWords),
        marked("Late, in the section asked for: japan.", kWords, 5000)};
    texts[1].preferred = true;
    const PickedFragments both = pick_fragments(texts, 2, 1, 40);
    REQUIRE(both.fragments.size() == 1);
    CHECK(both.best_text == 1);
}

TEST_CASE("fragment picker: room that is left goes to the next sentences") {
    CHECK(picked({marked("Only japan. More on it. And more.", kWords)}, 2) ==
          "Only japan. More on it. And more.");
}

TEST_CASE("fragment picker: a heading brings the text under it") {
    std::vector<MarkedText> texts = {marked("On japan", kWords),
                                     marked("A text that says something.", {}, 8)};
    texts[0].heading = true;
    CHECK(picked(texts, 2, 3, 80) == "On japan | A text that says something.");
}

TEST_CASE("fragment picker: an overlong sentence is cut around its match") {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "filler words ";
    text += "about japan ";
    for (int i = 0; i < 100; ++i) text += "more words ";
    const std::vector<MarkedText> texts = {marked(text, kWords)};
    const PickedFragments result = pick_fragments(texts, 2, 3, 60);
    REQUIRE(result.fragments.size() == 1);
    const Fragment& fragment = result.fragments.front();
    CHECK(fragment.cut_front);
    CHECK(fragment.cut_back);
    CHECK(fragment.range.end - fragment.range.begin <= 60);
    CHECK(text.substr(fragment.range.begin, 60).find("about japan") != std::string::npos);
}

TEST_CASE("fragment picker: an opening is whole sentences") {
    const std::string text =
        "A first one. A second one. A third sentence that is too long to be in it.";
    const Fragment opening = opening_of(text, 30);
    CHECK(text.substr(opening.range.begin, opening.range.end) == "A first one. A second one.");
    CHECK(!opening.cut_back);
    CHECK(opening_of("", 30).range == ByteRange{0, 0});
}

}  // namespace sitrep
