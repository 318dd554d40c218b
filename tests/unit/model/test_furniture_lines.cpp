#include "model/furniture_lines.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace sitrep;

namespace {

/// Keys of a story of which `copied` are those of story 0 and the rest its own.
std::string keys(char story, std::size_t copied = 0) {
    std::string out(kStoryFamilies, story);
    std::fill_n(out.begin(), copied, '0');
    return out;
}

bool is_furniture(const std::vector<std::string>& stories) {
    StoryCount count(stories.size());
    for (const std::string& story : stories) count.add(story);
    return count.is_furniture();
}

}  // namespace

TEST_CASE("furniture lines: a term holds a line, and other terms are none") {
    for (const LineFingerprint line :
         {LineFingerprint{0}, LineFingerprint{1}, LineFingerprint{0xFFFFFFFFFFFF}}) {
        const std::string term = line_term(kLinePrefix, line);
        CHECK(term.size() == 10);
        CHECK(line_of_term(kLinePrefix, term) == line);
        CHECK_FALSE(line_of_term(kLearnedPrefix, term).has_value());
    }
    CHECK_FALSE(line_of_term(kLinePrefix, "XU").has_value());
    CHECK_FALSE(line_of_term(kLinePrefix, "XUabc def!").has_value());
    CHECK(line_term(kLinePrefix, 1) < line_term(kLinePrefix, 2));
}

TEST_CASE("furniture lines: three stories make furniture, and their order does not matter") {
    CHECK_FALSE(is_furniture({}));
    CHECK_FALSE(is_furniture({keys('a'), keys('b')}));
    std::vector<std::string> stories = {keys('a'), keys('b'), keys('c')};
    do {
        CHECK(is_furniture(stories));
    } while (std::next_permutation(stories.begin(), stories.end()));
}

TEST_CASE("furniture lines: copies of one story are one, however many and however edited") {
    CHECK_FALSE(is_furniture({keys('a'), keys('a'), keys('a'), keys('b')}));
    std::vector<std::string> edited;
    for (char c = 'a'; c <= 'z'; ++c) edited.push_back(keys(c, StoryCount::kMostKeysInCommon + 1));
    CHECK_FALSE(is_furniture(edited));
    edited.push_back(keys('A'));
    CHECK_FALSE(is_furniture(edited));
    edited.push_back(keys('B'));
    CHECK(is_furniture(edited));
}

TEST_CASE("furniture lines: stories with a little in common are still three") {
    const std::size_t some = StoryCount::kMostKeysInCommon;
    CHECK(is_furniture({keys('a', some), keys('b', some), keys('c', some)}));
}

TEST_CASE("furniture lines: documents without a story say nothing") {
    CHECK_FALSE(is_furniture({"", "x", keys('a'), keys('b')}));
}

TEST_CASE("furniture lines: of very many documents a sample is enough, whatever their order") {
    std::vector<std::string> stories;
    for (int n = 0; n < 5000; ++n) {
        std::string story = keys('a', kStoryFamilies - 2);  // all alike
        story[0] = static_cast<char>(n % 256);
        story[1] = static_cast<char>(n / 256);
        stories.push_back(story);
    }
    CHECK_FALSE(is_furniture(stories));
    for (int n = 0; n < 3000; ++n) stories.push_back(keys(static_cast<char>(n % 250), 0));
    CHECK(is_furniture(stories));
    std::reverse(stories.begin(), stories.end());
    CHECK(is_furniture(stories));
}

TEST_CASE("furniture lines: two stories in hundreds of copies each are two, and a third is found") {
    std::vector<std::string> stories;
    for (int copy = 0; copy < 250; ++copy) {
        for (const char story : {'a', 'b'}) {
            std::string edited = keys(story);
            edited[0] = static_cast<char>(copy + 1);
            edited[1] = static_cast<char>(story + 2);
            stories.push_back(edited);
        }
    }
    CHECK_FALSE(is_furniture(stories));
    stories.insert(stories.begin() + 200, keys('z'));
    CHECK(is_furniture(stories));
}
