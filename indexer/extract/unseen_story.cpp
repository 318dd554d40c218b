#include "indexer/extract/unseen_story.hpp"

#include "base/strings.hpp"
#include "indexer/extract/json_text.hpp"
#include "indexer/extract/markup.hpp"
#include "indexer/extract/readers.hpp"
#include "indexer/extract/title_parts.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

using nlohmann::json;

constexpr std::size_t kMinStoryWords = 60;    ///< of a state, which holds other texts too
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

/// The text as blocks: HTML where it has tags, else a paragraph a line.
std::vector<Block> blocks_of(const std::string& text) {
    if (text.find("</p>") != std::string::npos || text.find("<br") != std::string::npos ||
        text.find("</div>") != std::string::npos) {
        return read_html_fragment(text);
    }
    std::vector<Block> blocks;
    for (const std::string_view line : split(text, '\n')) {
        Block block;
        const bool marked = line.find_first_of("&<") != std::string_view::npos;
        block.text = marked ? collapsed_space(without_markup(line)) : collapsed_space(line);
        if (!block.text.empty()) blocks.push_back(std::move(block));
    }
    return blocks;
}

/// What the page itself says: no row of links, no button.
bool is_said(const Block& block) {
    constexpr std::size_t kMinBytes = 60;
    return !block.furniture && block.text.size() >= block.link_chars + kMinBytes;
}

/// Whether nothing that the page says is lost where `story` takes its place: it says next to
/// nothing, or only how the story begins.
bool stands_for(const std::vector<Block>& story, const std::vector<Block>& shown) {
    constexpr std::size_t kNextToNothing = 120;
    constexpr std::size_t kProbeBytes = 60;
    constexpr std::size_t kMostProbes = 200;  // each looks through the story
    std::string text;
    for (const Block& block : story) text += bare_letters(block.text);
    std::size_t said = 0;
    std::size_t probes = 0;
    for (const Block& block : shown) {
        if (!is_said(block)) continue;
        if (said >= kNextToNothing || ++probes > kMostProbes) return false;
        const std::string begin = bare_letters(block.text).substr(0, kProbeBytes);
        if (text.find(begin) == std::string::npos) said += block.text.size() - block.link_chars;
    }
    return said < kNextToNothing;
}

/// Whether the page shows what `story` says: two of four places of it stand in its own text.
bool shows(const std::vector<Block>& shown, const std::vector<Block>& story) {
    constexpr std::size_t kProbes = 4;
    constexpr std::size_t kProbeBytes = 40;
    const auto text_of = [](const std::vector<Block>& blocks) {
        std::string text;
        for (const Block& block : blocks) text += bare_letters(block.text);
        return text;
    };
    const std::string page = text_of(shown);
    const std::string text = text_of(story);
    std::size_t found = 0;
    for (std::size_t probe = 1; probe <= kProbes; ++probe) {
        const std::string part = text.substr(text.size() * probe / (kProbes + 1), kProbeBytes);
        if (page.find(part) != std::string::npos) ++found;
    }
    return found > 1;
}

/// The members in which sites keep the text of an article.
bool holds_text(std::string_view key) {
    static constexpr auto kKeys = std::to_array<std::string_view>(
        {"body", "content", "html", "text", "articlebody", "bodyhtml", "body_html", "contenthtml",
         "value", "rendered", "story", "paragraphs", "children", "blocks", "elements",
         "content_elements"});
    const std::string name = ascii_lower(key);
    return std::find(kKeys.begin(), kKeys.end(), name) != kKeys.end();
}

/// The texts of a list's own items, one a paragraph: strings, or objects with a text.
std::string joined_items(const json& list) {
    std::string text;
    for (const json& item : list) {
        const std::string own = json_text(item);
        if (count_words(own) >= 2) text += (text.empty() ? "" : "\n") + own;
    }
    return text;
}

/// The longest text of a page's state; bounded by the number of values looked at.
std::string longest_text(const json& state) {
    constexpr std::size_t kMaxValues = 100'000;
    std::string best;
    std::vector<const json*> open = {&state};
    for (std::size_t seen = 0; !open.empty() && seen < kMaxValues; ++seen) {
        const json& value = *open.back();
        open.pop_back();
        if (!value.is_structured()) continue;
        for (const auto& [key, below] : value.items()) {
            if (below.is_structured()) open.push_back(&below);
            if (value.is_array() || !holds_text(key)) continue;
            std::string text;
            if (below.is_string()) text = below.get<std::string>();
            if (below.is_array()) text = joined_items(below);
            if (text.size() > best.size()) best = std::move(text);
        }
    }
    return best;
}

std::string state_text(const HtmlTree& tree) {
    std::string best;
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const HtmlNode& node = tree.node(i);
        if (node.tag != "script" || node.end <= i + 1) continue;
        if (trimmed(tree.attribute(i, "type")) != "application/json") continue;
        const std::optional<json> state = parse_json(tree.node(i + 1).text);
        std::string text = state ? longest_text(*state) : std::string();
        if (text.size() > best.size()) best = std::move(text);
    }
    return best;
}

}  // namespace

std::vector<Block> unseen_story(const HtmlTree& tree, const PageFacts& facts,
                                const std::vector<Block>& shown) {
    const std::size_t own = prose_words(shown);
    std::vector<Block> story = blocks_of(facts.json_ld.body);
    std::size_t words = prose_words(story);
    if (words < kMinArticleWords) {
        if (own >= kMinStoryWords) return {};
        story = blocks_of(state_text(tree));
        words = prose_words(story);
        if (words < kMinStoryWords) return {};
    }
    if (words < 2 * own || shows(shown, story)) return {};
    return stands_for(story, shown) ? story : std::vector<Block>();
}

}  // namespace sitrep
