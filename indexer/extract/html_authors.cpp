#include "indexer/extract/html_authors.hpp"

#include "base/strings.hpp"
#include "indexer/extract/byline.hpp"
#include "indexer/extract/credit_line.hpp"
#include "indexer/extract/html_roles.hpp"
#include "indexer/extract/page_head.hpp"
#include "indexer/extract/person_names.hpp"
#include "indexer/extract/person_roles.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

constexpr std::size_t kMaxCreditBytes = 200;
constexpr std::size_t kBefore = 80;  ///< nodes of the head before the headline
constexpr std::size_t kLeast = 250;  ///< nodes of the head behind it

template <std::size_t N>
bool has_name(const HtmlTree& tree, std::size_t i, const std::array<std::string_view, N>& words) {
    for (const std::string& name : names_of(tree, i)) {
        for (const std::string_view word : words) {
            if (name_has(name, word)) return true;
        }
    }
    return false;
}

/// The words of a name that a site goes by, folded; empty for an empty one.
std::string folded(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (is_word_byte(c)) out += ascii_lower(c);
    }
    return out;
}

class AuthorSearch {
  public:
    AuthorSearch(const HtmlTree& tree, const PageFacts& facts, std::size_t headline,
                 std::string_view outlet)
        : tree_(tree),
          facts_(facts),
          headline_(headline),
          head_begin_(headline > kBefore ? headline - kBefore : 0),
          head_end_(head_end(tree, headline, kLeast)) {
        const std::string site = facts.meta_of({"og:site_name"});
        for (const std::string_view name :
             {outlet, std::string_view(facts.json_ld.publisher), std::string_view(site)}) {
            if (std::string key = folded(name); !key.empty()) outlets_.push_back(std::move(key));
        }
    }

    /// The first place that names people; the site's own name or its desk's only when none does.
    std::vector<std::string> run() {
        for (const Place place :
             {&AuthorSearch::in_json_ld, &AuthorSearch::in_citations, &AuthorSearch::in_meta,
              &AuthorSearch::marked, &AuthorSearch::linked, &AuthorSearch::printed,
              &AuthorSearch::printed_below, &AuthorSearch::marked_anywhere}) {
            std::vector<std::string> names = (this->*place)();
            std::vector<std::string> people;
            for (const std::string& name : names) {
                if (!is_outlet(name) && !is_role(name)) people.push_back(name);
            }
            if (std::any_of(people.begin(), people.end(),
                            [this](const std::string& name) { return is_person(name); }))
                return people;
            if (desk_.empty()) desk_ = std::move(people);
            if (last_resort_.empty()) last_resort_ = std::move(names);
        }
        return desk_.empty() ? last_resort_ : desk_;
    }

  private:
    using Place = std::vector<std::string> (AuthorSearch::*)() const;

    bool is_passed_over(std::size_t i) const {
        return is_unseen(tree_, i) || is_about_others(tree_, i);
    }

    bool is_outlet(std::string_view name) const {
        return std::find(outlets_.begin(), outlets_.end(), folded(name)) != outlets_.end();
    }

    /// Whoever comes behind a desk must have two names to go before it.
    bool is_person(const std::string& name) const {
        return !is_desk(name) && (desk_.empty() || count_words(name) >= 2);
    }

    std::vector<std::string> in_json_ld() const {
        std::vector<std::string> names;
        for (const std::string& given : facts_.json_ld.authors) {
            add_names(parse_names(given, NameSource::Given), names);
        }
        return names;
    }

    std::vector<std::string> in_citations() const {
        std::vector<std::string> names;
        for (const std::string& given : facts_.cited_authors) {
            add_names(parse_names(in_reading_order(given), NameSource::Given), names);
        }
        return names;
    }

    std::vector<std::string> in_meta() const {
        for (const std::string_view name : {"author", "article:author", "article:author_name",
                                            "parsely-author", "sailthru.author", "dc.creator",
                                            "byl", "byline", "dcterms.creator", "twitter:data1"}) {
            const std::string label = ascii_lower(facts_.meta_of({"twitter:label1"}));
            if (name == "twitter:data1" && label != "written by" && label != "author") continue;
            std::vector<std::string> names = parse_names(facts_.meta_of({name}), NameSource::Given);
            if (!names.empty()) return with_printed(std::move(names));
        }
        return {};
    }

    /// The byline that the page prints, where it names all of `known` and more people: a site's
    /// field may have room for one.
    std::vector<std::string> with_printed(std::vector<std::string> known) const {
        constexpr std::size_t kMaxNameWords = 4;
        for (const Place place : {&AuthorSearch::marked, &AuthorSearch::printed}) {
            std::vector<std::string> names = (this->*place)();
            const auto has = [&names](const std::string& name) {
                return std::any_of(names.begin(), names.end(), [&name](const std::string& have) {
                    return equals_ignoring_case(have, name);
                });
            };
            const auto is_whole_name = [this](const std::string& name) {
                const std::size_t words = count_words(name);
                return words >= 2 && words <= kMaxNameWords && !is_outlet(name) && !is_desk(name) &&
                       !is_role(name);
            };
            if (names.size() > known.size() && std::all_of(known.begin(), known.end(), has) &&
                std::all_of(names.begin(), names.end(), is_whole_name))
                return names;
        }
        return known;
    }

    /// Inside of a byline and nobody's name: the letters of a badge, a topic.
    bool is_beside_names(std::size_t i) const {
        static constexpr auto kTags =
            std::to_array<std::string_view>({"script", "style", "noscript", "time"});
        static constexpr auto kWords = std::to_array<std::string_view>(
            {"avatar", "initials", "tag", "tags", "topic", "category"});
        const std::string_view tag = tree_.node(i).tag;
        return !tag.empty() && (is_one_of(tag, kTags) || has_name(tree_, i, kWords));
    }

    /// The names in a marked element: the first of its pieces that names people, and those joined
    /// to it by "and" or a comma. Pieces are the texts of its elements, which no space may part.
    std::vector<std::string> names_in(std::size_t element) const {
        constexpr std::size_t kMaxNodes = 80;
        std::vector<std::string> names;
        bool joined = true;
        const std::size_t end = std::min(tree_.node(element).end, element + kMaxNodes);
        for (std::size_t i = element; i < end; ++i) {
            if (i != element && is_beside_names(i)) {
                i = tree_.node(i).end - 1;
                continue;
            }
            if (!tree_.node(i).is_text()) continue;
            const std::string text =
                collapsed_space(tree_.node(i).text.substr(0, 2 * kMaxCreditBytes));
            if (text.empty()) continue;
            if (is_by(text)) names.clear();  // "Guide by", "Analysis by"
            if (is_connector(text)) {
                joined = true;
                continue;
            }
            if (!names.empty() && !joined) break;
            if (text.size() > kMaxCreditBytes) break;
            std::vector<std::string> found = piece_names(text);
            joined = text.back() == ',' || text.back() == '&' || text.ends_with(" and");
            add_names(std::move(found), names);
        }
        return names;
    }

    static bool is_connector(std::string_view text) {
        return text == "," || text == "&" || equals_ignoring_case(text, "and") || text == "|" ||
               text == "/";
    }

    static std::vector<std::string> piece_names(std::string_view text) {
        constexpr std::size_t kMaxWords = 10;
        std::vector<std::string> names = parse_byline(text);
        if (names.empty() && count_words(text) <= kMaxWords && text.back() != '.' &&
            !parse_date_line(text)) {
            names = parse_names(text);
        }
        return names;
    }

    std::vector<std::string> marked() const { return marked_between(head_begin_, head_end_); }
    std::vector<std::string> marked_anywhere() const { return marked_between(0, tree_.size()); }

    std::vector<std::string> marked_between(std::size_t begin, std::size_t end) const {
        static constexpr auto kWords = std::to_array<std::string_view>(
            {"byline", "bylines", "author", "authors", "writer", "posted-by"});
        static constexpr auto kNotNames = std::to_array<std::string_view>(
            {"bio", "box", "about", "image", "img", "avatar", "photo", "social", "quote", "title",
             "position", "role", "job", "description", "date", "tag", "tags", "category",
             "reviewer"});
        static constexpr auto kNotTags = std::to_array<std::string_view>(
            {"html", "body", "link", "meta", "input", "label", "form", "blockquote"});
        std::vector<std::string> loose;
        for (std::size_t i = begin; i < end; ++i) {
            if (is_passed_over(i)) {
                i = tree_.node(i).end - 1;
                continue;
            }
            const std::string_view tag = tree_.node(i).tag;
            if (tag.empty() || is_one_of(tag, kNotTags)) continue;
            const bool rel =
                tree_.attribute(i, "rel") == "author" ||
                tree_.attribute(i, "itemprop").find("author") != std::string_view::npos;
            if (!rel && (!has_name(tree_, i, kWords) || has_name(tree_, i, kNotNames))) continue;
            std::vector<std::string> names = names_in(i);
            if (names.empty()) continue;
            if (rel) return names;
            if (loose.empty()) loose = std::move(names);
        }
        return loose;
    }

    /// The text of a link to an author's page near the headline.
    std::vector<std::string> linked() const {
        static constexpr auto kPaths = std::to_array<std::string_view>(
            {"/author/", "/authors/", "/staff/", "/contributor/", "/contributors/",
             "/blog-authors/", "/people/", "/writers/", "/journalist/", "?author=", "/by/",
             "/team/", "/reporters/", "/columnists/"});
        constexpr std::size_t kMaxNameWords = 4;
        for (std::size_t i = head_begin_; i < head_end_; ++i) {
            if (is_about_others(tree_, i)) i = tree_.node(i).end - 1;
            if (tree_.node(i).tag != "a") continue;
            if (!contains_any(tree_.attribute(i, "href"), kPaths)) continue;
            std::vector<std::string> names = names_in(i);
            const std::size_t words = names.size() == 1 ? count_words(names.front()) : 0;
            if (words >= 2 && words <= kMaxNameWords) return names;
        }
        return {};
    }

    /// The next text behind `at` that is not blank; tree.size() when none is near.
    std::size_t next_text(std::size_t at) const {
        constexpr std::size_t kNodes = 12;
        for (std::size_t i = at + 1; i < std::min(tree_.size(), at + kNodes); ++i) {
            if (tree_.node(i).is_text() && !trimmed(tree_.node(i).text).empty()) return i;
        }
        return tree_.size();
    }

    static bool is_by(std::string_view text) {
        static constexpr auto kWords = std::to_array<std::string_view>(
            {"by", "by:", "written by", "written by:", "author", "author:", "words by", "posted by",
             "article by", "article by:", "posted by:", "story by", "story by:"});
        return std::any_of(kWords.begin(), kWords.end(), [text](std::string_view word) {
            return equals_ignoring_case(text, word);
        });
    }

    /// "By NAME", in one piece or with the name in an element of its own, or a line of credits.
    std::vector<std::string> printed_at(std::size_t i) const {
        constexpr std::size_t kMaxNameWords = 5;
        const HtmlNode& node = tree_.node(i);
        if (!node.is_text() || node.text.size() > kMaxCreditBytes) return {};
        const std::string text = collapsed_space(node.text);
        if (text.empty() || in_prose(tree_, i)) return {};
        if (is_by(text)) {
            const std::size_t next = next_text(i);
            if (next == tree_.size()) return {};
            const std::string name =
                collapsed_space(tree_.node(next).text.substr(0, kMaxCreditBytes));
            std::vector<std::string> names = parse_names(name);  // ranks go: they have many words
            const bool short_names = std::all_of(
                names.begin(), names.end(),
                [](const std::string& person) { return count_words(person) <= kMaxNameWords; });
            return short_names && count_words(name) <= 2 * kMaxNameWords
                       ? names
                       : std::vector<std::string>();
        }
        if (std::optional<CreditLine> credit = read_credit_line(text)) return credit->authors;
        return {};
    }

    std::vector<std::string> printed() const {
        for (std::size_t i = headline_; i < head_end_; ++i) {
            if (is_passed_over(i)) {
                i = tree_.node(i).end - 1;
                continue;
            }
            if (std::vector<std::string> names = printed_at(i); !names.empty()) return names;
        }
        return {};
    }

    /// "Written by NAME" under the story.
    std::vector<std::string> printed_below() const {
        for (std::size_t i = head_end_; i < tree_.size(); ++i) {
            if (is_passed_over(i)) {
                i = tree_.node(i).end - 1;
                continue;
            }
            const std::string_view text = trimmed(tree_.node(i).text.substr(0, kMaxCreditBytes));
            if (text.size() < 7 || !tree_.node(i).is_text()) continue;
            const std::string_view begin = text.substr(0, text.find(' ', text.find(' ') + 1));
            if (!is_by(begin) || begin.size() < 7) continue;
            if (std::vector<std::string> names = printed_at(i); !names.empty()) return names;
        }
        return {};
    }

    const HtmlTree& tree_;
    const PageFacts& facts_;
    std::size_t headline_;
    std::size_t head_begin_;
    std::size_t head_end_;
    std::vector<std::string> outlets_;
    std::vector<std::string> desk_;
    std::vector<std::string> last_resort_;
};

}  // namespace

void read_authors(const HtmlTree& tree, const PageFacts& facts, std::size_t headline,
                  ArticleHeader& header) {
    header.authors = AuthorSearch(tree, facts, headline, header.outlet).run();
}

}  // namespace sitrep
