// The answer, as plain data: everything a renderer shows, fetched before anything is printed.
#pragma once

#include "model/article.hpp"
#include "model/facets.hpp"
#include "model/telling_word.hpp"
#include "model/timeline.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sitrep {

/// A byte range [begin, end) of a text.
struct ByteRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// One to three fragments of an article, in its own spelling, joined by " … ".
struct Snippet {
    std::string text;
    std::vector<ByteRange> highlights;  ///< of matched words in `text`; ascending, disjoint
    std::string heading;  ///< of the section the first fragment stands in; may be empty
    friend bool operator==(const Snippet&, const Snippet&) = default;
};

/// An article that says the same as the hit it is folded into.
struct Copy {
    std::string id;
    std::string path;
    std::string outlet;
    std::string published;
};

/// What became of an article since a watch last told of it.
enum class Change { None, New, Changed, Gone };

struct Hit {
    std::uint64_t rank = 0;  ///< 1-based in the whole list
    double score = 0;
    std::string id;           ///< the given id, else the path inside the root; need not be unique
    std::string path;         ///< absolute path of the file, with `#record` where it holds several
    std::string file;         ///< absolute path of the file; empty where that is on another machine
    std::string server = {};  ///< the name of the database there; else empty
    std::string unique_term = {};  ///< of its record; empty of what is gone
    ArticleHeader header;
    Snippet snippet;
    std::vector<ByteRange> title_highlights;  ///< of matched words in header.title
    std::vector<Copy> copies = {};            ///< that match as well; the original first
    bool may_have_more_copies = false;        ///< than were looked for
    Change change = Change::None;             ///< of a watched answer
};

struct HitList {
    std::vector<Hit> hits;
    std::uint64_t total = 0;
    bool total_is_estimate = false;
    std::vector<std::string> optional_words;  ///< words of the question that hits need not hold
    std::vector<std::string> learnt_words;    ///< stems that feedback asked for as well
    std::uint64_t total_with_all = 0;         ///< of `total`, those that hold every word
    double elapsed_ms = 0;
    double search_ms = 0;     ///< of these, until the articles were fetched; the rest is snippets
    std::string explanation;  ///< Xapian's form of the query
    std::string suggestion;   ///< the question in another spelling that finds more; else empty
    std::vector<FacetCounts> facets;   ///< of all `total` articles, in the order asked for
    std::vector<TellingWord> words;    ///< that set the hits apart; empty: not asked for, or none
    std::optional<Timeline> timeline;  ///< of all `total` articles
};

}  // namespace sitrep
