#include "text/copy_profile.hpp"
#include "text/copy_sketch.hpp"
#include "token_text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

namespace {

using namespace sitrep;
using Words = std::vector<std::string>;

/// Invented news, and what becomes of it on its way through many offices; the same every time.
class Newsroom {
  public:
    Newsroom() {
        for (int i = 0; i < 3000; ++i) vocabulary_.push_back(word());
    }

    /// One word in twenty is a figure.
    Words story(std::size_t words) {
        Words story;
        for (std::size_t i = 0; i < words; ++i)
            story.push_back(chance(0.05) ? figure() : vocabulary_[below(vocabulary_.size())]);
        return story;
    }
    Words with_typos(Words words, double share) {
        for (std::string& one : words) {
            if (chance(share)) one[below(one.size())] = letter();
        }
        return words;
    }
    Words with_other_figures(Words words) {
        for (std::string& one : words) {
            if (one.front() <= '9') one = figure();
        }
        return words;
    }
    double up_to(double most) { return std::uniform_real_distribution<>(0, most)(random_); }

  private:
    std::size_t below(std::size_t end) { return random_() % end; }
    bool chance(double share) { return up_to(1) < share; }
    char letter() { return static_cast<char>('a' + below(26)); }
    std::string figure() { return std::to_string(100 + below(9900)); }
    std::string word() {
        std::string word;
        for (std::size_t left = 3 + below(8); left > 0; --left) word += letter();
        return word;
    }

    std::mt19937 random_{20261129};
    Words vocabulary_;
};

Words tagged(const Words& words) {
    Words out = {"WASHINGTON", "(AP)", "—"};
    out.insert(out.end(), words.begin(), words.end());
    return out;
}
std::ptrdiff_t part(const Words& words, double share) {
    return static_cast<std::ptrdiff_t>(share * static_cast<double>(words.size()));
}
Words without_tail(const Words& words, double share) {
    return {words.begin(), words.end() - part(words, share)};
}
Words without_head(const Words& words, double share) {
    return {words.begin() + part(words, share), words.end()};
}

/// One text, as the index sees it and as it is read.
struct Seen {
    CopySketch sketch;
    CopyProfile profile;
};

class Reader {
  public:
    Seen read(const Words& words) {
        Article article;
        std::string text;
        for (const std::string& word : words) text += word + " ";
        article.sections = {{"", {text}}};
        Seen seen{{}, CopyProfile(article, analyzer_)};
        seen.sketch.add(analyzer_.analyze(text));
        return seen;
    }

  private:
    Analyzer analyzer_ = test::make_analyzer();
};

bool share_a_term(const CopySketch& one, const CopySketch& other) {
    const std::vector<std::string> ours = one.band_terms();
    return std::any_of(ours.begin(), ours.end(), [&](const std::string& term) {
        const std::vector<std::string> theirs = other.band_terms();
        return std::find(theirs.begin(), theirs.end(), term) != theirs.end();
    });
}

bool are_found_copies(const Seen& one, const Seen& other) {
    return share_a_term(one.sketch, other.sketch) &&
           CopySketch::resemblance(one.sketch.signature(), other.sketch.signature()) >=
               CopySketch::kWorthReading &&
           one.profile.is_copy_of(other.profile);
}

TEST_CASE("copies: of texts edited by up to a fifth nine in ten are found at least") {
    Newsroom newsroom;
    Reader reader;
    constexpr int kStories = 60;
    const auto found = [&](const auto& edit) {
        int copies = 0;
        for (int i = 0; i < kStories; ++i) {
            const Words story = newsroom.story(100 + 5 * static_cast<std::size_t>(i));
            const double share = newsroom.up_to(0.2);
            copies += are_found_copies(reader.read(story), reader.read(edit(story, share))) ? 1 : 0;
        }
        return copies;
    };
    CHECK(found([](const Words& w, double) { return tagged(w); }) == kStories);
    CHECK(found(without_tail) == kStories);
    CHECK(found(without_head) == kStories);
    CHECK(found([&](const Words& w, double s) { return newsroom.with_typos(w, s); }) >= 54);
    CHECK(found([&](const Words& w, double s) {
              return tagged(without_tail(newsroom.with_typos(w, s / 2), s / 2));
          }) >= 54);
}

TEST_CASE("copies: a report that comes again with other figures is another story") {
    Newsroom newsroom;
    Reader reader;
    for (int i = 0; i < 30; ++i) {
        const Words story = newsroom.story(300);
        CHECK_FALSE(
            are_found_copies(reader.read(story), reader.read(newsroom.with_other_figures(story))));
    }
}

TEST_CASE("copies: a report in the same words of somebody else is another story") {
    Newsroom newsroom;
    Reader reader;
    int taken = 0;
    for (int i = 0; i < 100; ++i) {
        const Words story = newsroom.story(100);
        Words other = story;
        for (std::size_t at : {2U, 24U, 60U}) {  // two names and a remark
            const Words words = newsroom.story(3);
            std::copy(words.begin(), words.end(), other.begin() + static_cast<std::ptrdiff_t>(at));
        }
        taken += reader.read(story).profile.is_copy_of(reader.read(other).profile) ? 1 : 0;
    }
    CHECK(taken == 0);
}

TEST_CASE("copies: one figure corrected is the same story") {
    Newsroom newsroom;
    Reader reader;
    Words story = newsroom.story(200);
    story[100] = "1234";
    const Seen before = reader.read(story);
    story[100] = "1243";
    CHECK(are_found_copies(before, reader.read(story)));
}

TEST_CASE("copies: different stories are none") {
    Newsroom newsroom;
    Reader reader;
    const Seen one = reader.read(newsroom.story(300));
    const Seen other = reader.read(newsroom.story(300));
    CHECK_FALSE(share_a_term(one.sketch, other.sketch));
    CHECK_FALSE(one.profile.is_copy_of(other.profile));
    CHECK(CopySketch::resemblance(one.sketch.signature(), other.sketch.signature()) < 0.1);
}

TEST_CASE("copies: the sketch of a text is the same in however many pieces it comes") {
    Newsroom newsroom;
    Analyzer analyzer = test::make_analyzer();
    CopySketch whole;
    CopySketch pieces;
    std::string text;
    for (const std::string& word : newsroom.story(120)) {
        text += word + " ";
        pieces.add(analyzer.analyze(word));
    }
    whole.add(analyzer.analyze(text));
    CHECK(whole.signature() == pieces.signature());
    CHECK(whole.band_terms() == pieces.band_terms());
}

TEST_CASE("copies: a text of fewer than sixty words has neither signature nor terms") {
    Newsroom newsroom;
    Reader reader;
    const Words story = newsroom.story(CopySketch::kFewestWords);
    CHECK(reader.read(story).sketch.signature().size() == CopySketch::kBins);
    CHECK_FALSE(reader.read(story).sketch.band_terms().empty());
    const Seen shorter = reader.read({story.begin() + 1, story.end()});
    CHECK(shorter.sketch.signature().empty());
    CHECK(shorter.sketch.band_terms().empty());
}

TEST_CASE("copies: one word said sixty times has a sketch, and is its own copy") {
    Reader reader;
    const Seen seen = reader.read(Words(CopySketch::kFewestWords, "word"));
    CHECK(seen.sketch.band_terms().size() == 1);
    CHECK(are_found_copies(seen, seen));
}

TEST_CASE("copies: of a text without end the beginning decides") {
    Newsroom newsroom;
    Reader reader;
    const Words story = newsroom.story(CopyProfile::kMostBytes / 4);
    Words other = newsroom.story(story.size());
    std::copy(story.begin(), story.begin() + part(story, 0.6), other.begin());
    CHECK(reader.read(story).profile.is_copy_of(reader.read(other).profile));
    CHECK_FALSE(
        reader.read(newsroom.story(story.size())).profile.is_copy_of(reader.read(story).profile));
}

TEST_CASE("copies: what is no signature resembles nothing") {
    const std::string signature(CopySketch::kBins, 'a');
    CHECK(CopySketch::resemblance(signature, signature) == 1);
    CHECK(CopySketch::resemblance(signature, "") == 0);
    CHECK(CopySketch::resemblance("", "") == 0);
    const std::string empty(CopySketch::kBins, '\0');
    CHECK(CopySketch::resemblance(empty, empty) == 0);
}

}  // namespace
