#include "indexer/extract/dom.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"

#include <gumbo.h>

#include <cassert>

namespace sitrep {

struct HtmlTree::Output {
    GumboOutput* gumbo = nullptr;
    std::string text;  // the tree's pieces of unknown tags point into it

    Output() = default;
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    ~Output() {
        if (gumbo != nullptr) gumbo_destroy_output(&kGumboDefaultOptions, gumbo);
    }
};

namespace {

const GumboVector* children_of(const GumboNode* node) {
    const bool parent = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
    return parent ? &node->v.element.children : nullptr;
}

struct Tag {
    std::string_view name;
    unsigned number;
};

/// What the parser does not know and somebody here asks for.
constexpr Tag kDialog = {"dialog", GUMBO_TAG_LAST + 1};
constexpr Tag kCustom = {kCustomTag, GUMBO_TAG_LAST + 2};

Tag tag_of(const GumboElement& element) {
    // The content of a shadow root, as browsers save it, stands in the page.
    const bool shown = element.tag == GUMBO_TAG_TEMPLATE &&
                       (gumbo_get_attribute(&element.attributes, "shadowrootmode") != nullptr ||
                        gumbo_get_attribute(&element.attributes, "shadowroot") != nullptr);
    const GumboTag known = shown ? GUMBO_TAG_DIV : element.tag;
    if (known != GUMBO_TAG_UNKNOWN) return {gumbo_normalized_tagname(known), known};
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    const std::string_view name(piece.data, piece.length);
    if (equals_ignoring_case(name, kDialog.name)) return kDialog;
    const bool custom = name.find('-') != std::string_view::npos;
    return custom ? Tag{name, kCustom.number} : Tag{"unknown", GUMBO_TAG_UNKNOWN};
}

HtmlNode node_of(const GumboNode* node, std::size_t parent) {
    HtmlNode out;
    out.parent = parent;
    out.source = node;
    if (children_of(node) != nullptr) {
        const Tag tag = tag_of(node->v.element);
        out.tag = tag.name;
        out.tag_number = tag.number;
    } else {
        out.text = node->v.text.text;
    }
    return out;
}

const GumboAttribute* find_attribute(const HtmlNode& node, const char* name) {
    if (node.is_text() || node.source == nullptr) return nullptr;
    const auto* source = static_cast<const GumboNode*>(node.source);
    return gumbo_get_attribute(&source->v.element.attributes, name);
}

bool is_digit_of(char c, bool hex) {
    const char lower = ascii_lower(c);
    return is_ascii_digit(c) || (hex && lower >= 'a' && lower <= 'f');
}

/// `text` with each numeric reference of more digits than a character can have made one to U+FFFD:
/// the parser adds up digits in an int and lets it overflow.
std::string with_bounded_references(std::string_view text) {
    constexpr std::size_t kMaxDigits = 7;
    std::string out;
    out.reserve(text.size());
    std::size_t copied = 0;
    for (std::size_t at = text.find("&#"); at < text.size(); at = text.find("&#", at)) {
        at += 2;
        const bool hex = at < text.size() && ascii_lower(text[at]) == 'x';
        std::size_t begin = at + (hex ? 1 : 0);
        while (begin < text.size() && text[begin] == '0') ++begin;
        std::size_t end = begin;
        while (end < text.size() && is_digit_of(text[end], hex)) ++end;
        if (end - begin > kMaxDigits) {
            out += text.substr(copied, begin - copied);
            out += hex ? "FFFD" : "65533";
            copied = end;
        }
        at = end;
    }
    out += text.substr(copied);
    return out;
}

/// Document order, by an explicit stack of (node, its index, next child).
void flatten(const GumboNode* root, std::vector<HtmlNode>& nodes) {
    struct Frame {
        const GumboNode* node;
        std::size_t index;
        unsigned next_child;
    };
    nodes.push_back(node_of(root, 0));
    std::vector<Frame> stack = {{root, 0, 0}};
    while (!stack.empty()) {
        Frame& frame = stack.back();
        const GumboVector* children = children_of(frame.node);
        if (frame.next_child == children->length) {
            nodes[frame.index].end = nodes.size();
            stack.pop_back();
            continue;
        }
        const auto* child = static_cast<const GumboNode*>(children->data[frame.next_child++]);
        if (child->type == GUMBO_NODE_COMMENT) continue;
        const std::size_t index = nodes.size();
        nodes.push_back(node_of(child, frame.index));
        nodes[index].end = index + 1;
        if (children_of(child) != nullptr) stack.push_back({child, index, 0});
    }
}

}  // namespace

HtmlTree::HtmlTree() : output_(std::make_unique<Output>()) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

HtmlTree HtmlTree::parse(std::string_view text) {
    HtmlTree tree;
    tree.output_->text = with_bounded_references(text);
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    const std::string& kept = tree.output_->text;
    tree.output_->gumbo = gumbo_parse_with_options(&options, kept.data(), kept.size());
    flatten(tree.output_->gumbo->root, tree.nodes_);
    return tree;
}

std::string_view HtmlTree::attribute(std::size_t index, const char* name) const {
    const GumboAttribute* found = find_attribute(nodes_[index], name);
    return found == nullptr ? std::string_view() : std::string_view(found->value);
}

TagSet::TagSet(std::initializer_list<const char*> tags) {
    static_assert(kCustom.number < kMaxTags);
    for (const char* name : tags) {
        std::size_t number = gumbo_tag_enum(name);
        for (const Tag& tag : {kDialog, kCustom}) {
            if (tag.name == name) number = tag.number;
        }
        assert(number != GUMBO_TAG_UNKNOWN);  // every other unknown element would be it
        bits_.set(number);
    }
}

ElementAttributes HtmlTree::attributes_of(std::size_t index) const {
    ElementAttributes out;
    const HtmlNode& node = nodes_[index];
    if (node.is_text() || node.source == nullptr) return out;
    if (node.tag_number == kCustom.number) out.custom = node.tag;
    const GumboVector& all = static_cast<const GumboNode*>(node.source)->v.element.attributes;
    for (unsigned i = 0; i < all.length; ++i) {
        const auto* attribute = static_cast<const GumboAttribute*>(all.data[i]);
        const std::string_view name = attribute->name;
        if (name == "class") out.classes = attribute->value;
        if (name == "id") out.id = attribute->value;
        if (name == "role") out.role = attribute->value;
        if (name == "itemprop") out.itemprop = attribute->value;
        if (name == "style") out.style = attribute->value;
        if (name == "hidden") out.hidden = true;
    }
    return out;
}

std::string HtmlTree::text_of(std::size_t index) const {
    std::string out;
    for (std::size_t i = index; i < nodes_[index].end;) {
        const HtmlNode& node = nodes_[i];
        if (node.tag == "script" || node.tag == "style" || node.tag == "noscript") {
            i = node.end;
            continue;
        }
        if (node.is_text()) {
            out += node.text;
        } else if (node.tag == "br" || node.tag == "p" || node.tag == "div" || node.tag == "li") {
            out += ' ';
        }
        ++i;
    }
    return collapsed_space(out);
}

std::string decoded_entities(std::string_view text) {
    constexpr std::size_t kMaxBytes = 4096;  // a headline, a name; nobody writes longer ones
    if (text.size() > kMaxBytes) text = text.substr(0, utf8::floor_boundary(text, kMaxBytes));
    if (text.find_first_of("&<") == std::string_view::npos) return collapsed_space(text);
    return HtmlTree::parse(text).text_of(0);
}

}  // namespace sitrep
