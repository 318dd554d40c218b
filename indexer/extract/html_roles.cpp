#include "indexer/extract/html_roles.hpp"

#include "base/strings.hpp"
#include "indexer/extract/html_names.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

const TagSet kSkippedTags = {"script", "style",  "noscript", "template", "svg",    "math",
                             "iframe", "object", "embed",    "canvas",   "video",  "audio",
                             "button", "input",  "select",   "textarea", "option", "datalist",
                             "label",  "head",   "title"};
const TagSet kSoftTags = {"label", "button"};
const TagSet kPageTags = {"html", "body", "article", "main"};

/// What a tag says of its element.
std::uint32_t marks_of_tag(const HtmlNode& node) {
    struct Row {
        TagSet tags;
        PlaceMark mark;
    };
    static const std::array<Row, 14> kRows = {
        {{{"p"}, PlaceMark::Paragraph},
         {{"h1", "h2", "h3", "h4", "h5", "h6"}, PlaceMark::Heading},
         {{"li"}, PlaceMark::ListItem},
         {{"td", "th"}, PlaceMark::Cell},
         {{"blockquote", "q"}, PlaceMark::Quote},
         {{"pre", "code"}, PlaceMark::Preformatted},
         {{"figure"}, PlaceMark::Figure},
         {{"figcaption"}, PlaceMark::Caption},
         {{"nav", "menu"}, PlaceMark::Nav},
         {{"aside"}, PlaceMark::Aside},
         {{"footer"}, PlaceMark::Footer},
         {{"form", "fieldset"}, PlaceMark::Form},
         {{"dialog"}, PlaceMark::Dialog},
         {{"a"}, PlaceMark::Linked}}};
    static const TagSet kAny = {"p",     "h1",     "h2",     "h3",         "h4",         "h5",
                                "h6",    "li",     "td",     "th",         "blockquote", "q",
                                "pre",   "code",   "figure", "figcaption", "nav",        "menu",
                                "aside", "footer", "form",   "fieldset",   "dialog",     "a"};
    if (!kAny.has(node)) return 0;
    for (const Row& row : kRows) {
        if (row.tags.has(node)) return bit_of(row.mark);
    }
    return 0;
}

std::uint32_t marks_of_role(std::string_view role) {
    struct Row {
        std::string_view role;
        PlaceMark mark;
    };
    static constexpr std::array<Row, 11> kRows = {{{"navigation", PlaceMark::Nav},
                                                   {"menu", PlaceMark::Nav},
                                                   {"menubar", PlaceMark::Nav},
                                                   {"banner", PlaceMark::Header},
                                                   {"contentinfo", PlaceMark::Footer},
                                                   {"complementary", PlaceMark::Aside},
                                                   {"dialog", PlaceMark::Dialog},
                                                   {"alertdialog", PlaceMark::Dialog},
                                                   {"search", PlaceMark::Form},
                                                   {"article", PlaceMark::Article},
                                                   {"main", PlaceMark::Main}}};
    for (const Row& row : kRows) {
        if (row.role == role) return bit_of(row.mark);
    }
    return 0;
}

bool is_hidden(const ElementAttributes& attributes) {
    constexpr std::size_t kMaxBytes = 200;
    const std::string_view style = attributes.style.substr(0, kMaxBytes);
    return attributes.hidden || contains_ignoring_case(style, "display:none") ||
           contains_ignoring_case(style, "display: none");
}

std::uint32_t hash_of(std::string_view text, std::uint32_t seed) {
    constexpr std::uint32_t kPrime = 16777619;
    for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * kPrime;
    return seed;
}

/// Fills roles.of from the top down: an element has its parent's marks and its own.
class RoleReader {
  public:
    RoleReader(const HtmlTree& tree, HtmlRoles& roles) : tree_(tree), roles_(roles) {}

    /// `most_text`: holds a third of the running text; `behind_story`: so much of it stands between
    /// the headline and this element that the story does.
    void read(std::size_t i, bool most_text, bool behind_story) {
        static const TagSet kArticle = {"article"};
        static const TagSet kMain = {"main"};
        static const TagSet kHeader = {"header"};
        const HtmlNode& node = tree_.node(i);
        const ElementRole parent = i == 0 ? ElementRole() : roles_.of[node.parent];
        ElementRole& role = roles_.of[i];
        const ElementAttributes attributes = tree_.attributes_of(i);
        const NameFacts facts = names_.facts_of(attributes);
        std::uint32_t marks = marks_of_tag(node) | marks_of_role(attributes.role) | facts.marks;
        if (kArticle.has(node)) marks |= bit_of(PlaceMark::Article);
        if (kMain.has(node)) marks |= bit_of(PlaceMark::Main);
        if (attributes.itemprop == "articleBody") marks |= bit_of(PlaceMark::StoryName);
        constexpr std::uint32_t kInside = bit_of(PlaceMark::Article) | bit_of(PlaceMark::Main);
        if (kHeader.has(node) && (parent.marks & kInside) == 0) marks |= bit_of(PlaceMark::Header);
        if (is_hidden(attributes)) marks |= bit_of(PlaceMark::Hidden);
        // Names lie ("has-sidebar"): what holds a third of the running text is no furniture, unless
        // it is a long thread of comments.
        if (most_text || kPageTags.has(node)) {
            const std::uint32_t thread = behind_story ? bit_of(PlaceMark::CommentName) : 0;
            marks &= ~kFurnitureMarks | thread;
        }
        role.own_marks = marks;
        role.marks = parent.marks | marks;
        role.own = kPageTags.has(node) && i < 3 ? 0 : facts.weight;
        role.names = parent.names + role.own;
        role.worst = std::min(parent.worst, role.own);
        role.depth = static_cast<std::uint16_t>(parent.depth + 1);
        role.path = hash_of(attributes.classes, hash_of(node.tag, parent.path));
    }

  private:
    const HtmlTree& tree_;
    HtmlRoles& roles_;
    NameReader names_;
};

/// Running text by node: bytes of long text outside links, summed from the page's start.
class ProseSums {
  public:
    explicit ProseSums(const HtmlTree& tree, const HtmlRoles& roles, bool story_only)
        : sums_(tree.size() + 1, 0) {
        constexpr std::size_t kMinBytes = 40;
        static const TagSet kLink = {"a"};
        std::size_t link_end = 0;
        std::size_t left_out_end = 0;
        for (std::size_t i = 0; i < tree.size(); ++i) {
            const HtmlNode& node = tree.node(i);
            if (kLink.has(node)) link_end = node.end;
            if (roles.skipped[i] != 0 || (story_only && roles.furniture[i] != 0)) {
                left_out_end = std::max(left_out_end, node.end);
            }
            const bool counts = node.is_text() && i >= link_end && i >= left_out_end;
            const std::size_t bytes = counts ? trimmed(node.text).size() : 0;
            sums_[i + 1] = sums_[i] + (bytes >= kMinBytes ? bytes : 0);
        }
    }
    std::size_t of(const HtmlNode& node, std::size_t index) const {
        return sums_[node.end] - sums_[index];
    }
    std::size_t between(std::size_t begin, std::size_t end) const {
        return sums_[std::max(begin, end)] - sums_[begin];
    }
    std::size_t total() const { return sums_.back(); }

  private:
    std::vector<std::size_t> sums_;
};

constexpr std::size_t kFewNodes = 8;

/// Whether an element, a small one, is all that its heading, term or summary says: what a list of
/// questions has to open each answer, and not the button to share that stands beside a headline.
bool is_whole_heading(const HtmlTree& tree, std::size_t i) {
    static const TagSet kHolders = {"h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary"};
    constexpr std::size_t kLevels = 3;
    std::size_t holder = tree.node(i).parent;
    for (std::size_t level = 1; level < kLevels && !kHolders.has(tree.node(holder)); ++level)
        holder = tree.node(holder).parent;
    const std::size_t end = tree.node(holder).end;
    if (!kHolders.has(tree.node(holder)) || end - holder > 2 * kFewNodes) return false;
    for (std::size_t k = holder + 1; k < end; ++k) {
        const bool inside = k > i && k < tree.node(i).end;
        if (!inside && tree.node(k).is_text() && !trimmed(tree.node(k).text).empty()) return false;
    }
    return true;
}

bool is_skipped(const HtmlTree& tree, std::size_t i) {
    const HtmlNode& node = tree.node(i);
    if (!kSkippedTags.has(node)) return false;
    // A label around running text is layout, and so may a button be in a list of questions.
    if (!kSoftTags.has(node)) return true;
    return node.end - i < kFewNodes && !is_whole_heading(tree, i);
}

/// How good a story container the element's names say it is; 0 is no container.
int story_rank(const HtmlTree& tree, const HtmlRoles& roles, std::size_t i) {
    const std::uint32_t own = roles.of[i].own_marks;
    constexpr std::uint32_t kAny =
        bit_of(PlaceMark::StoryName) | bit_of(PlaceMark::Article) | bit_of(PlaceMark::Main);
    if ((own & kAny) == 0) return 0;
    static const TagSet kPage = {"html", "body"};
    if (kPage.has(tree.node(i))) return 0;
    if ((own & bit_of(PlaceMark::StoryName)) != 0) {
        return tree.attribute(i, "itemprop") == "articleBody" ? 4 : 3;
    }
    return (own & bit_of(PlaceMark::Article)) != 0 ? 2 : 1;
}

/// The first <h1>; the end of the tree when there is none.
std::size_t headline_of(const HtmlTree& tree) {
    static const TagSet kTopHeading = {"h1"};
    std::size_t i = 0;
    while (i < tree.size() && !kTopHeading.has(tree.node(i))) ++i;
    return i;
}

/// The deepest element that holds nearly all running text.
std::size_t densest(const HtmlTree& tree, const ProseSums& prose) {
    constexpr std::size_t kPercent = 85;
    static const TagSet kTooSmall = {"p", "td", "tr", "tbody"};
    std::size_t at = 0;
    for (std::size_t i = 1; i < tree.size(); ++i) {
        const HtmlNode& node = tree.node(i);
        if (node.is_text() || kTooSmall.has(node)) continue;
        if (prose.of(node, i) * 100 >= prose.total() * kPercent) at = i;
    }
    return at;
}

/// The best-named element that holds half of the running text or more; 0 when there is none.
std::size_t named_story(const HtmlTree& tree, const HtmlRoles& roles, const ProseSums& prose) {
    std::array<std::size_t, 5> best{};
    for (std::size_t i = 1; i < tree.size(); ++i) {
        if (tree.node(i).is_text()) continue;
        const int rank = story_rank(tree, roles, i);
        if (rank == 0) continue;
        std::size_t& held = best[static_cast<std::size_t>(rank)];
        if (held == 0 || prose.of(tree.node(i), i) > prose.of(tree.node(held), held)) held = i;
    }
    for (std::size_t rank = 4; rank > 0; --rank) {
        if (best[rank] == 0) continue;
        if (prose.of(tree.node(best[rank]), best[rank]) * 2 >= prose.total()) return best[rank];
    }
    return 0;
}

void add_name(std::string_view raw, std::vector<std::string>& names) {
    constexpr std::size_t kMaxNames = 12;
    if (!raw.empty() && names.size() < kMaxNames) names.push_back(dashed_name(raw));
}

}  // namespace

std::vector<std::string> names_of(const HtmlTree& tree, std::size_t index) {
    std::vector<std::string> names;
    constexpr std::size_t kMaxBytes = 500;
    const std::string_view classes = tree.attribute(index, "class").substr(0, kMaxBytes);
    for (std::size_t at = 0; at < classes.size();) {
        const std::size_t end = std::min(classes.find_first_of(" \t\n\r\f", at), classes.size());
        add_name(classes.substr(at, end - at), names);
        at = end + 1;
    }
    static const TagSet kCustom = {kCustomTag};
    if (kCustom.has(tree.node(index))) add_name(tree.node(index).tag, names);
    add_name(tree.attribute(index, "id"), names);
    add_name(tree.attribute(index, "itemprop"), names);
    return names;
}

bool name_has(std::string_view name, std::string_view part) {
    for (std::size_t at = name.find(part); at != std::string_view::npos;
         at = name.find(part, at + 1)) {
        const std::size_t end = at + part.size();
        if ((at == 0 || name[at - 1] == '-') && (end == name.size() || name[end] == '-'))
            return true;
    }
    return false;
}

HtmlRoles html_roles(const HtmlTree& tree) {
    constexpr std::size_t kMinBytes = 250;
    HtmlRoles roles;
    roles.skipped.assign(tree.size(), 0);
    roles.furniture.assign(tree.size(), 0);
    roles.of.resize(tree.size());
    for (std::size_t i = 0; i < tree.size(); ++i) roles.skipped[i] = is_skipped(tree, i) ? 1 : 0;
    const ProseSums all(tree, roles, false);
    const std::size_t headline = headline_of(tree);
    RoleReader reader(tree, roles);
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const HtmlNode& node = tree.node(i);
        if (node.is_text()) continue;
        if (roles.skipped[i] != 0) {
            i = node.end - 1;
            continue;
        }
        reader.read(i, all.of(node, i) * 3 >= all.total() + 1,
                    all.between(headline, i) >= kMinBytes);
        if ((roles.of[i].own_marks & kFurnitureMarks) != 0) roles.furniture[i] = 1;
    }
    const ProseSums prose(tree, roles, true);
    roles.densest = prose.total() < kMinBytes ? 0 : densest(tree, prose);
    roles.named = prose.total() < kMinBytes ? 0 : named_story(tree, roles, prose);
    roles.story = roles.named != 0 ? roles.named : roles.densest;
    return roles;
}

}  // namespace sitrep
