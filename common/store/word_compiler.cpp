#include "store/word_compiler.hpp"

#include "model/index_document.hpp"
#include "store/phrase_readings.hpp"

#include <algorithm>
#include <utility>

namespace sitrep {
namespace {

using Op = Xapian::Query;

std::string prefix_of(Field field) { return std::string(field_row(field).prefix); }

/// It weighs what its names weigh, however many words they stand on.
Op side_by_side(const PhraseReading& reading) {
    const std::vector<std::string>& places = reading.places;
    if (places.size() == 1) return Op(reading.places.front());
    Op phrase(Op::OP_PHRASE, places.begin(), places.end(),
              static_cast<Xapian::termcount>(places.size()));
    if (places == reading.names) return phrase;
    return Op(Op::OP_FILTER, Op(Op::OP_AND, reading.names.begin(), reading.names.end()), phrase);
}

bool is_positional(const Op& query) {
    return query.get_type() == Op::OP_PHRASE || query.get_type() == Op::OP_FILTER;
}

/// Words of the stem, in the index: as they are where one is its own stem, else through the stem.
std::vector<std::string> terms_of(const std::string& stem, const std::string& prefix) {
    return {prefix + stem, "Z" + prefix + stem};
}

/// Every form of the word, but for its foreign stems.
std::vector<std::string> forms_of(const QueryTerm& term, const std::string& prefix) {
    if (term.kind != TokenKind::Word) return {prefix + term.term};
    return terms_of(term.stem, prefix);
}

/// Of the articles whose stems are of the language.
std::string language_term(const ForeignStem& foreign) {
    return std::string(kStemsPrefix) + foreign.language;
}

/// All that any_form() and articles() will look up of `word`.
void add_terms(const QueryTerm& word, const std::string& prefix, std::vector<std::string>& terms) {
    const auto add = [&terms](const std::vector<std::string>& more) {
        terms.insert(terms.end(), more.begin(), more.end());
    };
    add(forms_of(word, prefix));
    for (const ForeignStem& foreign : word.foreign_stems) {
        add(terms_of(foreign.stem, prefix));
        terms.push_back(language_term(foreign));
    }
}

}  // namespace

Xapian::Query joined(Op::op operation, const std::vector<Op>& operands) {
    if (operands.empty()) return Op::MatchNothing;
    if (operands.size() == 1) return operands.front();
    return Op(operation, operands.begin(), operands.end());
}

Op best_of(const std::vector<Op>& operands, const Xapian::Database& database) {
    Op best = joined(Op::OP_MAX, operands);
    if (operands.size() < 2 || database.size() < 2) return best;
    return Op(Op::OP_AND_MAYBE, Op(Op::OP_SCALE_WEIGHT, best, 0), best);
}

bool takes_best(const Op& query) {
    if (query.get_type() == Op::OP_MAX) return true;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        if (takes_best(query.get_subquery(i))) return true;
    }
    return false;
}

Op gaining(Op asked, const std::vector<Op>& more) {
    for (const Op& one : more) {
        if (!one.empty()) asked = Op(Op::OP_AND_MAYBE, asked, one);
    }
    return asked;
}

/// `in(prefix)` in the field; without a field in the running text, and what headline, deck and
/// headings add to it.
template <class In>
Op WordCompiler::anywhere(Field field, const In& in) const {
    Op body = in(prefix_of(field));
    if (body.empty() || field != Field::Body) return body;
    std::vector<Op> extra;
    for (const FieldRow& row : kFields) {
        if (!adds_to_body(row.field)) continue;
        const double boost = boosts_[static_cast<std::size_t>(row.field)];
        const Op in_field = in(std::string(row.prefix));
        if (!in_field.empty()) extra.emplace_back(Op::OP_SCALE_WEIGHT, in_field, boost);
    }
    const bool is_phrase = is_positional(body);
    Op all = gaining(body, extra);
    // Inside the conjunction that may come, phrases are safe where nothing is merely checked.
    return is_phrase ? best_of({std::move(all), Op(Op::OP_SCALE_WEIGHT, body, 0)}, database_) : all;
}

Op WordCompiler::any_form(const QueryTerm& term, const std::string& prefix) const {
    std::vector<Op> forms = known(forms_of(term, prefix));
    for (const ForeignStem& foreign : term.foreign_stems) {
        const Op words = joined(Op::OP_SYNONYM, known(terms_of(foreign.stem, prefix)));
        if (words.empty()) continue;
        const Op language(Op::OP_SCALE_WEIGHT, Op(language_term(foreign)), 0);
        forms.emplace_back(Op::OP_AND, words, language);
    }
    return joined(Op::OP_SYNONYM, forms);
}

/// Those that some article holds.
std::vector<Op> WordCompiler::known(const std::vector<std::string>& terms) const {
    std::vector<Op> found;
    for (const std::string& term : terms) {
        if (terms_.holds(term)) found.emplace_back(term);
    }
    return found;
}

/// One unit, in every form it may stand in a text.
Op WordCompiler::one_unit(const QueryUnit& unit, const std::string& prefix) const {
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
    return best_of(readings, database_);
}

/// Any of the names; articles that hold one as it is asked for weigh more than those that hold
/// only others of its family.
Op WordCompiler::any_name(const QueryUnit& unit, const std::string& prefix) const {
    std::vector<Op> names;
    std::vector<Op> exact;
    for (const QueryTerm& name : unit.names) {
        const Op found = any_form(name, prefix);
        if (!found.empty()) names.push_back(found);
        const std::string exact_name = std::string(kExactNamePrefix) + name.term;
        if (prefix.empty() && name.kind == TokenKind::Designator && terms_.holds(exact_name))
            exact.emplace_back(exact_name);
    }
    if (names.empty()) return {};
    Op any = joined(Op::OP_SYNONYM, names);
    return exact.empty() ? any : Op(Op::OP_AND_MAYBE, any, joined(Op::OP_SYNONYM, exact));
}

/// The units side by side, in exact forms.
Op WordCompiler::phrase(const std::vector<QueryUnit>& units, const std::string& prefix) const {
    std::vector<Op> readings;
    for (const PhraseReading& reading : phrase_readings(units, prefix, terms_))
        readings.push_back(side_by_side(reading));
    return best_of(readings, database_);
}

bool WordCompiler::adds_to_body(Field field) const {
    return field != Field::Body && boosts_[static_cast<std::size_t>(field)] > 0;
}

std::vector<std::string> WordCompiler::prefixes(Field field) const {
    std::vector<std::string> all = {prefix_of(field)};
    for (const FieldRow& row : kFields) {
        if (field == Field::Body && adds_to_body(row.field)) all.emplace_back(row.prefix);
    }
    return all;
}

/// All that units() will ask for of single words, at once.
void WordCompiler::look_up(const std::vector<QueryUnit>& units, Field field) const {
    std::vector<std::string> terms;
    for (const std::string& prefix : prefixes(field)) {
        for (const QueryUnit& unit : units) {
            for (const auto* words : {&unit.words, &unit.names}) {
                for (const QueryTerm& word : *words) add_terms(word, prefix, terms);
            }
        }
    }
    terms_.look_up(terms);
}

Op WordCompiler::units(const std::vector<QueryUnit>& units, Field field) const {
    look_up(units, field);
    return anywhere(field, [&](const std::string& prefix) {
        return units.size() == 1 ? one_unit(units.front(), prefix) : phrase(units, prefix);
    });
}

Op WordCompiler::term(const QueryTerm& term, Field field) const {
    return anywhere(field, [&](const std::string& prefix) { return any_form(term, prefix); });
}

/// That hold the word or name anywhere, at most: one that has two of its forms counts twice.
Xapian::doccount WordCompiler::articles(const QueryUnit& unit) const {
    Xapian::doccount count = 0;
    for (const QueryTerm& term : unit.names.empty() ? unit.words : unit.names) {
        for (const std::string& form : forms_of(term, "")) count += terms_.articles(form);
        for (const ForeignStem& foreign : term.foreign_stems) {
            const Xapian::doccount most = terms_.articles(language_term(foreign));
            for (const std::string& form : terms_of(foreign.stem, ""))
                count += std::min(terms_.articles(form), most);
        }
    }
    return count;
}

double WordCompiler::share_of_wording(const std::vector<QueryUnit>& other,
                                      const std::vector<QueryUnit>& asked) const {
    const auto is_one_term = [](const std::vector<QueryUnit>& units) {
        return units.size() == 1 && (!units[0].names.empty() || units[0].words.size() == 1);
    };
    if (!is_one_term(other) || !is_one_term(asked)) return 1;
    const Xapian::doccount found = articles(other.front());
    return terms_.idf(found + articles(asked.front())) / terms_.idf(found);
}

Op WordCompiler::quoted(const PhraseQuery& quoted) const {
    const std::string prefix = prefix_of(quoted.field);
    const std::vector<QueryUnit>& units = quoted.units;
    if (units.size() == 1 && units.front().by_name_only) return any_name(units[0], prefix);
    return phrase(units, prefix);
}

Op WordCompiler::headline(const std::vector<QueryUnit>& units) const {
    const FieldRow& row = field_row(Field::Title);
    if (!adds_to_body(row.field)) return {};
    const std::string prefix(row.prefix);
    std::vector<std::string> terms;
    for (const QueryUnit& unit : units) {
        for (const auto* words : {&unit.words, &unit.names}) {
            for (const QueryTerm& word : *words) {
                terms.push_back(prefix + word.term);
                terms.push_back(std::string(kSpanStartPrefix) + prefix + word.term);
            }
        }
    }
    terms_.look_up(terms);
    Op whole = phrase(units, prefix);
    const double share = boosts_[static_cast<std::size_t>(row.field)] / row.boost;
    return whole.empty() || share >= 1 ? whole : Op(Op::OP_SCALE_WEIGHT, whole, share);
}

Op WordCompiler::pattern(const PatternQuery& pattern) const {
    std::vector<std::string> terms;
    for (const std::string& prefix : prefixes(pattern.field)) {
        for (const PatternForm& form : pattern.forms) terms.push_back(prefix + form.term);
    }
    terms_.look_up(terms);
    return anywhere(pattern.field, [&](const std::string& prefix) {
        std::vector<Op> forms;
        for (const PatternForm& form : pattern.forms) {
            if (terms_.holds(prefix + form.term)) forms.emplace_back(prefix + form.term);
        }
        return joined(Op::OP_SYNONYM, forms);
    });
}

}  // namespace sitrep
