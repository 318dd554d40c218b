// The question as a tree. Every node knows where it stands in the user's text, and after
// analyze_query() what terms its words have; the compiler and the highlighter read the same leaves.
#pragma once

#include "model/fields.hpp"
#include "text/day_range.hpp"
#include "text/token.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sitrep {

/// The stem of a word in a language other than English.
struct ForeignStem {
    std::string language;
    std::string stem;
    friend bool operator==(const ForeignStem&, const ForeignStem&) = default;
};

/// One term of a question, as the index calls it.
struct QueryTerm {
    std::string term;
    std::string stem;  ///< equal to `term` where stemming changes nothing
    TokenKind kind = TokenKind::Word;
    bool stop_word = false;
    /// Its stems in the other languages that the database holds, where they differ. Each is looked
    /// for in articles of its language only: `carri` is carrier in French and carry in English.
    std::vector<ForeignStem> foreign_stems = {};
    friend bool operator==(const QueryTerm&, const QueryTerm&) = default;
};

/// One thing that is asked for: a word, or several that are one: `state-sponsored`, `F-35A`,
/// `DDG 51`.
struct QueryUnit {
    std::vector<QueryTerm> words;  ///< as typed, side by side
    std::vector<QueryTerm> names;  ///< each stands for all the words: `f35a`, `statesponsored`
    /// The words themselves are not looked for: `F-35` is a name, and not an F beside a 35.
    bool by_name_only = false;
    /// Typed with spaces: that the words are one is a guess. They may also stand apart.
    bool may_be_apart = false;
    friend bool operator==(const QueryUnit&, const QueryUnit&) = default;
};

/// Why a question looks for other words than it names.
enum class ExpansionKind : std::uint8_t {
    Spelling,  ///< `defence` and `defense`
    Acronym,   ///< `JADC2` and its long form
    Nickname,  ///< `MQ-9` and `Reaper`
    Demonym,   ///< `Japan` and `Japanese`
};

/// Other words for what is asked, looked for as well, at a lower weight.
struct QueryExpansion {
    ExpansionKind kind = ExpansionKind::Spelling;
    std::string text;              ///< for people
    std::vector<QueryUnit> units;  ///< side by side
    friend bool operator==(const QueryExpansion&, const QueryExpansion&) = default;
};

struct Query;
using QueryPtr = std::unique_ptr<Query>;

/// What stands between spaces: one unit, or several side by side (`F-35-based`).
struct WordQuery {
    std::string text;
    Field field = Field::Body;
    std::vector<QueryUnit> units = {};  ///< filled by analyze_query(); empty: nothing searchable
    std::vector<QueryExpansion> expansions = {};
};

/// Words side by side that have other words together: `joint all-domain command and control`.
struct RunQuery {
    std::vector<QueryPtr> words;  ///< WordQuery of one field, two at least
    std::vector<QueryExpansion> expansions;
};

/// Words in quotes: exact forms, side by side.
struct PhraseQuery {
    std::string text;
    Field field = Field::Body;
    std::vector<QueryUnit> units = {};
};

/// A word of the index that a pattern stands for.
struct PatternForm {
    std::string term;
    std::uint64_t articles = 0;  ///< that hold it
    friend bool operator==(const PatternForm&, const PatternForm&) = default;
};

/// `missil*`, `wom?n`, `hezbolah~1`: words as they are written, each a term of its own.
struct PatternQuery {
    std::string text;
    Field field = Field::Body;
    unsigned edits = 0;        ///< of a fuzzy word: how many letters may differ; 0: a wildcard
    std::string pattern = {};  ///< folded, with its `*` and `?`; filled by analyze_query()
    /// Filled by expand_patterns(): the most frequent first.
    std::vector<PatternForm> forms = {};
    std::uint64_t left_out = 0;  ///< forms that are not looked for, since there are too many
};

struct DateQuery {
    std::string text;
    DayRange range;
};

/// Articles of `first` to `last` words.
struct SizeQuery {
    std::string text;
    std::optional<std::uint64_t> first;  ///< none: open
    std::optional<std::uint64_t> last;
};

struct AndQuery {
    std::vector<QueryPtr> children;
    bool implicit = true;  ///< words side by side, no AND written: may be relaxed
};

struct OrQuery {
    std::vector<QueryPtr> children;
};

/// What an odd number of the children finds: of two, what one of them finds alone.
struct XorQuery {
    std::vector<QueryPtr> children;
};

/// Words as written, at most `distance` apart (1: side by side); of more than two, `distance` - 1
/// other words stand between them in all. The children are words, patterns and phrases of one
/// field, or an OR of such.
struct NearQuery {
    std::vector<QueryPtr> children;
    std::uint32_t distance = 1;
    bool in_order = false;
};

struct NotQuery {
    QueryPtr child;
};

struct Query {
    std::size_t column = 0;  ///< byte offset of the node's first character in the question
    std::variant<WordQuery, RunQuery, PhraseQuery, PatternQuery, DateQuery, SizeQuery, AndQuery,
                 OrQuery, XorQuery, NearQuery, NotQuery>
        node;
    double boost = 1;       ///< what the score of this part is multiplied with
    bool required = false;  ///< `+`: stays when other words become optional

    /// Neither boosted nor required: may be read together with its neighbours.
    bool is_bare() const { return boost == 1 && !required; }
};

/// Calls `each` with every child of a node; leaves have none, a run has its words.
template <class AnyQuery, class Each>
void each_child(AnyQuery& query, const Each& each) {
    std::visit(
        [&each](auto& node) {
            if constexpr (requires { node.children; }) {
                for (const QueryPtr& child : node.children) each(*child);
            } else if constexpr (requires { node.words; }) {
                for (const QueryPtr& word : node.words) each(*word);
            } else if constexpr (requires { node.child; }) {
                each(*node.child);
            }
        },
        query.node);
}

/// The field that a leaf looks in; of a node with children that of the first leaf.
Field field_of(const Query& query);

/// What an expansion weighs beside the words it stands for, in [0, 1].
double expansion_weight(ExpansionKind kind);
/// `spelling`, `acronym`, ...
std::string_view expansion_name(ExpansionKind kind);

/// A leaf as a question writes it: `section:cyber`, `"information sharing"`; empty for other nodes.
std::string leaf_text(const Query& query);

/// Whether it is a word that a question does without, as the list of stop words has it.
bool is_stop_word(const WordQuery& word);
bool is_stop_word(const Query& query);

/// `(and japan (phrase "information sharing") section:cyber)`: for --explain and the tests.
std::string to_string(const Query& query);

}  // namespace sitrep
