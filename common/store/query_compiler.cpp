#include "store/query_compiler.hpp"

#include "model/index_document.hpp"
#include "text/date.hpp"

#include <algorithm>
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

class Compiler {
  public:
    explicit Compiler(const Xapian::Database& database) : database_(database) {}

    Op query(const Query& query) const {
        return std::visit([this](const auto& node) { return this->node(node); }, query.node);
    }

    CompiledQuery question(const Query& question) const {
        CompiledQuery compiled{query(question), {}, {}};
        const auto* all = std::get_if<AndQuery>(&question.node);
        if (all == nullptr || !all->implicit) {
            if (const auto* word = std::get_if<WordQuery>(&question.node))
                relax_word(*word, compiled);
            return compiled;
        }
        std::vector<Op> optional;
        std::vector<const Query*> rest;
        for (const QueryPtr& child : all->children) {
            const auto* word = std::get_if<WordQuery>(&child->node);
            if (word != nullptr && word->field == Field::Body) {
                add_optional(*word, optional, compiled.optional_words);
            } else {
                rest.push_back(child.get());
            }
        }
        compiled.relaxed = conjunction(rest, all_first(optional));
        return compiled;
    }

  private:
    /// `state-sponsored`, alone in the question, is two words that may be relaxed like any two.
    void relax_word(const WordQuery& word, CompiledQuery& compiled) const {
        if (word.field != Field::Body) return;
        std::vector<Op> optional;
        add_optional(word, optional, compiled.optional_words);
        compiled.relaxed = all_first(optional);
    }

    void add_optional(const WordQuery& word, std::vector<Op>& queries,
                      std::vector<std::string>& names) const {
        for (const QueryTerm& term : word.terms) {
            if (term.stop_word) continue;
            queries.push_back(plain_word(term));  // a word asked for twice counts twice
            if (std::find(names.begin(), names.end(), term.term) == names.end())
                names.push_back(term.term);
        }
    }

    /// Any of `words`; articles with all of them first. A word weighs at most (k1 + 1) ln N < 50, a
    /// question has at most 256.
    static Op all_first(const std::vector<Op>& words) {
        constexpr double kMoreThanAnyWeight = 100'000;
        if (words.size() < 2) return joined(Op::OP_OR, words);
        const Op all(Op::OP_SCALE_WEIGHT, joined(Op::OP_AND, words), 0);
        const Op raise((new Xapian::FixedWeightPostingSource(kMoreThanAnyWeight))->release());
        return Op(Op::OP_AND_MAYBE, joined(Op::OP_OR, words), Op(Op::OP_AND, all, raise));
    }

    /// The word in the running text, and what headline, deck and headings add to it.
    Op plain_word(const QueryTerm& term) const {
        Op body = any_form(term, "");
        if (body.empty()) return body;
        std::vector<Op> extra;
        for (const FieldRow& row : kFields) {
            if (row.boost <= 0 || row.field == Field::Body) continue;
            const Op in_field = any_form(term, std::string(row.prefix));
            if (!in_field.empty()) extra.emplace_back(Op::OP_SCALE_WEIGHT, in_field, row.boost);
        }
        return extra.empty() ? body : Op(Op::OP_AND_MAYBE, body, joined(Op::OP_OR, extra));
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
        } else {
            add(prefix + term.term);
        }
        return joined(Op::OP_SYNONYM, forms);
    }

    Op node(const WordQuery& word) const {
        std::vector<Op> terms;
        for (const QueryTerm& term : word.terms) {
            if (term.stop_word) continue;
            terms.push_back(word.field == Field::Body ? plain_word(term)
                                                      : any_form(term, prefix_of(word.field)));
        }
        return joined(Op::OP_AND, terms);
    }

    Op node(const PhraseQuery& phrase) const {
        const std::string prefix = prefix_of(phrase.field);
        std::vector<Op> terms;
        for (const QueryTerm& term : phrase.terms) terms.emplace_back(prefix + term.term);
        if (terms.size() < 2) return joined(Op::OP_AND, terms);
        return Op(Op::OP_PHRASE, terms.begin(), terms.end(),
                  static_cast<Xapian::termcount>(terms.size()));
    }

    static Op node(const DateQuery& date) {
        constexpr Day kFirst{1, 1, 1};
        constexpr Day kLast{9999, 12, 31};
        return Op(Op::OP_VALUE_RANGE, static_cast<Xapian::valueno>(Slot::Date),
                  sortable_day(date.range.first.value_or(kFirst)),
                  sortable_day(date.range.last.value_or(kLast)));
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

    Op node(const NotQuery& not_query) const {
        return Op(Op::OP_AND_NOT, Op::MatchAll, query(*not_query.child));
    }

    /// All of `children` and `ranked` (left out when empty): dates filter, negations exclude, and
    /// words that are only stop words ask for nothing.
    Op conjunction(const std::vector<const Query*>& children, const Op& ranked) const {
        std::vector<Op> wanted;
        std::vector<Op> filters;
        std::vector<Op> unwanted;
        if (!ranked.empty()) wanted.push_back(ranked);
        for (const Query* child : children) {
            if (const auto* negated = std::get_if<NotQuery>(&child->node)) {
                unwanted.push_back(query(*negated->child));
            } else if (std::holds_alternative<DateQuery>(child->node)) {
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

    static bool asks_for_nothing(const Query& query) {
        const auto* word = std::get_if<WordQuery>(&query.node);
        return word != nullptr && std::all_of(word->terms.begin(), word->terms.end(),
                                              [](const QueryTerm& term) { return term.stop_word; });
    }

    const Xapian::Database& database_;
};

}  // namespace

CompiledQuery compile(const Query& query, const Xapian::Database& database) {
    return Compiler(database).question(query);
}

}  // namespace sitrep
