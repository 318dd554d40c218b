#include "query/question.hpp"

#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "base/utf8.hpp"
#include "search/query_analysis.hpp"
#include "search/query_error.hpp"

#include <algorithm>

namespace sitrep {
namespace {

/// Calls `leaf(text, field, terms, is_phrase)` for each word and phrase, and `date(query)` for each
/// date.
template <class OnTerms, class OnDate>
void each_leaf(const Query& query, const OnTerms& leaf, const OnDate& date) {
    if (const auto* word = std::get_if<WordQuery>(&query.node)) {
        leaf(word->text, word->field, word->terms, false);
    } else if (const auto* phrase = std::get_if<PhraseQuery>(&query.node)) {
        leaf("\"" + phrase->text + "\"", phrase->field, phrase->terms, true);
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

/// A phrase asks for the words as they are: their stems play no part.
std::string shown_terms(const std::vector<QueryTerm>& terms, bool in_phrase) {
    if (terms.empty()) return "nothing that can be searched";
    std::vector<std::string> shown;
    for (const QueryTerm& term : terms) {
        std::string text = term.term;
        if (!in_phrase && term.stem != term.term) text += " (stem " + term.stem + ")";
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

Result<void> give_terms(Query& query, std::string_view text, bool plain_words, Analyzer& analyzer,
                        const StopWords& stop_words) {
    analyze_query(query, analyzer, stop_words);
    if (plain_words) drop_surplus(query);
    const Query* surplus = find_surplus(query);
    if (surplus == nullptr) return {};
    return query_error(utf8::repaired(text), surplus->column, "too many words: 256 at most",
                       "each part of a word like a-b-c is a word of its own");
}

bool asks_for_something(const Query& query) {
    bool something = false;
    each_leaf(
        query,
        [&](const std::string&, Field, const std::vector<QueryTerm>& terms, bool) {
            something = something || !terms.empty();
        },
        [&](const DateQuery&) { something = true; });
    return something;
}

std::string explain_question(const Query& query) {
    std::string out = "question: " + printable(to_string(query)) + "\n";
    each_leaf(
        query,
        [&](const std::string& text, Field field, const std::vector<QueryTerm>& terms,
            bool is_phrase) {
            out += "  ";
            if (field != Field::Body) out += std::string(field_row(field).name) + ":";
            out += printable(text) + " -> " + printable(shown_terms(terms, is_phrase)) + "\n";
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
