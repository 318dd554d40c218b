// The tree of an HTML page, flat: nodes in document order, each with the range of what is below it,
// so that every walk is a loop and no depth can overflow a stack. The parser (gumbo) is behind this
// door.
#pragma once

#include <bitset>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// For TagSet: every element whose name has a hyphen, for sites define these.
inline constexpr const char* kCustomTag = "custom-element";

struct HtmlNode {
    std::string_view tag;     ///< lower case (but for a custom one); empty for text
    unsigned tag_number = 0;  ///< for TagSet
    std::string_view text;    ///< of a text node, entities decoded
    std::size_t parent = 0;   ///< index; the root's is its own
    std::size_t end = 0;      ///< index after its last descendant
    const void* source = nullptr;

    bool is_text() const { return tag.empty(); }
};

/// A set of tags, asked in no time.
class TagSet {
  public:
    TagSet(std::initializer_list<const char*> tags);
    bool has(const HtmlNode& node) const { return !node.is_text() && bits_[node.tag_number]; }

  private:
    static constexpr std::size_t kMaxTags = 320;
    std::bitset<kMaxTags> bits_;
};

/// The attributes that say what an element is for.
struct ElementAttributes {
    std::string_view classes, id, role, itemprop, style;
    std::string_view custom;  ///< what the site calls an element that is its own
    bool hidden = false;
};

/// Immutable; its views live as long as it does. Node 0 is <html>.
class HtmlTree {
  public:
    /// Parses by the rules of HTML5: any text gives a tree. Cost is linear for what
    /// markup_to_parse() gives; the caller asks that first.
    static HtmlTree parse(std::string_view text);

    HtmlTree(HtmlTree&&) noexcept;
    HtmlTree& operator=(HtmlTree&&) noexcept;
    ~HtmlTree();

    const std::vector<HtmlNode>& nodes() const { return nodes_; }
    const HtmlNode& node(std::size_t index) const { return nodes_[index]; }
    std::size_t size() const { return nodes_.size(); }

    /// The value of an element's attribute, entities decoded; empty when it has none.
    std::string_view attribute(std::size_t index, const char* name) const;
    ElementAttributes attributes_of(std::size_t index) const;

    /// All text below `index`, white space collapsed, scripts and styles left out.
    std::string text_of(std::size_t index) const;

  private:
    struct Output;
    HtmlTree();
    std::unique_ptr<Output> output_;
    std::vector<HtmlNode> nodes_;
};

/// `text` (an attribute, a JSON string) with its character references decoded and tags taken off;
/// of its first 4 KB: for names and headlines.
std::string decoded_entities(std::string_view text);

}  // namespace sitrep
