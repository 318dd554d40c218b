#include "indexer/extract/html_site.hpp"

#include "base/strings.hpp"
#include "indexer/extract/title_parts.hpp"

#include <algorithm>
#include <array>

namespace sitrep {

bool names_section(std::string_view part, const PageFacts& facts) {
    static constexpr auto kSections = std::to_array<std::string_view>(
        {"news", "opinion", "analysis", "world", "politics", "business", "sports", "sport", "video",
         "blog", "blogs", "home", "features", "stories", "article", "articles", "commentary",
         "press release"});
    for (const std::string& section :
         {facts.json_ld.section,
          facts.meta_of({"article:section", "parsely-section", "section"})}) {
        if (equals_ignoring_case(part, section)) return true;
    }
    return std::any_of(kSections.begin(), kSections.end(), [part](std::string_view section) {
        return equals_ignoring_case(part, section);
    });
}

namespace {

/// Up to five words, each with a capital or a small word's length, and no figure: a name.
bool is_name(std::string_view part) {
    constexpr std::size_t kMaxBytes = 40;
    constexpr std::size_t kMaxWords = 5;
    constexpr std::size_t kSmallWord = 3;  // "of", "the"
    if (part.empty() || part.size() > kMaxBytes || count_words(part) > kMaxWords) return false;
    if (is_ascii_lower(part.front()) || std::any_of(part.begin(), part.end(), is_ascii_digit))
        return false;
    if (part.find_first_of("?!:;\"") != std::string_view::npos) return false;
    const std::vector<std::string_view> words = split(part, ' ');
    return std::none_of(words.begin(), words.end(), [](std::string_view word) {
        return !word.empty() && is_ascii_lower(word.front()) && word.size() > kSmallWord;
    });
}

/// Whether the page says elsewhere that `name` stands beside the headline: an <h1> is the name
/// alone, or what stands before it in <title> is said as a headline.
bool is_apart(std::string_view name, std::string_view head, const PageFacts& facts) {
    constexpr std::size_t kMinHeadline = 4;
    const std::string bare_name = bare_letters(name);
    const std::string bare_head = bare_letters(head);
    const auto agrees = [&](const std::string& text) {
        const std::string bare = bare_letters(text);
        return count_words(text) >= kMinHeadline && bare_head.find(bare) != std::string::npos;
    };
    return agrees(facts.json_ld.headline) || agrees(facts.meta_of({"og:title", "twitter:title"})) ||
           std::any_of(facts.headline_texts.begin(), facts.headline_texts.end(),
                       [&](const std::string& text) {
                           return agrees(text) || bare_letters(text) == bare_name;
                       });
}

}  // namespace

std::string site_in_title(const PageFacts& facts) {
    constexpr std::size_t kMinHeadWords = 4;
    const TitleCut cut = last_separator(facts.title);
    if (cut.at == std::string_view::npos) return {};
    const std::string_view title = facts.title;
    const std::string_view head = trimmed(title.substr(0, cut.at));
    const std::string_view name = trimmed(title.substr(cut.at + cut.width));
    const bool longer = count_words(head) >= std::max(kMinHeadWords, count_words(name) + 2);
    if (!longer || !is_name(name) || names_section(name, facts)) return {};
    return is_apart(name, head, facts) ? std::string(name) : std::string();
}

std::string site_name(const PageFacts& facts) {
    for (const std::string& given :
         {facts.meta_of({"og:site_name"}), facts.json_ld.publisher,
          facts.meta_of({"publisher", "application-name", "dc.publisher"})}) {
        if (std::any_of(given.begin(), given.end(), is_word_byte)) return decoded_entities(given);
    }
    return site_in_title(facts);
}

}  // namespace sitrep
