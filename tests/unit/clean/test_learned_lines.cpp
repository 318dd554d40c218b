#include "indexer/clean/cleaner.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace sitrep;

namespace {

/// Furniture as a test says.
class KnownLines final : public FurnitureLines {
  public:
    bool holds(LineFingerprint line) const override { return lines.contains(line); }
    std::set<LineFingerprint> lines;
};

Block paragraph(std::string text) { return {BlockKind::Paragraph, std::move(text), 0, false}; }

const std::vector<std::string> kStory = {
    "The minister opened a yard on Monday and said that it would build four ships over the years.",
    "The ships will replace those that were built in the last century, and which have been at sea.",
    "A second yard on the other coast is to follow, and it would be the largest that was built."};
const std::string kAbout = "Harbor Watch is read in forty ports of the northern sea";

std::vector<Block> page(const std::vector<std::string>& lines) {
    std::vector<Block> blocks;
    for (const std::string& line : lines) blocks.push_back(paragraph(line));
    return blocks;
}

std::vector<std::string> with(std::vector<std::string> lines, std::size_t at, std::string line) {
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), std::move(line));
    return lines;
}

/// Cleaned in folder "f", where `known` is furniture.
Article cleaned(const std::vector<std::string>& lines, const std::vector<std::string>& known,
                ArticleHeader header = {}) {
    KnownLines furniture;
    for (const LineFingerprint line : clean({header, page(known)}, {"f", nullptr}).notes.lines)
        furniture.lines.insert(line);
    return clean({std::move(header), page(lines)}, {"f", &furniture});
}

bool keeps_all(const Article& article) { return article.dropped.empty(); }

}  // namespace

TEST_CASE("learned lines: furniture of the folder goes, with its reason") {
    const Article article = cleaned(with(kStory, 3, kAbout), {kAbout});
    REQUIRE(article.dropped.size() == 1);
    CHECK(article.dropped[0] == DroppedText{kAbout, "learned"});
    CHECK(article.sections[0].paragraphs == kStory);
}

TEST_CASE(
    "learned lines: what a page says to the corpus does not depend on what the corpus knows") {
    const Article knowing = cleaned(with(kStory, 3, kAbout), {kAbout});
    const Article plain = cleaned(with(kStory, 3, kAbout), {});
    CHECK(knowing.notes.lines == plain.notes.lines);
    CHECK(knowing.notes.story_keys == plain.notes.story_keys);
    CHECK(knowing.notes.learned.size() == 1);
    CHECK(plain.notes.learned.empty());
    CHECK(knowing.notes.lines.size() == 4);
}

TEST_CASE("learned lines: case, punctuation and space do not make another line") {
    CHECK_FALSE(keeps_all(
        cleaned(with(kStory, 3, "Harbor Watch is read in forty ports of the northern sea!"),
                {"HARBOR WATCH is  read in forty ports of the northern sea"})));
}

TEST_CASE("learned lines: short lines repeat honestly") {
    CHECK(keeps_all(cleaned(with(kStory, 0, "WASHINGTON"), {"WASHINGTON"})));
    CHECK(keeps_all(cleaned(with(kStory, 3, "1 2 3 4 5"), {"1 2 3 4 5"})));
}

TEST_CASE("learned lines: a sentence among the story's own stays, and so does a first one") {
    CHECK(keeps_all(cleaned(kStory, {kStory[1]})));
    CHECK(keeps_all(cleaned(kStory, {kStory[0]})));
    CHECK_FALSE(keeps_all(cleaned(kStory, {kStory[2]})));
}

TEST_CASE("learned lines: a text of which most is known keeps its running text") {
    CHECK(keeps_all(cleaned(kStory, {kStory[1], kStory[2]})));
}

TEST_CASE("learned lines: an outlet's articles are one scope, wherever they lie") {
    ArticleHeader header;
    header.outlet = "Harbor Watch";
    const auto lines = [&](const std::string& outlet, const std::string& folder) {
        ArticleHeader named;
        named.outlet = outlet;
        return clean({named, page(kStory)}, {folder, nullptr}).notes.lines;
    };
    CHECK(lines("Harbor Watch", "f") == lines("HARBOR WATCH", "g"));
    CHECK(lines("Harbor Watch", "f") != lines("Dock Watch", "f"));
    CHECK(lines("", "f") != lines("", "g"));
    CHECK(lines("", "f") == lines("", "f"));
}

TEST_CASE("story keys: copies share them, whatever furniture stands around") {
    const auto keys = [](const std::vector<std::string>& lines) {
        return clean({{}, page(lines)}).notes.story_keys;
    };
    CHECK(keys(kStory).size() == kStoryFamilies);
    CHECK(keys(kStory) == keys(with(kStory, 3, kAbout)));
    CHECK(keys(kStory) != keys({kStory[0]}));
    CHECK(keys({"Deck plan", "Hull form"}).size() == kStoryFamilies);
    CHECK(keys({"a b c"}).empty());
}
