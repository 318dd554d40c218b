#include "store/query_compiler.hpp"

#include "model/index_document.hpp"
#include "search/query_units.hpp"
#include "store/near_windows.hpp"
#include "store/phrase_readings.hpp"
#include "text/date.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <variant>

namespace sitrep {
namespace {

using Op = Xapian::Query;

std::string prefix_of(Field field) { return std::string(field_row(field).prefix); }

/// The operands joined, without a wrapper round a single one.
Op joined(Op::op operation, const std::vector<Op>& operands) {
    if (operands.empty()) return Op::MatchNothing;
    if (operands.size() == 1) return operands.front();
    return Op(operation, operands.begin(), operands.end());
}

/// More than any question weighs: a word weighs at most (k1 + 1) ln N < 60 times its boost, a
/// question has at most 256.
constexpr double kEveryWordWeight = 100'000;

class Compiler {
  public:
    Compiler(const Xapian::Database& database, const FieldBoosts& boosts, const Op& further)
        : database_(database), boosts_(boosts), further_(further) {}

    Op query(const Query& query) const {
        Op whole = std::visit([this](const auto& node) { return this->node(node); }, query.node);
        return boosted(std::move(whole), query.boost);
    }

    CompiledQuery question(const Query& question) const {
        const auto* all = std::get_if<AndQuery>(&question.node);
        Optional optional;
        std::vector<const Query*> rest;
        std::vector<const Query*> asked = {&question};
        if (all != nullptr && all->implicit) {
            asked.clear();
            for (const QueryPtr& child : all->children) asked.push_back(child.get());
        }
        for (const Query* child : asked) {
            if (!add_optional(*child, optional)) rest.push_back(child);
        }
        const std::vector<Op> pairs = side_by_side(asked);
        CompiledQuery compiled{gaining(gaining(query(question), pairs), {further_}), {}, {}};
        if (optional.any.empty()) return compiled;
        if (!further_.empty()) optional.any.push_back(further_);
        compiled.relaxed = conjunction(rest, gaining(all_first(optional), pairs));
        compiled.optional_words = std::move(optional.names);
        return compiled;
    }

  private:
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
                optional.any.push_back(expanded(expansion, Field::Body));
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
        return boost == 1 || whole.empty() ? whole : Op(Op::OP_SCALE_WEIGHT, whole, boost);
    }

    /// Words that were only guessed to be one are optional one by one.
    Op relaxed_word(const WordQuery& word) const {
        Op whole = node(word);
        const QueryUnit& unit = word.units.front();
        if (!unit.may_be_apart) return whole;
        std::vector<Op> parts = {std::move(whole)};
        for (const QueryTerm& term : unit.words) {
            parts.push_back(anywhere(
                word.field, [&](const std::string& prefix) { return any_form(term, prefix); }));
        }
        return joined(Op::OP_OR, parts);
    }

    /// Any of the operands, with the weight of the best. Over several databases Xapian 1.4 asks an
    /// OP_MAX that has come to its end in one of them for its weight once more, and crashes. Behind
    /// an OP_AND_MAYBE that finds the same articles it never gets there, as long as nothing is left
    /// out for its low weight: see store/ranking.
    Op best_of(const std::vector<Op>& operands) const {
        Op best = joined(Op::OP_MAX, operands);
        if (operands.size() < 2 || database_.size() < 2) return best;
        return Op(Op::OP_AND_MAYBE, Op(Op::OP_SCALE_WEIGHT, best, 0), best);
    }

    /// `asked`, and what articles gain by that hold some of `more`: each by an operator of its own,
    /// for behind one OP_AND_MAYBE with an OP_OR of them Xapian 1.4 counts phrases that are not
    /// there.
    static Op gaining(Op asked, const std::vector<Op>& more) {
        for (const Op& one : more) {
            if (!one.empty()) asked = Op(Op::OP_AND_MAYBE, asked, one);
        }
        return asked;
    }

    /// Neighbouring plain words of the question, side by side in the text as they are written. All
    /// pairs of a question together count as a quarter of a word: more would rank by the chance
    /// pairs of long questions.
    std::vector<Op> side_by_side(const std::vector<const Query*>& asked) const {
        constexpr double kShare = 0.25;
        std::vector<Op> pairs;
        std::string last;
        const auto meet = [&](const Query& query) {
            std::string next = plain_term(query);
            if (!last.empty() && !next.empty() && last != next) {
                const std::array<std::string, 2> both = {last, next};
                pairs.emplace_back(Op::OP_PHRASE, both.begin(), both.end(), 2);
            }
            last = std::move(next);
        };
        for (const Query* query : asked) {
            if (const auto* run = std::get_if<RunQuery>(&query->node)) {
                for (const QueryPtr& word : run->words) meet(*word);
            } else {
                meet(*query);
            }
        }
        const double share = kShare / static_cast<double>(pairs.size());
        for (Op& pair : pairs) pair = Op(Op::OP_SCALE_WEIGHT, pair, share);
        return pairs;
    }

    /// The term of a plain word without a field that some article holds, else nothing.
    std::string plain_term(const Query& query) const {
        const auto* word = std::get_if<WordQuery>(&query.node);
        if (word == nullptr || word->field != Field::Body || asks_for_nothing(*word)) return {};
        if (word->units.size() != 1 || !is_plain_word(word->units.front())) return {};
        const std::string& term = word->units.front().words.front().term;
        return database_.term_exists(term) ? term : std::string();
    }

    /// Any of the words; articles with all of them first.
    static Op all_first(const Optional& words) {
        if (words.all.size() < 2 && words.any.size() < 2) return joined(Op::OP_OR, words.any);
        const Op all(Op::OP_SCALE_WEIGHT, joined(Op::OP_AND, words.all), 0);
        const double more = kEveryWordWeight * std::ceil(words.boost);
        const Op raise((new Xapian::FixedWeightPostingSource(more))->release());
        return Op(Op::OP_AND_MAYBE, joined(Op::OP_OR, words.any), Op(Op::OP_AND, all, raise));
    }

    /// `in(prefix)` in the field; without a field in the running text, and what headline, deck and
    /// headings add to it.
    template <class In>
    Op anywhere(Field field, const In& in) const {
        Op body = in(prefix_of(field));
        if (body.empty() || field != Field::Body) return body;
        std::vector<Op> extra;
        for (const FieldRow& row : kFields) {
            const double boost = boosts_[static_cast<std::size_t>(row.field)];
            if (boost <= 0 || row.field == Field::Body) continue;
            const Op in_field = in(std::string(row.prefix));
            if (!in_field.empty()) extra.emplace_back(Op::OP_SCALE_WEIGHT, in_field, boost);
        }
        return gaining(std::move(body), extra);
    }

    /// Every form of the word: exact where it is its own stem, else through the stem.
    Op any_form(const QueryTerm& term, const std::string& prefix) const {
        std::vector<Op> forms;
        const auto add = [&](const std::string& form) {
            if (database_.term_exists(form)) forms.emplace_back(form);
        };
        if (term.kind == TokenKind::Word) {
            add(prefix + term.stem);
            add("Z" + prefix + term.stem);
            for (const std::string& stem : term.other_stems) {
                add(prefix + stem);
                add("Z" + prefix + stem);
            }
        } else {
            add(prefix + term.term);
        }
        return joined(Op::OP_SYNONYM, forms);
    }

    /// One unit, in every form it may stand in a text.
    Op one_unit(const QueryUnit& unit, const std::string& prefix) const {
        if (unit.names.empty() && unit.words.size() == 1) return any_form(unit.words[0], prefix);
        std::vector<Op> readings;
        const auto add = [&readings](Op reading) {
            if (!reading.empty()) readings.push_back(std::move(reading));
        };
        add(any_name(unit, prefix));
        if (unit.may_be_apart) {
            // Below what is surely the name; `leopard 2` is no surer as one word.
            const double apart = unit.names.front().kind == TokenKind::Word ? 1 : 0.25;
            std::vector<Op> words;
            for (const QueryTerm& word : unit.words) words.push_back(any_form(word, prefix));
            add(Op(Op::OP_SCALE_WEIGHT, joined(Op::OP_AND, words), apart));
        } else if (!unit.by_name_only) {
            QueryUnit words = unit;
            words.names.clear();
            add(phrase({std::move(words)}, prefix));
        }
        return best_of(readings);
    }

    /// Any of the names; articles that hold one as it is asked for weigh more than those that hold
    /// only others of its family.
    Op any_name(const QueryUnit& unit, const std::string& prefix) const {
        std::vector<Op> names;
        std::vector<Op> exact;
        for (const QueryTerm& name : unit.names) {
            const Op found = any_form(name, prefix);
            if (!found.empty()) names.push_back(found);
            const std::string exact_name = std::string(kExactNamePrefix) + name.term;
            if (prefix.empty() && name.kind == TokenKind::Designator &&
                database_.term_exists(exact_name))
                exact.emplace_back(exact_name);
        }
        if (names.empty()) return {};
        Op any = joined(Op::OP_SYNONYM, names);
        return exact.empty() ? any : Op(Op::OP_AND_MAYBE, any, joined(Op::OP_SYNONYM, exact));
    }

    /// The units side by side, in exact forms.
    Op phrase(const std::vector<QueryUnit>& units, const std::string& prefix) const {
        std::vector<Op> readings;
        for (const PhraseReading& reading : phrase_readings(units, prefix, database_))
            readings.push_back(side_by_side(reading));
        return best_of(readings);
    }

    /// It weighs what its names weigh, however many words they stand on.
    static Op side_by_side(const PhraseReading& reading) {
        const std::vector<std::string>& places = reading.places;
        if (places.size() == 1) return Op(reading.places.front());
        const Op phrase(Op::OP_PHRASE, places.begin(), places.end(),
                        static_cast<Xapian::termcount>(places.size()));
        if (places == reading.names) return phrase;
        return Op(Op::OP_FILTER, Op(Op::OP_AND, reading.names.begin(), reading.names.end()),
                  phrase);
    }

    Op units_in(const std::vector<QueryUnit>& units, Field field) const {
        return anywhere(field, [&](const std::string& prefix) {
            return units.size() == 1 ? one_unit(units.front(), prefix) : phrase(units, prefix);
        });
    }

    Op expanded(const QueryExpansion& expansion, Field field) const {
        std::size_t terms = 0;
        for (const QueryUnit& unit : expansion.units) terms += term_count(unit);
        const Op other = units_in(expansion.units, field);
        if (other.empty()) return other;
        // A phrase weighs what its words weigh together: it counts as one.
        const double weight = expansion_weight(expansion.kind) / static_cast<double>(terms);
        return Op(Op::OP_SCALE_WEIGHT, other, weight);
    }

    Op with_expansions(const Op& asked, const std::vector<QueryExpansion>& expansions,
                       Field field) const {
        std::vector<Op> all;
        if (!asked.empty()) all.push_back(asked);
        for (const QueryExpansion& expansion : expansions) {
            Op other = expanded(expansion, field);
            if (!other.empty()) all.push_back(std::move(other));
        }
        return best_of(all);
    }

    Op node(const WordQuery& word) const {
        if (asks_for_nothing(word)) return Op::MatchNothing;
        return with_expansions(units_in(word.units, word.field), word.expansions, word.field);
    }

    Op node(const RunQuery& run) const {
        std::vector<Op> words;
        for (const QueryPtr& word : run.words) {
            if (!asks_for_nothing(*word)) words.push_back(query(*word));
        }
        return with_expansions(joined(Op::OP_AND, words), run.expansions,
                               std::get<WordQuery>(run.words.front()->node).field);
    }

    /// One name in quotes: its spellings and its family. Else exact words.
    Op node(const PhraseQuery& quoted) const {
        const std::string prefix = prefix_of(quoted.field);
        const std::vector<QueryUnit>& units = quoted.units;
        if (units.size() == 1 && units.front().by_name_only) return any_name(units[0], prefix);
        return phrase(units, prefix);
    }

    /// Any of the forms, as if they were one word: rare ones weigh no more.
    Op node(const PatternQuery& pattern) const {
        return anywhere(pattern.field, [&](const std::string& prefix) {
            std::vector<Op> forms;
            for (const PatternForm& form : pattern.forms) {
                const std::string term = prefix + form.term;
                if (database_.term_exists(term)) forms.emplace_back(term);
            }
            return joined(Op::OP_SYNONYM, forms);
        });
    }

    /// It weighs what its words weigh, wherever they stand.
    Op node(const NearQuery& near) const {
        std::vector<Op> operands;
        for (const QueryPtr& child : near.children) operands.push_back(query(*child));
        const Op windows =
            near_windows(near, prefix_of(field_of(*near.children.front())), database_);
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
        return conjunction(children, Op());
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

    /// All of `children` and `ranked` (left out when empty): filters filter, negations exclude, and
    /// words that are only stop words ask for nothing.
    Op conjunction(const std::vector<const Query*>& children, const Op& ranked) const {
        std::vector<Op> wanted;
        std::vector<Op> filters;
        std::vector<Op> unwanted;
        if (!ranked.empty()) wanted.push_back(ranked);
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
        return word.units.empty() || word.units.front().words.front().stop_word;
    }
    static bool asks_for_nothing(const Query& query) {
        const auto* word = std::get_if<WordQuery>(&query.node);
        return word != nullptr && asks_for_nothing(*word);
    }

    const Xapian::Database& database_;
    const FieldBoosts& boosts_;
    const Op& further_;
};

}  // namespace

CompiledQuery compile(const Query& query, const Xapian::Database& database,
                      const FieldBoosts& boosts, const Xapian::Query& further) {
    return Compiler(database, boosts, further).question(query);
}

double own_weight(double weight) { return std::fmod(weight, kEveryWordWeight); }

}  // namespace sitrep
