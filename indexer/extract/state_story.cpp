#include "indexer/extract/state_story.hpp"

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

constexpr std::size_t kMaxDepth = 512;
constexpr std::size_t kMinProseWords = 12;  ///< of a paragraph that tells of a story

/// The members in which sites keep the text of an article, or a part of it.
bool holds_text(std::string_view key) {
    static constexpr auto kKeys = std::to_array<std::string_view>(
        {"__html", "articlebody", "blocks", "body", "body_html", "bodyhtml", "children", "content",
         "content_elements", "contenthtml", "elements", "html", "paragraphs", "rendered", "story",
         "text", "value"});
    return is_one_of(ascii_lower(key), kKeys);
}

/// The members behind which some editors put a paragraph's text.
bool wraps_text(std::string_view key) {
    return key == "data" || key == "attributes" || key == "attrs" || key == "props" ||
           key == "dangerouslySetInnerHTML";
}

/// What a part of a text says it is, lower case: `paragraph`, `heading-2`, `p`.
std::string type_of(const json& part) {
    for (const char* key : {"nodeType", "_type", "type", "tag", "tagName", "name"}) {
        const json& type = json_member(part, key);
        if (type.is_string()) return ascii_lower(type.get_ref<const std::string&>());
    }
    return {};
}

/// React's element: `["$", "p", null, {"children": ...}]`.
bool is_element(const json& value) {
    return value.is_array() && value.size() >= 4 && value[0] == "$" && value[1].is_string();
}

/// What stands among a story's paragraphs and is none: pictures, links to others, the page's parts.
bool is_aside_type(std::string_view type) {
    static constexpr auto kTypes = std::to_array<std::string_view>(
        {"aside",      "audio",      "button", "custom_embed", "embed",
         "figcaption", "figure",     "footer", "form",         "gallery",
         "head",       "header-nav", "image",  "img",          "interstitial_link",
         "link-card",  "meta",       "nav",    "noscript",     "oembed_response",
         "related",    "script",     "style",  "svg",          "title",
         "video"});
    return is_one_of(type, kTypes);
}

const json& headline_of(const json& object) {
    const json& several = json_member(object, "headlines");
    if (const json& basic = json_member(several, "basic"); basic.is_string()) return basic;
    const json& headline = json_member(object, "headline");
    return headline.is_string() ? headline : json_member(object, "title");
}

/// Whether it is no part of the text it stands in: an aside, or an article of its own.
bool stands_apart(const json& part) {
    if (is_element(part)) return is_aside_type(ascii_lower(part[1].get_ref<const std::string&>()));
    if (!part.is_object()) return false;
    if (is_aside_type(type_of(part))) return true;
    return headline_of(part).is_string() &&
           (part.contains("url") || part.contains("slug") || part.contains("link") ||
            part.contains("canonical_url") || part.contains("path"));
}

/// What a part holds, and by which name.
struct Held {
    std::string_view key;
    const json& value;
};

/// The member of a part in which its text stands; a null where there is none.
Held held_by(const json& part) {
    if (is_element(part)) return held_by(part[3]);
    for (const char* key : {"children", "content", "content_elements", "text", "value", "html",
                            "body", "blocks", "paragraphs", "rendered", "__html"}) {
        const json& held = json_member(part, key);
        if (held.is_array() || !json_string(held).empty()) return {key, held};
    }
    if (const json& items = json_member(part, "items"); type_of(part) == "list" && items.is_array())
        return {"items", items};
    for (const char* key : {"dangerouslySetInnerHTML", "data", "attributes", "attrs", "props"}) {
        if (const json& wrapped = json_member(part, key); wrapped.is_object())
            return {key, wrapped};
    }
    return {{}, json_member(part, {})};
}

/// Whether `part` is words within a line, as far as it says.
bool is_words(const json& part) {
    if (part.is_string()) return true;
    return part.is_object() &&
           (json_member(part, "text").is_string() ||
            (json_member(part, "value").is_string() && type_of(part) == "text"));
}

bool ends_sentence(const json& part) {
    const std::string text(trimmed(json_text(part)));
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') ||
           text.ends_with("\u201D") || text.ends_with("\u3002");
}

/// Whether what `part` holds is one line: words, some of them marked or linked. Sentences side by
/// side are paragraphs.
bool is_line(const json& part, std::string_view key, const json& held) {
    const bool may_be = key == "children" || (key == "content" && !type_of(part).empty());
    if (!may_be || !held.is_array() || is_element(held)) return false;
    if (std::none_of(held.begin(), held.end(), is_words)) return false;
    const bool sentences = std::all_of(held.begin(), held.end(), [](const json& one) {
        return is_words(one) && ends_sentence(one);
    });
    return held.size() < 2 || !sentences;
}

void append_line(const json& part, std::string& line, std::size_t depth) {
    if (depth > kMaxDepth) return;
    if (part.is_string()) {
        line += part.get_ref<const std::string&>();
    } else if (part.is_array() && !is_element(part)) {
        for (const json& one : part) append_line(one, line, depth + 1);
    } else if (part.is_structured() && !stands_apart(part)) {
        append_line(held_by(part).value, line, depth + 1);
    }
}

std::string line_of(const json& held) {
    std::string line;
    append_line(held, line, 0);
    return line;
}

/// Finds the place with the most running text right in it.
class Search {
  public:
    explicit Search(const std::vector<std::string>& page_titles) : titles_(page_titles) {}

    void look_through(const json& state) { weigh({}, state, false, 0); }
    const json* found() const { return found_; }
    std::size_t words() const { return words_; }
    bool has_headline() const { return ours_; }

  private:
    /// Words of running text: of `value` as one paragraph, or of the paragraphs right in it.
    struct Weight {
        std::size_t paragraph = 0;
        std::size_t list = 0;
    };

    Weight weigh(std::string_view key, const json& value, bool ours, std::size_t depth) {
        if (depth > kMaxDepth) return {};
        if (value.is_string()) return weigh_text(key, value, ours);
        if (is_element(value)) return weigh("props", value[3], ours, depth + 1);
        if (value.is_array()) return weigh_list(key, value, ours, depth);
        return value.is_object() ? weigh_object(value, ours, depth) : Weight();
    }

    Weight weigh_text(std::string_view key, const json& value, bool ours) {
        const std::size_t words = count_words(value.get_ref<const std::string&>());
        if (words < kMinProseWords) return {};
        if (holds_text(key)) note(value, words, ours);
        return {words, 0};
    }

    static Weight weigh_line(const json& held) {
        const std::size_t words = count_words(line_of(held));
        return {words < kMinProseWords ? 0 : words, 0};
    }

    Weight weigh_list(std::string_view key, const json& list, bool ours, std::size_t depth) {
        Weight sum;
        for (const json& part : list) {
            const Weight weight = weigh(key, part, ours, depth + 1);
            if (stands_apart(part)) continue;
            sum.paragraph += weight.paragraph;
            sum.list += weight.list;
        }
        // What is divided into parts is no less one text.
        if (holds_text(key)) note(list, sum.paragraph + sum.list / 2, ours);
        return {0, sum.paragraph};
    }

    Weight weigh_object(const json& object, bool ours, std::size_t depth) {
        const json& headline = headline_of(object);
        if (!json_string(headline).empty()) ours = is_page_title(headline);
        Weight whole;
        for (const auto& [key, member] : object.items()) {
            const bool line = is_line(object, key, member);
            const Weight weight = line ? weigh_line(member) : weigh(key, member, ours, depth + 1);
            if (!holds_text(key) && !wraps_text(key)) continue;
            whole.paragraph = std::max(whole.paragraph, weight.paragraph);
            whole.list += weight.list;
        }
        return whole;
    }

    bool is_page_title(const json& headline) const {
        constexpr std::size_t kFewestLetters = 12;
        const std::string letters = bare_letters(json_string(headline));
        return letters.size() >= kFewestLetters &&
               std::any_of(titles_.begin(), titles_.end(), [&](const std::string& title) {
                   return title.find(letters) != std::string::npos;
               });
    }

    void note(const json& value, std::size_t words, bool ours) {
        constexpr std::size_t kFewestWords = 40;
        if (words < kFewestWords || (ours_ && !ours)) return;
        if (words <= words_ && ours == ours_) return;
        found_ = &value;
        words_ = words;
        ours_ = ours;
    }

    const std::vector<std::string>& titles_;
    const json* found_ = nullptr;
    std::size_t words_ = 0;
    bool ours_ = false;
};

bool is_heading(std::string_view type) {
    return type.starts_with("heading") || type == "header" || type.ends_with("/heading") ||
           (type.size() == 2 && type[0] == 'h' && is_ascii_digit(type[1]));
}

/// Writes a place's text in the order in which it stands there.
class Writer {
  public:
    void write(const json& part, std::size_t depth = 0) {
        if (depth > kMaxDepth || stands_apart(part)) return;
        if (part.is_string()) return add(part.get_ref<const std::string&>(), {});
        if (part.is_array() && !is_element(part)) {
            for (const json& one : part) write(one, depth + 1);
            return;
        }
        const auto [key, held] = held_by(part);
        const std::string type =
            is_element(part) ? ascii_lower(part[1].get_ref<const std::string&>()) : type_of(part);
        if (held.is_string()) return add(held.get_ref<const std::string&>(), type);
        if (is_line(is_element(part) ? part[3] : part, key, held)) return add(line_of(held), type);
        write(held, depth + 1);
    }

    std::vector<Block> take() { return std::move(blocks_); }

  private:
    void add(std::string_view text, std::string_view type) {
        for (Block& block : blocks_of_text(text)) {
            if (is_heading(type)) block.kind = BlockKind::Heading;
            blocks_.push_back(std::move(block));
        }
    }

    std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> blocks_of_text(std::string_view text) {
    if (text.find("</p>") != std::string_view::npos || text.find("<br") != std::string_view::npos ||
        text.find("</div>") != std::string_view::npos) {
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

StateStory story_in_state(const json& state, const std::vector<std::string>& page_titles) {
    Search search(page_titles);
    search.look_through(state);
    if (search.found() == nullptr) return {};
    Writer writer;
    writer.write(*search.found());
    return {writer.take(), search.words(), search.has_headline()};
}

}  // namespace sitrep
