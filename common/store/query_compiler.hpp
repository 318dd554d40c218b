// Query tree -> Xapian::Query. Included by this folder only.
//
// A word matches every form with its stem: the index holds `Z`stem where a word differs from its
// stem and the plain word where it does not, so the two are one OP_SYNONYM. Phrases are exact words
// side by side. A word without a field looks in the body, where headline, deck and headings are
// indexed too; each field of its own adds its boost. Only operators and sources that every Xapian
// server knows are used.
#pragma once

#include "model/hit_account.hpp"
#include "search/query.hpp"
#include "search/search_options.hpp"

#include <xapian.h>

#include <string>
#include <vector>

namespace sitrep {

/// A question as it ranks. What articles gain by stands outermost, whatever else is asked of them:
/// see gaining().
struct RankedQuery {
    Xapian::Query asked;               ///< what matches
    std::vector<Xapian::Query> gains;  ///< adds to the weight of what matches

    Xapian::Query whole() const;
    /// The same of the articles that `filter` matches.
    RankedQuery among(const Xapian::Query& filter) const;
    RankedQuery without(const Xapian::Query& filter) const;  ///< ... does not match
};

struct CompiledQuery {
    RankedQuery strict;  ///< every word of the question
    /// At least one of `optional_words`, and all that is not optional; articles that hold all of
    /// them come before all others.
    RankedQuery relaxed;
    /// The words side by side that relaxing would make optional; fewer than two: there is no
    /// relaxing.
    std::vector<std::string> optional_words;

    bool can_relax() const { return optional_words.size() > 1; }
};

/// `database` tells which forms of a word exist. `further` are words that nobody asked for but that
/// articles gain by; where words are optional they are welcome by themselves, too.
CompiledQuery compile(const Query& query, const Xapian::Database& database,
                      const FieldBoosts& boosts = default_boosts(),
                      const Xapian::Query& further = {});

/// What a question asks for, one by one, each compiled by itself.
struct QueryPart {
    std::string text;
    PartRole role = PartRole::Weighs;
    Xapian::Query query;
    std::vector<QueryPart> wordings = {};  ///< other ones, `query` among them
};
struct QueryParts {
    std::vector<QueryPart> asked;
    std::vector<Xapian::Query> side_by_side;
    Xapian::Query headline;
    Xapian::Query every_word;
};

/// The parts of what compile() makes of `query`, of the relaxed form or the strict one: what an
/// article gains by those that weigh and by the others is its weight.
QueryParts parts_of(const Query& query, const Xapian::Database& database, bool relaxed,
                    const FieldBoosts& boosts = default_boosts());

/// The weight without what a relaxed question adds to the articles that hold every word.
double own_weight(double weight);

}  // namespace sitrep
