#include "indexer/extract/markup.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <vector>

namespace sitrep {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{8} << 20;
constexpr std::size_t kMaxDepth = 400;  // browsers stop at 512
constexpr std::size_t kMaxAttributes =
    500;  // separators; the parser compares each with those before it
// Of a whole page: the tree costs some four hundred bytes an element and a hundred an attribute.
constexpr std::size_t kMaxNodes = 150'000;
constexpr std::size_t kMaxPageAttributes = 500'000;
constexpr std::size_t kMaxReopened = 50'000;  // formatting elements opened again

struct Tag {
    std::string name;  ///< lower case
    bool closing = false;
    bool self_closing = false;
    std::size_t attributes = 0;  ///< at most; separators are counted
    std::size_t end = 0;         ///< offset behind its '>'
};

/// The tag that begins at `text[at] == '<'`, by the outer rules of HTML's tokenizer.
std::optional<Tag> tag_at(std::string_view text, std::size_t at) {
    Tag tag;
    ++at;
    if (at < text.size() && text[at] == '/') {
        tag.closing = true;
        ++at;
    }
    if (at >= text.size() || !is_ascii_alpha(text[at])) return std::nullopt;
    constexpr std::size_t kMaxName = 32;
    for (; at < text.size() && !is_ascii_space(text[at]) && text[at] != '>' && text[at] != '/';
         ++at) {
        if (tag.name.size() < kMaxName) tag.name += ascii_lower(text[at]);
    }
    char before = ' ';  // the last that is no space
    for (; at < text.size() && text[at] != '>'; ++at) {
        const char c = text[at];
        const bool is_quote = c == '"' || c == '\'';
        if (is_quote || c == '/' || c == '=' ||
            (is_ascii_space(c) && !is_ascii_space(text[at - 1])))
            ++tag.attributes;
        if (is_quote && before == '=') at = std::min(text.find(c, at + 1), text.size() - 1);
        if (!is_ascii_space(c)) before = c;
    }
    tag.self_closing = before == '/';
    tag.end = std::min(at + 1, text.size());
    return tag;
}

constexpr std::array<std::string_view, 16> kVoid = {
    "area", "base", "br",    "col",    "embed", "hr",  "img",   "input",
    "link", "meta", "param", "source", "track", "wbr", "image", "keygen"};
constexpr std::array<std::string_view, 14> kFormatting = {
    "a",    "b", "big",   "code",   "em",     "font", "i",
    "nobr", "s", "small", "strike", "strong", "tt",   "u"};
/// Closed by their like: leaving out the end tag nests nothing.
constexpr std::array<std::string_view, 12> kSelfEnding = {
    "p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody", "optgroup", "rt"};
constexpr std::array<std::string_view, 9> kRaw = {
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"};

/// Offset of the end tag of raw text that begins at `at`; the end of the text when there is none.
std::size_t raw_end(std::string_view text, std::size_t at, std::string_view name) {
    while ((at = text.find("</", at)) != std::string_view::npos) {
        if (equals_ignoring_case(text.substr(at + 2, name.size()), name)) return at;
        at += 2;
    }
    return text.size();
}

/// Offset behind the comment, declaration or stray '<' at `at`.
std::size_t behind_other(std::string_view text, std::size_t at) {
    if (text.substr(at, 4) == "<!--") {
        for (at = text.find("--", at + 2); at < text.size(); at = text.find("--", at + 1)) {
            if (text.substr(at + 2, 1) == ">") return at + 3;
            if (text.substr(at + 2, 2) == "!>") return at + 4;
        }
        return text.size();
    }
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    if (next != '!' && next != '?' && next != '/') return at + 1;
    const std::size_t end = text.find('>', at);
    return end == std::string_view::npos ? text.size() : end + 1;
}

constexpr auto kSvgNames = std::to_array<std::string_view>(
    {"svg",      "g",       "path",   "rect",           "circle",         "ellipse", "line",
     "polyline", "polygon", "text",   "tspan",          "defs",           "use",     "clippath",
     "mask",     "stop",    "symbol", "lineargradient", "radialgradient", "filter",  "animate",
     "pattern",  "image",   "marker", "style",          "title",          "desc"});

/// The open tags, as far as a linear scan can know them: an upper bound for the tree's depth.
///
/// SVG has rules of its own: `<path/>` opens nothing, `<title>` and `<style>` are not raw text.
/// While nothing but SVG stands in an SVG they are followed; the first doubt, and nothing is
/// skipped any more, so that no nesting can hide.
class OpenTags {
  public:
    bool is_within_limits() const { return depth() <= kMaxDepth && reopened_ <= kMaxReopened; }
    /// Whether what stands in a raw text element is no markup here.
    bool trusts_raw_text() const { return !doubt_ && open_count("svg") == 0; }

    void see(const Tag& tag) {
        reopened_ += formatting_;
        if (!tag.closing) look_at_svg(tag);
        if (is_one_of(tag.name, kVoid) || is_one_of(tag.name, kSelfEnding)) return;
        tag.closing ? close(tag.name) : open(tag);
    }

  private:
    std::size_t depth() const { return stack_.size() + formatting_; }
    std::size_t open_count(const char* name) const {
        const auto found = open_.find(name);
        return found == open_.end() ? 0 : found->second;
    }
    void look_at_svg(const Tag& tag) {
        const bool inside = open_count("svg") > 0;
        if (tag.name == "math" || (inside && !is_one_of(tag.name, kSvgNames))) doubt_ = true;
    }
    bool opens_nothing(const Tag& tag) const {
        if (!tag.self_closing) return false;
        if (tag.name == "svg") return true;
        return !doubt_ && open_count("svg") > 0 && open_count("title") == 0 &&
               open_count("desc") == 0;
    }
    void open(const Tag& tag) {
        if (opens_nothing(tag)) return;
        ++open_[tag.name];
        if (is_one_of(tag.name, kFormatting)) {
            ++formatting_;
        } else {
            stack_.push_back(tag.name);
        }
    }
    void close(const std::string& name) {
        const auto found = open_.find(name);
        if (found == open_.end() || found->second == 0) return;
        if (is_one_of(name, kFormatting)) {
            --found->second;
            --formatting_;
            return;
        }
        for (bool done = false; !done && !stack_.empty(); stack_.pop_back()) {
            done = stack_.back() == name;
            if (!done && (name == "svg" || stack_.back() == "svg")) doubt_ = true;
            --open_[stack_.back()];
        }
    }

    std::vector<std::string> stack_;  // formatting tags are not in it: they outlive their parents
    std::unordered_map<std::string, std::size_t> open_;
    std::size_t formatting_ = 0;
    std::size_t reopened_ = 0;
    bool doubt_ = false;
};

/// Where what a script or a style holds ends: `end` when the parser need not see it, else `begin`.
/// JSON may tell of the article; a comment in a script may change where the script ends.
std::size_t hidden_until(std::string_view text, const Tag& tag, std::string_view whole_tag,
                         std::size_t end) {
    const bool hides =
        tag.name == "style" || (tag.name == "script" && !contains_ignoring_case(whole_tag, "json"));
    const std::string_view held = text.substr(tag.end, end - tag.end);
    return hides && held.find("<!--") == std::string_view::npos ? end : tag.end;
}

}  // namespace

std::optional<std::string> markup_to_parse(std::string_view text) {
    if (text.size() > kMaxBytes) return std::nullopt;
    OpenTags open;
    std::size_t nodes = 0;
    std::size_t attributes = 0;
    std::string kept;
    std::size_t copied = 0;  // of `text`
    for (std::size_t at = text.find('<'); at < text.size(); at = text.find('<', at)) {
        const std::optional<Tag> tag = tag_at(text, at);
        if (!tag || !tag->closing || tag->name == "p" || tag->name == "br") ++nodes;
        if (nodes > kMaxNodes) return std::nullopt;
        if (!tag) {
            at = behind_other(text, at);
            continue;
        }
        open.see(*tag);
        attributes += tag->attributes;
        if (tag->attributes > kMaxAttributes || attributes > kMaxPageAttributes)
            return std::nullopt;
        if (!open.is_within_limits()) return std::nullopt;
        const bool raw = !tag->closing && is_one_of(tag->name, kRaw) && open.trusts_raw_text();
        const std::string_view whole_tag = text.substr(at, tag->end - at);
        at = raw ? raw_end(text, tag->end, tag->name) : tag->end;
        if (!raw || hidden_until(text, *tag, whole_tag, at) != at) continue;
        kept.append(text, copied, tag->end - copied);
        copied = at;
    }
    kept.append(text, copied);
    return kept;
}

std::vector<std::string_view> script_texts(std::string_view text) {
    std::vector<std::string_view> held;
    for (std::size_t at = text.find('<'); at < text.size(); at = text.find('<', at)) {
        const std::optional<Tag> tag = tag_at(text, at);
        const std::size_t begin = tag ? tag->end : behind_other(text, at);
        const bool raw = tag && !tag->closing && is_one_of(tag->name, kRaw);
        const std::size_t end = raw ? raw_end(text, begin, tag->name) : begin;
        if (raw && tag->name == "script" &&
            !contains_ignoring_case(text.substr(at, begin - at), "ld+json"))
            held.push_back(text.substr(begin, end - begin));
        at = end;
    }
    return held;
}

namespace {

constexpr std::array<std::string_view, 21> kInline = {
    "a", "abbr", "b",     "big",  "cite",   "code", "em",  "font", "i", "img", "mark",
    "q", "s",    "small", "span", "strong", "sub",  "sup", "time", "u", "wbr"};

struct NamedReference {
    std::string_view name;
    std::string_view text;
};
constexpr std::array<NamedReference, 14> kReferences = {{{"amp", "&"},
                                                         {"lt", "<"},
                                                         {"gt", ">"},
                                                         {"quot", "\""},
                                                         {"apos", "'"},
                                                         {"nbsp", " "},
                                                         {"rsquo", "’"},
                                                         {"lsquo", "‘"},
                                                         {"rdquo", "”"},
                                                         {"ldquo", "“"},
                                                         {"mdash", "—"},
                                                         {"ndash", "–"},
                                                         {"hellip", "…"},
                                                         {"bull", "•"}}};

/// Appends the character that `&name;` means; false when we do not know it.
bool append_reference(std::string& out, std::string_view name) {
    for (const NamedReference& known : kReferences) {
        if (known.name != name) continue;
        out += known.text;
        return true;
    }
    if (name.size() < 2 || name.front() != '#') return false;
    const bool hex = ascii_lower(name[1]) == 'x';
    char32_t value = 0;
    for (const char raw : name.substr(hex ? 2 : 1)) {
        const char c = ascii_lower(raw);
        const bool letter = hex && c >= 'a' && c <= 'f';
        if (!is_ascii_digit(c) && !letter) return false;
        value = value * (hex ? 16U : 10U) + static_cast<char32_t>(letter ? c - 'a' + 10 : c - '0');
        if (value > 0x10FFFF) return false;
    }
    if (value < 0x20 || (value >= 0x7F && value < 0xA0) || (value >= 0xD800 && value < 0xE000)) {
        value = ' ';
    }
    utf8::append(out, value);
    return true;
}

/// Appends running text, references decoded.
void append_text(std::string& out, std::string_view text) {
    constexpr std::size_t kMaxReference = 10;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t end =
            text[at] == '&' ? text.substr(at, kMaxReference).find(';') : std::string_view::npos;
        if (end != std::string_view::npos && append_reference(out, text.substr(at + 1, end - 1))) {
            at += end;
        } else {
            out += is_ascii_space(text[at]) ? ' ' : text[at];
        }
    }
}

/// Appends `text`, which holds no tag, with a paragraph's tag for every blank line.
void append_paragraphs(std::string& out, std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::size_t next = std::min(text.find_first_not_of(" \t\r\n", end), text.size());
        const std::string_view space = text.substr(end, next - end);
        const bool is_blank = std::count(space.begin(), space.end(), '\n') > 1;
        out.append(text.substr(0, end)).append(is_blank ? "<p>" : space);
        text.remove_prefix(next);
    }
}

}  // namespace

std::string with_paragraphs(std::string_view text) {
    constexpr std::array<std::string_view, 3> kOwn = {"p", "pre", "table"};
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t next = std::min(text.find('<', at), text.size());
        append_paragraphs(out, text.substr(at, next - at));
        if (next == text.size()) break;
        const std::optional<Tag> tag = tag_at(text, next);
        if (tag && is_one_of(tag->name, kOwn)) return std::string(text);
        at = tag ? tag->end : behind_other(text, next);
        if (tag && !tag->closing && is_one_of(tag->name, kRaw)) at = raw_end(text, at, tag->name);
        out += text.substr(next, at - next);
    }
    return out;
}

std::string without_markup(std::string_view text) {
    std::string out;
    out.reserve(text.size() / 2);
    constexpr std::size_t kMaxBreaks = 100'000;  // each paragraph costs more than its text
    std::size_t breaks = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t next = std::min(text.find('<', at), text.size());
        append_text(out, text.substr(at, next - at));
        if (next == text.size()) break;
        const std::optional<Tag> tag = tag_at(text, next);
        if (!tag) {
            at = behind_other(text, next);
            if (at == next + 1) out += '<';
            continue;
        }
        if (!is_one_of(tag->name, kInline)) out += breaks++ < kMaxBreaks ? "\n\n" : " ";
        at = tag->end;
        if (!tag->closing && is_one_of(tag->name, kRaw) && tag->name != "title") {
            at = raw_end(text, at, tag->name);
        }
    }
    return out;
}

}  // namespace sitrep
