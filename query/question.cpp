#include "query/question.hpp"

#include "base/strings.hpp"
#include "base/terminal.hpp"

#include <algorithm>

namespace sitrep {
namespace {

/// Calls `leaf(text, field, terms)` for each word and phrase, and `date(query)` for each date.
template <class OnTerms, class OnDate>
void each_leaf(const Query& query, const OnTerms& leaf, const OnDate& date) {
    if (const auto* word = std::get_if<WordQuery>(&query.node)) {
        leaf(word->text, word->field, word->terms);
    } else if (const auto* phrase = std::get_if<PhraseQuery>(&query.node)) {
        leaf("\"" + phrase->text + "\"", phrase->field, phrase->terms);
    } else if (const auto* range = std::get_if<DateQuery>(&query.node)) {
        date(*range);
    } else if (const auto* all = std::get_if<AndQuery>(&query.node)) {
        for (const QueryPtr& child : all->children) each_leaf(*child, leaf, date);
    } else if (const auto* either = std::get_if<OrQuery>(&query.node)) {
        for (const QueryPtr& child : either->children) each_leaf(*child, leaf, date);
    } else if (const auto* exclusion = std::get_if<NotQuery>(&query.node)) {
        each_leaf(*exclusion->child, leaf, date);
    }
}

std::string shown_terms(const std::vector<QueryTerm>& terms) {
    if (terms.empty()) return "nothing that can be searched";
    std::vector<std::string> shown;
    for (const QueryTerm& term : terms) {
        std::string text = term.term;
        if (term.stem != term.term) text += " (stem " + term.stem + ")";
        if (term.kind == TokenKind::Designator) text += " (designator)";
        if (term.stop_word) text += " (stop word, not asked for)";
        shown.push_back(std::move(text));
    }
    return join(shown, ", ");
}

std::string shown_range(const DayRange& range) {
    return (range.first ? iso_day(*range.first) : "") + ".." +
           (range.last ? iso_day(*range.last) : "");
}

}  // namespace

bool asks_for_something(const Query& query) {
    bool something = false;
    each_leaf(
        query,
        [&](const std::string&, Field, const std::vector<QueryTerm>& terms) {
            something = something || !terms.empty();
        },
        [&](const DateQuery&) { something = true; });
    return something;
}

std::string explain_question(const Query& query) {
    std::string out = "question: " + printable(to_string(query)) + "\n";
    each_leaf(
        query,
        [&](const std::string& text, Field field, const std::vector<QueryTerm>& terms) {
            out += "  ";
            if (field != Field::Body) out += std::string(field_row(field).name) + ":";
            out += printable(text) + " -> " + printable(shown_terms(terms)) + "\n";
        },
        [&](const DateQuery& date) {
            out += "  date:" + printable(date.text) + " -> " + shown_range(date.range) + "\n";
        });
    return out;
}

std::string explain_search(const HitList& list) {
    const std::string optional =
        list.optional_words.empty() ? "none" : join(list.optional_words, ", ");
    return "optional: " + printable(optional) + "\nsearched: " + printable(list.explanation) + "\n";
}

}  // namespace sitrep
