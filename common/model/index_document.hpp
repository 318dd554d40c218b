// The document as it will stand in the database: plain data, comparable, with a stable text form
// that tests and `sitrep-index --dump=document` show. It knows nothing of Xapian.
#pragma once

#include <boost/container/flat_map.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// Names one file for good: which root it was found under, and where inside.
struct FileKey {
    std::string root;  ///< the root's id, as IndexWriter::roots() tells it
    std::string path;  ///< inside the root; empty when the root is the file itself
    friend auto operator<=>(const FileKey&, const FileKey&) = default;
};

using Positions = std::vector<std::uint32_t>;

struct TermEntry {
    std::uint32_t wdf = 0;  ///< occurrences
    Positions positions;    ///< ascending, distinct; empty for stems
    friend bool operator==(const TermEntry&, const TermEntry&) = default;
};

/// One block of memory, in Xapian's order: documents are made and dropped by the million.
using TermMap = boost::container::flat_map<std::string, TermEntry>;

/// A value slot of the database. Numbers are part of the schema: never reuse one.
enum class Slot : std::uint32_t {
    Date = 0,         ///< "YYYYMMDD" of the publication day; absent when unknown
    Order = 1,        ///< the date or "00000000", then the unique term: how equal hits are ordered
    Story = 2,        ///< LineNotes::story_keys: which documents tell one story
    Outlet = 3,       ///< facet_name() of it; like the next three absent when there is none
    Section = 4,      ///< facet_name() of the outlet's category
    Authors = 5,      ///< pack_names() of them
    Designators = 6,  ///< pack_names() of those that the article gives itself, as it writes them
    Copies = 7,       ///< CopySketch::signature(): which documents are copies of one another
    Size = 8,         ///< sortable_size() of the words in headings and paragraphs
};

/// Prefix of a designator that an article names itself: an article about the F-35 has `XEf35`, one
/// about the F-35A has only `f35`, its family. Counted, without positions: what makes the exact
/// form rank first.
inline constexpr std::string_view kExactNamePrefix = "XE";
/// Prefixes of what stands on several words of a text (`F-35`, `co-operation`), with the position
/// of the first word, of each between, and of the last; the field's prefix follows. The term itself
/// then has no position there: so a phrase knows where a name begins and ends. Without weight.
inline constexpr std::string_view kSpanStartPrefix = "XB";
inline constexpr std::string_view kSpanInsidePrefix = "XI";
/// And a letter that counts the words, so that a phrase tries no other widths.
inline std::string span_end_prefix(std::size_t words) {
    return std::string("XT") + static_cast<char>('A' + words - 1);
}

/// Prefix of the language whose stems an article has, where that is not English: `XGfr`.
inline constexpr std::string_view kStemsPrefix = "XG";

/// A document of more terms is refused, and its terms from here on are not even made: no article
/// has a tenth of them, and memory goes with them.
inline constexpr std::size_t kMaxDocumentTerms = 150'000;

/// Eight digits, so that sizes sort as text; what has more words counts as that many.
std::string sortable_size(std::uint64_t words);

struct IndexDocument {
    std::string unique_term;  ///< from unique_term(); also in `terms`
    TermMap terms;
    std::map<Slot, std::string> values;
    std::string data;  ///< encode_stored_article()
    friend bool operator==(const IndexDocument&, const IndexDocument&) = default;

    /// Bytes it takes in memory, roughly: what batches are measured by.
    std::size_t bytes() const;
    /// One line a term, value and size; stable.
    std::string dump() const;
};

/// What the two terms begin with that say whose a document is.
inline constexpr std::string_view kUniquePrefix = "Q";
inline constexpr std::string_view kFilePrefix = "XF";

/// The unique term of the record `record_key` (its given id, else its ordinal) of a file:
/// kUniquePrefix and a hash, so that two files with the same ids never overwrite one another.
std::string unique_term(const FileKey& file, std::string_view record_key);

/// The term that all documents of one file share: kFilePrefix and a hash.
std::string file_term(const FileKey& file);

}  // namespace sitrep
