#include "store/query_compiler.hpp"

#include "model/index_document.hpp"
#include "search/query_units.hpp"
#include "store/near_windows.hpp"
#include "store/word_compiler.hpp"
#include "store/word_order.hpp"
#include "text/date.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <variant>

namespace sitrep {
namespace {

using Op = Xapian::Query;

/// More than any question weighs: a word weighs at most (k1 + 1) ln N < 60 times its boost, a
/// question has at most 256.
constexpr double kEveryWordWeight = 100'000;
/// Of what is more than one word, whose other wordings weigh what they weigh.
const std::vector<QueryUnit> kSeveral;

class Compiler {
  public:
    Compiler(const Xapian::Database& database, const FieldBoosts& boosts, const Op& further)
        : database_(database),
          terms_(database),
          words_(database, terms_, boosts),
          further_(further) {}

    Op query(const Query& query) const {
        Op whole = std::visit([this](const auto& node) { return this->node(node); }, query.node);
        return boosted(std::move(whole), query.boost);
    }

    CompiledQuery question(const Query& question) const {
        Optional optional;
        std::vector<const Query*> rest;
        const std::vector<const Query*> asked = asked_in(question);
        for (const Query* child : asked) {
            if (!add_optional(*child, optional)) rest.push_back(child);
        }
        std::vector<Op> gains = word_order::side_by_side(asked, terms_);
        gains.push_back(word_order::headline(asked, words_));
        CompiledQuery compiled{{query(question), gains}, {}, {}};
        compiled.strict.gains.push_back(further_);
        if (optional.any.empty()) return compiled;
        if (!further_.empty()) optional.any.push_back(further_);
        const Op any = joined(Op::OP_OR, optional.any);
        compiled.relaxed = {conjunction(rest, &any), gains};
        if (optional.all.size() > 1 || optional.any.size() > 1)
            compiled.relaxed.gains.insert(compiled.relaxed.gains.begin(), every_word(optional));
        compiled.optional_words = std::move(optional.names);
        return compiled;
    }

    QueryParts parts(const Query& question, bool relaxed) const {
        QueryParts parts;
        Optional optional;
        const bool splits = std::holds_alternative<AndQuery>(question.node);
        const double boost = splits ? question.boost : 1;
        const std::vector<const Query*> asked = asked_in(question);
        for (const Query* child : asked) {
            const bool may_be_missing = relaxed && add_optional(*child, optional);
            add_part(*child, {boost, may_be_missing, PartRole::Weighs}, parts.asked);
        }
        parts.side_by_side = word_order::side_by_side(asked, terms_);
        parts.headline = word_order::headline(asked, words_);
        if (relaxed && !optional.all.empty()) parts.every_word = every_word(optional);
        return parts;
    }

  private:
    /// The words side by side that the question is; else itself.
    static std::vector<const Query*> asked_in(const Query& question) {
        const auto* all = std::get_if<AndQuery>(&question.node);
        if (all == nullptr || !all->implicit) return {&question};
        std::vector<const Query*> asked;
        for (const QueryPtr& child : all->children) asked.push_back(child.get());
        return asked;
    }

    /// How a part stands in the question.
    struct Standing {
        double boost = 1;  ///< of what it is inside
        bool may_be_missing = false;
        PartRole role = PartRole::Weighs;
    };

    void add_part(const Query& query, Standing standing, std::vector<QueryPart>& parts) const {
        if (asks_for_nothing(query)) return;
        if (standing.role == PartRole::Weighs && is_filter(query))
            standing.role = PartRole::Filters;
        const bool is_run = std::holds_alternative<RunQuery>(query.node);
        const bool is_whole =
            std::holds_alternative<NearQuery>(query.node) || (is_run && !standing.may_be_missing);
        bool has_children = false;
        if (!is_whole) {
            Standing inside = standing;
            inside.boost *= query.boost;
            if (std::holds_alternative<NotQuery>(query.node))
                inside.role =
                    standing.role == PartRole::Excludes ? PartRole::Filters : PartRole::Excludes;
            each_child(query, [&](const Query& child) {
                has_children = true;
                add_part(child, inside, parts);
            });
        }
        const std::vector<QueryExpansion>& expansions = expansions_of(query);
        if (has_children) {  // other wordings of a run whose words may be missing add up
            for (QueryPart& wording : wordings(query, standing))
                parts.push_back(std::move(wording));
            return;
        }
        const auto* word = std::get_if<WordQuery>(&query.node);
        Op own = word != nullptr && standing.may_be_missing
                     ? boosted(relaxed_word(*word), query.boost)
                     : this->query(query);
        QueryPart part{to_string(query), standing.role, boosted(std::move(own), standing.boost)};
        if (!expansions.empty()) part.wordings = wordings(query, standing);
        parts.push_back(std::move(part));
    }

    static const std::vector<QueryExpansion>& expansions_of(const Query& query) {
        static const std::vector<QueryExpansion> kNone;
        if (const auto* word = std::get_if<WordQuery>(&query.node)) return word->expansions;
        if (const auto* run = std::get_if<RunQuery>(&query.node)) return run->expansions;
        return kNone;
    }

    std::vector<QueryPart> wordings(const Query& query, const Standing& standing) const {
        std::vector<QueryPart> parts;
        const auto* word = std::get_if<WordQuery>(&query.node);
        const std::vector<QueryUnit>& asked = word != nullptr ? word->units : kSeveral;
        for (const QueryExpansion& expansion : expansions_of(query)) {
            Op other = expanded(expansion, field_of(query), asked);
            parts.push_back({expansion.text, standing.role,
                             boosted(boosted(std::move(other), query.boost), standing.boost)});
        }
        return parts;
    }

    /// Words of which a relaxed question needs one.
    struct Optional {
        std::vector<Op> any;             ///< each word, and what else a run of them is called
        std::vector<Op> all;             ///< what makes an article hold every one
        std::vector<std::string> names;  ///< of the words, for people
        double boost = 1;                ///< the highest of them
    };

    /// Whether `child` is plain words that may be missing, then added.
    bool add_optional(const Query& child, Optional& optional) const {
        if (child.required) return false;
        if (const auto* run = std::get_if<RunQuery>(&child.node)) {
            if (std::get<WordQuery>(run->words.front()->node).field != Field::Body) return false;
            for (const QueryPtr& word : run->words) add_word(*word, optional);
            optional.all.push_back(node(*run));
            for (const QueryExpansion& expansion : run->expansions)
                optional.any.push_back(expanded(expansion, Field::Body, kSeveral));
            return true;
        }
        const auto* word = std::get_if<WordQuery>(&child.node);
        const auto* pattern = std::get_if<PatternQuery>(&child.node);
        const bool in_body = (word != nullptr && word->field == Field::Body) ||
                             (pattern != nullptr && pattern->field == Field::Body);
        if (!in_body) return false;
        if (add_word(child, optional)) optional.all.push_back(query(child));
        return true;
    }

    /// A word or pattern, unless it asks for nothing.
    bool add_word(const Query& child, Optional& optional) const {
        if (asks_for_nothing(child)) return false;
        const auto* word = std::get_if<WordQuery>(&child.node);
        // A word asked for twice counts twice.
        optional.any.push_back(word != nullptr ? boosted(relaxed_word(*word), child.boost)
                                               : query(child));
        optional.boost = std::max(optional.boost, child.boost);
        const std::string name =
            word != nullptr ? name_for_people(*word) : std::get<PatternQuery>(child.node).text;
        auto& names = optional.names;
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
        return true;
    }

    static std::string name_for_people(const WordQuery& word) {
        const QueryUnit& unit = word.units.front();
        const bool plain = word.units.size() == 1 && is_plain_word(unit);
        return plain ? unit.words.front().term : word.text;
    }

    static Op boosted(Op whole, double boost) {
        if (boost == 1 || whole.empty()) return whole;
        return Op(Op::OP_SCALE_WEIGHT, whole, boost);
    }

    /// Words that were only guessed to be one are optional one by one.
    Op relaxed_word(const WordQuery& word) const {
        Op whole = node(word);
        const QueryUnit& unit = word.units.front();
        if (!unit.may_be_apart) return whole;
        std::vector<Op> parts = {std::move(whole)};
        for (const QueryTerm& term : unit.words) {
            parts.push_back(words_.term(term, word.field));
        }
        return joined(Op::OP_OR, parts);
    }

    /// What articles that hold all of them gain.
    static Op every_word(const Optional& words) {
        const Op all(Op::OP_SCALE_WEIGHT, joined(Op::OP_AND, words.all), 0);
        const double more = kEveryWordWeight * std::ceil(words.boost);
        const Op raise((new Xapian::FixedWeightPostingSource(more))->release());
        return Op(Op::OP_AND, all, raise);
    }

    Op expanded(const QueryExpansion& expansion, Field field,
                const std::vector<QueryUnit>& asked) const {
        std::size_t terms = 0;
        for (const QueryUnit& unit : expansion.units) terms += term_count(unit);
        Op other = words_.units(expansion.units, field);
        if (other.empty()) return other;
        // A phrase weighs what its words weigh together: it counts as one.
        const double weight = expansion_weight(expansion.kind) / static_cast<double>(terms);
        return Op(Op::OP_SCALE_WEIGHT, other,
                  weight * words_.share_of_wording(expansion.units, asked));
    }

    Op with_expansions(const Op& own, const std::vector<QueryExpansion>& expansions, Field field,
                       const std::vector<QueryUnit>& asked) const {
        std::vector<Op> all;
        if (!own.empty()) all.push_back(own);
        for (const QueryExpansion& expansion : expansions) {
            Op other = expanded(expansion, field, asked);
            if (!other.empty()) all.push_back(std::move(other));
        }
        return best_of(all, database_);
    }

    Op node(const WordQuery& word) const {
        if (asks_for_nothing(word)) return Op::MatchNothing;
        return with_expansions(words_.units(word.units, word.field), word.expansions, word.field,
                               word.units);
    }

    Op node(const RunQuery& run) const {
        std::vector<Op> words;
        for (const QueryPtr& word : run.words) {
            if (!asks_for_nothing(*word)) words.push_back(query(*word));
        }
        return with_expansions(joined(Op::OP_AND, words), run.expansions,
                               std::get<WordQuery>(run.words.front()->node).field, kSeveral);
    }

    Op node(const PhraseQuery& quoted) const { return words_.quoted(quoted); }
    Op node(const PatternQuery& pattern) const { return words_.pattern(pattern); }

    /// It weighs what its words weigh, wherever they stand.
    Op node(const NearQuery& near) const {
        std::vector<Op> operands;
        for (const QueryPtr& child : near.children) operands.push_back(query(*child));
        const Op windows = near_windows(
            near, std::string(field_row(field_of(*near.children.front())).prefix), terms_);
        return Op(Op::OP_FILTER, joined(Op::OP_AND, operands), windows);
    }

    static Op node(const DateQuery& date) {
        constexpr Day kFirst{1, 1, 1};
        constexpr Day kLast{9999, 12, 31};
        return Op(Op::OP_VALUE_RANGE, static_cast<Xapian::valueno>(Slot::Date),
                  sortable_day(date.range.first.value_or(kFirst)),
                  sortable_day(date.range.last.value_or(kLast)));
    }

    static Op node(const SizeQuery& size) {
        return Op(Op::OP_VALUE_RANGE, static_cast<Xapian::valueno>(Slot::Size),
                  sortable_size(size.first.value_or(0)),
                  sortable_size(size.last.value_or(std::numeric_limits<std::uint64_t>::max())));
    }

    Op node(const AndQuery& all) const {
        std::vector<const Query*> children;
        for (const QueryPtr& child : all.children) children.push_back(child.get());
        return conjunction(children, nullptr);
    }

    Op node(const OrQuery& any) const {
        std::vector<Op> children;
        for (const QueryPtr& child : any.children) children.push_back(query(*child));
        return joined(Op::OP_OR, children);
    }

    Op node(const XorQuery& one) const {
        std::vector<Op> children;
        for (const QueryPtr& child : one.children) children.push_back(query(*child));
        return Op(Op::OP_XOR, children.begin(), children.end());
    }

    Op node(const NotQuery& not_query) const {
        return Op(Op::OP_AND_NOT, Op::MatchAll, query(*not_query.child));
    }

    /// All of `children`, and of `ranked` where there is one: filters filter, negations exclude,
    /// and words that are only stop words ask for nothing. What no article holds makes it match
    /// nothing.
    Op conjunction(const std::vector<const Query*>& children, const Op* ranked) const {
        std::vector<Op> wanted;
        std::vector<Op> filters;
        std::vector<Op> unwanted;
        if (ranked != nullptr) wanted.push_back(*ranked);
        for (const Query* child : children) {
            if (const auto* negated = std::get_if<NotQuery>(&child->node)) {
                unwanted.push_back(query(*negated->child));
            } else if (is_filter(*child)) {
                filters.push_back(query(*child));
            } else if (!asks_for_nothing(*child)) {
                wanted.push_back(query(*child));
            }
        }
        if (wanted.empty() && filters.empty() && unwanted.empty()) return Op::MatchNothing;
        Op result =
            wanted.empty() ? Op(Op::OP_SCALE_WEIGHT, Op::MatchAll, 0) : joined(Op::OP_AND, wanted);
        for (const Op& filter : filters) result = Op(Op::OP_FILTER, result, filter);
        if (!unwanted.empty()) result = Op(Op::OP_AND_NOT, result, joined(Op::OP_OR, unwanted));
        return result;
    }

    /// What an article is, and not what it says: dates, sizes, exact values, or any of some.
    static bool is_filter(const Query& query) {
        if (const auto* either = std::get_if<OrQuery>(&query.node)) {
            return std::all_of(either->children.begin(), either->children.end(),
                               [](const QueryPtr& child) { return is_filter(*child); });
        }
        const auto* word = std::get_if<WordQuery>(&query.node);
        const auto* pattern = std::get_if<PatternQuery>(&query.node);
        return std::holds_alternative<DateQuery>(query.node) ||
               std::holds_alternative<SizeQuery>(query.node) ||
               (word != nullptr && field_row(word->field).kind == FieldKind::Exact) ||
               (pattern != nullptr && field_row(pattern->field).kind == FieldKind::Exact);
    }

    static bool asks_for_nothing(const WordQuery& word) {
        return word.units.empty() || is_stop_word(word);
    }
    static bool asks_for_nothing(const Query& query) {
        const auto* word = std::get_if<WordQuery>(&query.node);
        return word != nullptr && asks_for_nothing(*word);
    }

    const Xapian::Database& database_;
    KnownTerms terms_;
    WordCompiler words_;
    const Op& further_;
};

}  // namespace

Xapian::Query RankedQuery::whole() const { return gaining(asked, gains); }

RankedQuery RankedQuery::among(const Xapian::Query& filter) const {
    return {Op(Op::OP_FILTER, asked, filter), gains};
}

RankedQuery RankedQuery::without(const Xapian::Query& filter) const {
    return {Op(Op::OP_AND_NOT, asked, filter), gains};
}

CompiledQuery compile(const Query& query, const Xapian::Database& database,
                      const FieldBoosts& boosts, const Xapian::Query& further) {
    return Compiler(database, boosts, further).question(query);
}

QueryParts parts_of(const Query& query, const Xapian::Database& database, bool relaxed,
                    const FieldBoosts& boosts) {
    const Xapian::Query nothing;
    return Compiler(database, boosts, nothing).parts(query, relaxed);
}

double own_weight(double weight) { return std::fmod(weight, kEveryWordWeight); }

}  // namespace sitrep
