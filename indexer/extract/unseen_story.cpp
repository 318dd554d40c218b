#include "indexer/extract/unseen_story.hpp"

#include "base/strings.hpp"
#include "indexer/extract/markup.hpp"
#include "indexer/extract/script_values.hpp"
#include "indexer/extract/state_story.hpp"
#include "indexer/extract/title_parts.hpp"
#include "text/consent_talk.hpp"

#include <algorithm>
#include <utility>

namespace sitrep {
namespace {

constexpr std::size_t kMinStoryWords = 60;    ///< of a state, which holds other texts too
constexpr std::size_t kMaxShownWords = 150;   ///< of a page whose scripts are worth a look
constexpr std::size_t kMinArticleWords = 12;  ///< of what is said to be the article
constexpr std::size_t kMinProseWords = 12;    ///< of a block of running text

std::size_t prose_words(const std::vector<Block>& blocks) {
    std::size_t all = 0;
    for (const Block& block : blocks) {
        const std::size_t words = count_words(block.text);
        if (words >= kMinProseWords) all += words;
    }
    return all;
}

/// What the page itself says: no row of links, no button, nothing about cookies.
bool is_said(const Block& block) {
    constexpr std::size_t kMinBytes = 60;
    return !block.furniture && block.text.size() >= block.link_chars + kMinBytes &&
           consent_talk(block.text) == ConsentTalk::None;
}

std::string letters_of(const std::vector<Block>& blocks) {
    std::string text;
    for (const Block& block : blocks) text += bare_letters(block.text);
    return text;
}

/// How many words the page says that do not begin as a place of `story` does; at least `enough`
/// where they are more.
std::size_t other_words(const std::vector<Block>& shown, const std::string& story,
                        std::size_t enough) {
    constexpr std::size_t kProbeBytes = 60;
    constexpr std::size_t kMostProbes = 200;  // each looks through the story
    std::size_t words = 0;
    std::size_t probes = 0;
    for (const Block& block : shown) {
        if (!is_said(block)) continue;
        if (words >= enough || ++probes > kMostProbes) return enough;
        const std::string begin = bare_letters(block.text).substr(0, kProbeBytes);
        if (story.find(begin) == std::string::npos) words += count_words(block.text);
    }
    return words;
}

/// Whether the page shows what `story` says: two of four places of it stand in its own text.
bool shows(const std::vector<Block>& shown, const std::string& story) {
    constexpr std::size_t kProbes = 4;
    constexpr std::size_t kProbeBytes = 40;
    const std::string page = letters_of(shown);
    std::size_t found = 0;
    for (std::size_t probe = 1; probe <= kProbes; ++probe) {
        const std::string part = story.substr(story.size() * probe / (kProbes + 1), kProbeBytes);
        if (page.find(part) != std::string::npos) ++found;
    }
    return found > 1;
}

/// What the page calls its article, as bare_letters() has it.
std::vector<std::string> page_titles(const PageFacts& facts) {
    std::vector<std::string> titles = {bare_letters(facts.title),
                                       bare_letters(facts.meta_of({"og:title"}))};
    for (const std::string& headline : facts.headline_texts)
        titles.push_back(bare_letters(headline));
    return titles;
}

bool is_one_of_titles(std::string_view headline, const std::vector<std::string>& titles) {
    const std::string letters = bare_letters(headline);
    return !letters.empty() &&
           std::any_of(titles.begin(), titles.end(), [&](const std::string& title) {
               return title.find(letters) != std::string::npos;
           });
}

/// A story that the page's data has.
struct Candidate {
    std::vector<Block> blocks;
    bool has_headline = false;  ///< the page's own: it is what the page is about
};

Candidate story_in_scripts(std::string_view page, const std::vector<std::string>& titles) {
    StateStory best;
    each_script_value(script_texts(page), [&](const nlohmann::json& state) {
        StateStory story = story_in_state(state, titles);
        const bool is_better =
            std::pair(story.has_headline, story.words) > std::pair(best.has_headline, best.words);
        if (!story.blocks.empty() && is_better) best = std::move(story);
    });
    return {std::move(best.blocks), best.has_headline};
}

/// Whether `story` may take the place of what the page shows: that is next to nothing beside it, or
/// only how it begins.
bool stands_for(const Candidate& story, const std::vector<Block>& shown) {
    const std::size_t times = story.has_headline ? 2 : 3;
    const std::string letters = letters_of(story.blocks);
    const std::size_t most = prose_words(story.blocks) / times + 1;
    return other_words(shown, letters, most) < most && !shows(shown, letters);
}

}  // namespace

std::vector<Block> unseen_story(std::string_view page, const PageFacts& facts,
                                const std::vector<Block>& shown) {
    const std::vector<std::string> titles = page_titles(facts);
    Candidate story = {blocks_of_text(facts.json_ld.body),
                       is_one_of_titles(facts.json_ld.headline, titles)};
    if (prose_words(story.blocks) < kMinArticleWords) {
        const std::size_t own = other_words(shown, {}, kMaxShownWords);
        if (own >= kMaxShownWords) return {};
        story = story_in_scripts(page, titles);
        if (prose_words(story.blocks) < kMinStoryWords) return {};
        if (own >= kMinStoryWords && !story.has_headline) return {};
    }
    return stands_for(story, shown) ? std::move(story.blocks) : std::vector<Block>();
}

}  // namespace sitrep
