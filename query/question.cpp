#include "query/question.hpp"

#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "base/utf8.hpp"
#include "search/query_analysis.hpp"
#include "search/query_error.hpp"
#include "search/query_expansion.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep {
namespace {

/// Calls `leaf(text, field, units, expansions)` for each word and phrase, and `date(query)` for
/// each date. A run is shown behind its words.
template <class OnUnits, class OnDate>
void each_leaf(const Query& query, const OnUnits& leaf, const OnDate& date) {
    static const std::vector<QueryExpansion> kNone;
    const auto each = [&](const std::vector<QueryPtr>& children) {
        for (const QueryPtr& child : children) each_leaf(*child, leaf, date);
    };
    if (const auto* word = std::get_if<WordQuery>(&query.node)) {
        leaf(word->text, word->field, word->units, word->expansions);
    } else if (const auto* run = std::get_if<RunQuery>(&query.node)) {
        each(run->words);
        std::vector<std::string> texts;
        for (const QueryPtr& one : run->words) texts.push_back(std::get<WordQuery>(one->node).text);
        leaf(join(texts, " "), std::get<WordQuery>(run->words.front()->node).field, {},
             run->expansions);
    } else if (const auto* phrase = std::get_if<PhraseQuery>(&query.node)) {
        leaf("\"" + phrase->text + "\"", phrase->field, phrase->units, kNone);
    } else if (const auto* range = std::get_if<DateQuery>(&query.node)) {
        date(*range);
    } else if (const auto* all = std::get_if<AndQuery>(&query.node)) {
        each(all->children);
    } else if (const auto* either = std::get_if<OrQuery>(&query.node)) {
        each(either->children);
    } else if (const auto* exclusion = std::get_if<NotQuery>(&query.node)) {
        each_leaf(*exclusion->child, leaf, date);
    }
}

std::string shown_names(const std::vector<QueryTerm>& names) {
    std::vector<std::string> shown;
    for (const QueryTerm& name : names) {
        const bool designator = name.kind == TokenKind::Designator;
        shown.push_back(name.term + (designator ? " (designator)" : ""));
    }
    return join(shown, " or ");
}

/// A phrase asks for the words as they are: their stems play no part.
std::string shown_unit(const QueryUnit& unit, bool exact) {
    std::string names = shown_names(unit.names);
    if (unit.by_name_only) return names;
    std::vector<std::string> words;
    for (const QueryTerm& term : unit.words) {
        std::string text = term.term;
        const bool stems = !exact && unit.words.size() == 1 && term.stem != term.term;
        if (stems) text += " (stem " + term.stem + ")";
        if (term.stop_word) text += " (stop word, not asked for)";
        words.push_back(std::move(text));
    }
    const std::string shown =
        join(words, " ") + (unit.may_be_apart ? " (the words, side by side or not)" : "");
    return names.empty() ? shown : names + " or " + shown;
}

std::string shown_units(const std::vector<QueryUnit>& units, bool exact) {
    if (units.empty()) return "nothing that can be searched";
    std::vector<std::string> shown;
    for (const QueryUnit& unit : units)
        shown.push_back(shown_unit(unit, exact || units.size() > 1));
    return join(shown, ", ");
}

std::string shown_range(const DayRange& range) {
    return (range.first ? iso_day(*range.first) : "") + ".." +
           (range.last ? iso_day(*range.last) : "");
}

}  // namespace

Result<void> give_terms(Query& query, std::string_view text, bool plain_words, Analyzer& analyzer,
                        AcronymSource& acronyms, WordTables& tables) {
    analyze_query(query, analyzer, tables.stop_words, tables.languages);
    if (plain_words) drop_surplus(query);
    const Query* surplus = find_surplus(query);
    if (surplus == nullptr) {
        if (tables.expand) expand_query(query, analyzer, tables.vocabulary, acronyms);
        return {};
    }
    return query_error(utf8::repaired(text), surplus->column, "too many words: 256 at most",
                       "each part of a word like a-b-c is a word of its own");
}

bool asks_for_something(const Query& query) {
    bool something = false;
    each_leaf(
        query,
        [&](const std::string&, Field, const std::vector<QueryUnit>& units,
            const std::vector<QueryExpansion>&) { something = something || !units.empty(); },
        [&](const DateQuery&) { something = true; });
    return something;
}

std::string explain_question(const Query& query) {
    std::string out = "question: " + printable(to_string(query)) + "\n";
    each_leaf(
        query,
        [&](const std::string& text, Field field, const std::vector<QueryUnit>& units,
            const std::vector<QueryExpansion>& expansions) {
            std::string name = field == Field::Body ? "" : std::string(field_row(field).name) + ":";
            name = "  " + name + printable(text);
            const bool run = units.empty() && !expansions.empty();
            if (!run)
                out += name + " -> " + printable(shown_units(units, text.starts_with('"'))) + "\n";
            for (const QueryExpansion& expansion : expansions) {
                out +=
                    fmt::format("{} ~ {} ({}, {} of its weight)\n", name, printable(expansion.text),
                                expansion_name(expansion.kind), expansion_weight(expansion.kind));
            }
        },
        [&](const DateQuery& date) {
            out += "  date:" + printable(date.text) + " -> " + shown_range(date.range) + "\n";
        });
    return out;
}

std::string explain_search(const HitList& list) {
    const std::string optional =
        list.optional_words.empty() ? "none" : join(list.optional_words, ", ");
    const std::string learnt = list.learnt_words.empty()
                                   ? ""
                                   : "learnt: " + printable(join(list.learnt_words, ", ")) + "\n";
    return "optional: " + printable(optional) + "\n" + learnt +
           "searched: " + printable(list.explanation) + "\n";
}

}  // namespace sitrep
