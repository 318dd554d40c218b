// The words, names, phrases and patterns of a question -> Xapian::Query: which terms stand for them
// in which fields. Included by this folder only.
#pragma once

#include "search/query.hpp"
#include "search/search_options.hpp"
#include "store/known_terms.hpp"

#include <xapian.h>

#include <string>
#include <vector>

namespace sitrep {

/// The operands joined, without a wrapper round a single one.
Xapian::Query joined(Xapian::Query::op operation, const std::vector<Xapian::Query>& operands);

/// Any of the operands, with the weight of the best. Over several databases Xapian 1.4 asks an
/// OP_MAX that has come to its end in one of them for its weight once more, and crashes. Behind an
/// OP_AND_MAYBE that finds the same articles it never gets there, as long as nothing is left out
/// for its low weight; nor does it in one database then: see takes_best().
Xapian::Query best_of(const std::vector<Xapian::Query>& operands, const Xapian::Database& database);

/// Whether best_of() is in it: then every match is to be weighed.
bool takes_best(const Xapian::Query& query);

/// `asked`, and what articles gain by that hold some of `more`. Each has an operator of its own,
/// and none of it may stand inside an OP_AND or OP_FILTER: there, and behind one OP_AND_MAYBE with
/// an OP_OR of them, Xapian 1.4 counts phrases that it looked at and did not find.
Xapian::Query gaining(Xapian::Query asked, const std::vector<Xapian::Query>& more);

/// Each is looked for in its field; without a field in the running text, and what headline, deck
/// and headings add to it. What the database holds no form of is an empty query.
class WordCompiler {
  public:
    WordCompiler(const Xapian::Database& database, const KnownTerms& terms,
                 const FieldBoosts& boosts)
        : database_(database), terms_(terms), boosts_(boosts) {}

    /// The units side by side.
    Xapian::Query units(const std::vector<QueryUnit>& units, Field field) const;
    /// One word of a unit, by itself.
    Xapian::Query term(const QueryTerm& term, Field field) const;
    /// What `other` is to weigh of its own weight where it is another wording of `asked`: as much
    /// as if both were one word, so that a rare wording does not outweigh the one that was asked
    /// for. 1 unless each is a single word or name.
    double share_of_wording(const std::vector<QueryUnit>& other,
                            const std::vector<QueryUnit>& asked) const;
    /// One name in quotes: its spellings and its family. Else exact words.
    Xapian::Query quoted(const PhraseQuery& quoted) const;
    /// The units side by side in a headline. It weighs what their words weigh there, or less where
    /// headlines count less than by default.
    Xapian::Query headline(const std::vector<QueryUnit>& units) const;
    /// Any of the forms, as if they were one word: rare ones weigh no more.
    Xapian::Query pattern(const PatternQuery& pattern) const;

  private:
    template <class In>
    Xapian::Query anywhere(Field field, const In& in) const;
    bool adds_to_body(Field field) const;
    void look_up(const std::vector<QueryUnit>& units, Field field) const;
    /// Of the field, and of those that add to the running text.
    std::vector<std::string> prefixes(Field field) const;
    Xapian::doccount articles(const QueryUnit& unit) const;
    std::vector<Xapian::Query> known(const std::vector<std::string>& terms) const;
    Xapian::Query any_form(const QueryTerm& term, const std::string& prefix) const;
    Xapian::Query one_unit(const QueryUnit& unit, const std::string& prefix) const;
    Xapian::Query any_name(const QueryUnit& unit, const std::string& prefix) const;
    Xapian::Query phrase(const std::vector<QueryUnit>& units, const std::string& prefix) const;

    const Xapian::Database& database_;
    const KnownTerms& terms_;
    const FieldBoosts& boosts_;
};

}  // namespace sitrep
