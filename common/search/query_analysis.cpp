#include "search/query_analysis.hpp"

#include "base/strings.hpp"
#include "model/exact_values.hpp"
#include "search/query_parser.hpp"
#include "search/query_pattern.hpp"
#include "search/query_units.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace sitrep {
namespace {

/// Words that can make one name together: `5.56 x 45 mm`.
constexpr std::size_t kLongestJoin = 4;

/// An exact field has its value as its one term.
std::vector<QueryUnit> exact_unit(Field field, std::string_view text) {
    const std::string value = exact_value(field, text);
    QueryUnit unit;
    unit.words = {{value, value, TokenKind::Word, false}};
    return {unit};
}

const WordQuery* text_word(const Query& query) {
    const auto* word = std::get_if<WordQuery>(&query.node);
    return word != nullptr && query.is_bare() && field_row(word->field).kind == FieldKind::Text
               ? word
               : nullptr;
}

/// How many children from `first` on are words of one field, at most kLongestJoin.
std::size_t joinable(const std::vector<QueryPtr>& children, std::size_t first) {
    std::size_t count = 0;
    const WordQuery* start = text_word(*children[first]);
    while (start != nullptr && count < kLongestJoin && first + count < children.size()) {
        const WordQuery* word = text_word(*children[first + count]);
        if (word == nullptr || word->field != start->field) break;
        ++count;
    }
    return count;
}

/// What `text` is where it stands by itself: of a name its term, else its words.
void add_terms_alone(std::string_view text, Analyzer& analyzer, std::vector<QueryTerm>& terms) {
    for (QueryUnit& unit : units_of(text, analyzer)) {
        std::vector<QueryTerm>& own = unit.words;
        if (unit.by_name_only) own = {unit.names.front()};
        terms.insert(terms.end(), own.begin(), own.end());
    }
}

/// What people are told of a word: without the punctuation that ends a sentence or a part of it.
std::string without_stops(std::string_view text) {
    constexpr std::string_view kStops = ",;:!?";
    std::string_view word = text;
    while (!word.empty() && kStops.find(word.back()) != std::string_view::npos)
        word.remove_suffix(1);
    if (word.ends_with('.') && word.find('.') + 1 == word.size()) word.remove_suffix(1);
    return std::string(word.empty() ? text : word);
}

/// The words [first, first + count) as one leaf, when they are one name together.
QueryPtr joined_words(const std::vector<QueryPtr>& children, std::size_t first, std::size_t count,
                      Analyzer& analyzer) {
    std::string text;
    for (std::size_t i = first; i < first + count; ++i) {
        if (i > first) text += ' ';
        text += std::get<WordQuery>(children[i]->node).text;
    }
    const auto& front = std::get<WordQuery>(children[first]->node);
    const auto& back = std::get<WordQuery>(children[first + count - 1]->node);
    std::optional<QueryUnit> unit =
        unit_over_spaces(text, front.text.size(), back.text.size(), analyzer);
    if (!unit) return nullptr;
    // Apart they are read as a text reads them: `f16s` is several of an F-16, whatever it follows.
    unit->words.clear();
    for (std::size_t i = first; i < first + count; ++i)
        add_terms_alone(std::get<WordQuery>(children[i]->node).text, analyzer, unit->words);
    return std::make_unique<Query>(
        Query{children[first]->column,
              WordQuery{without_stops(text), front.field, {*std::move(unit)}, {}}});
}

void join_neighbours(AndQuery& all, Analyzer& analyzer) {
    std::vector<QueryPtr> kept;
    for (std::size_t i = 0; i < all.children.size();) {
        std::size_t taken = 0;
        for (std::size_t count = joinable(all.children, i); count > 1 && taken == 0; --count) {
            if (QueryPtr joined = joined_words(all.children, i, count, analyzer)) {
                kept.push_back(std::move(joined));
                taken = count;
            }
        }
        if (taken == 0) kept.push_back(std::move(all.children[i]));
        i += std::max<std::size_t>(1, taken);
    }
    all.children = std::move(kept);
}

/// `"..."` around nothing searchable asks for nothing, as a word like `&` does.
bool is_empty_phrase(const QueryPtr& query) {
    const auto* phrase = std::get_if<PhraseQuery>(&query->node);
    return phrase != nullptr && phrase->units.empty();
}

void fill(Query& query, Analyzer& analyzer);

struct Filler {
    Analyzer& analyzer;

    void operator()(WordQuery& word) const {
        if (!word.units.empty()) return;  // joined from its parts
        const bool exact = field_row(word.field).kind == FieldKind::Exact;
        word.units = exact ? exact_unit(word.field, word.text) : asked_units(word.text, analyzer);
        if (!exact) word.text = without_stops(word.text);
    }
    void operator()(PhraseQuery& phrase) const {
        phrase.units = asked_units(phrase.text, analyzer);
    }
    void operator()(PatternQuery& pattern) const {
        const std::string_view text = pattern.text;
        const std::string_view word = pattern.edits > 0 ? text.substr(0, text.rfind('~')) : text;
        const bool exact = field_row(pattern.field).kind == FieldKind::Exact;
        pattern.pattern = exact ? exact_value(pattern.field, word) : folded_pattern(word, analyzer);
    }
    template <class Other>
    void operator()(Other&) const {}
};

void fill(Query& query, Analyzer& analyzer) {
    auto* all = std::get_if<AndQuery>(&query.node);
    if (all != nullptr && all->implicit) join_neighbours(*all, analyzer);
    std::visit(Filler{analyzer}, query.node);
    each_child(query, [&](Query& child) { fill(child, analyzer); });
    if (all == nullptr) return;
    if (all->children.size() > 1) std::erase_if(all->children, is_empty_phrase);
    if (all->children.size() != 1) return;
    const QueryPtr only = std::move(all->children.front());
    only->boost *= query.boost;
    only->required = only->required || query.required;
    query = std::move(*only);
}

/// Gives plain words their stems in further languages.
struct StemAdder {
    Analyzer& analyzer;
    const std::vector<std::string>& languages;

    void walk(Query& query) const {
        if (auto* word = std::get_if<WordQuery>(&query.node)) add_to(*word);
        each_child(query, [this](Query& child) { walk(child); });
    }

    void add_to(WordQuery& word) const {
        for (QueryUnit& unit : word.units) {
            if (!is_plain_word(unit)) continue;
            QueryTerm& term = unit.words.front();
            for (const std::string& language : languages) {
                std::string stem = analyzer.stem(term.term, language);
                if (stem != term.stem) term.foreign_stems.push_back({language, std::move(stem)});
            }
        }
    }
};

/// `WHO`
bool is_shouted(std::string_view text) {
    return text.size() > 1 && std::all_of(text.begin(), text.end(), is_ascii_upper);
}

bool has_small_word(const Query& query) {
    const auto* word = std::get_if<WordQuery>(&query.node);
    bool has = word != nullptr && std::any_of(word->text.begin(), word->text.end(), is_ascii_lower);
    each_child(query, [&has](const Query& child) { has = has || has_small_word(child); });
    return has;
}

/// Walks what is to be found: what is excluded keeps its stop words, or nothing would be excluded.
struct StopWordMarker {
    const StopWords& stop_words;
    bool has_small = false;  ///< a word in small letters; else capitals say nothing
    std::vector<QueryTerm*> marked = {};
    bool other = false;  ///< the question asks for something besides

    void walk(Query& query) {
        if (std::holds_alternative<NotQuery>(query.node)) return;
        if (auto* word = std::get_if<WordQuery>(&query.node)) return mark(*word, query.required);
        const auto* phrase = std::get_if<PhraseQuery>(&query.node);
        other = other || std::holds_alternative<DateQuery>(query.node) ||
                std::holds_alternative<SizeQuery>(query.node) ||
                std::holds_alternative<PatternQuery>(query.node) ||
                std::holds_alternative<NearQuery>(query.node) ||
                (phrase != nullptr && !phrase->units.empty());
        if (std::holds_alternative<NearQuery>(query.node)) return;  // its words have places
        const auto* all = std::get_if<AndQuery>(&query.node);
        each_child(query, [this, all](Query& child) {
            if (all != nullptr && tells_case(*all) && is_numeral(*all, child))
                other = true;
            else
                walk(child);
        });
    }

    /// Whether capitals tell anything: a long question in nothing else is shouted.
    bool tells_case(const AndQuery& all) const {
        constexpr std::size_t kFewWords = 4;
        return has_small || all.children.size() <= kFewWords;
    }

    /// Whether it is an I beside a capital, which is a number: `I MEF`, `World War I`.
    static bool is_numeral(const AndQuery& all, const Query& child) {
        const auto* word = std::get_if<WordQuery>(&child.node);
        if (word == nullptr || word->text != "I") return false;
        const auto is_name = [](const QueryPtr& neighbour) {
            const auto* beside = std::get_if<WordQuery>(&neighbour->node);
            return beside != nullptr && beside->text.size() > 1 && is_ascii_upper(beside->text[0]);
        };
        const auto at = std::find_if(all.children.begin(), all.children.end(),
                                     [&child](const QueryPtr& one) { return one.get() == &child; });
        return (at != all.children.begin() && is_name(*std::prev(at))) ||
               (std::next(at) != all.children.end() && is_name(*std::next(at)));
    }

    void mark(WordQuery& word, bool required) {
        if (word.units.empty()) return;
        QueryUnit& unit = word.units.front();
        const bool stops = !required && word.units.size() == 1 && is_plain_word(unit) &&
                           field_row(word.field).kind == FieldKind::Text &&
                           !(has_small && is_shouted(word.text)) &&
                           stop_words.contains(unit.words.front().term);
        if (stops) marked.push_back(&unit.words.front());
        other = other || !stops;
    }
};

std::size_t asked_terms(const std::vector<QueryUnit>& units) {
    std::size_t asked = 0;
    for (const QueryUnit& unit : units) {
        if (!unit.words.front().stop_word) asked += term_count(unit);
    }
    return asked;
}

/// Raises `asked` leaf by leaf; returns the one that takes it past the limit.
const Query* surplus_leaf(const Query& query, std::size_t& asked) {
    if (const auto* word = std::get_if<WordQuery>(&query.node)) asked += asked_terms(word->units);
    if (const auto* phrase = std::get_if<PhraseQuery>(&query.node))
        asked += asked_terms(phrase->units);
    const Query* surplus = nullptr;
    each_child(query, [&](const Query& child) {
        if (surplus == nullptr) surplus = surplus_leaf(child, asked);
    });
    if (surplus != nullptr) return surplus;
    return asked > kMaxQueryLeaves ? &query : nullptr;
}

}  // namespace

void analyze_query(Query& query, Analyzer& analyzer, const StopWords& stop_words,
                   const std::vector<std::string>& languages) {
    fill(query, analyzer);
    if (!languages.empty()) StemAdder{analyzer, languages}.walk(query);
    StopWordMarker marker{stop_words, has_small_word(query)};
    marker.walk(query);
    if (!marker.other) return;
    for (QueryTerm* term : marker.marked) term->stop_word = true;
}

const Query* find_surplus(const Query& query) {
    std::size_t asked = 0;
    return surplus_leaf(query, asked);
}

void drop_surplus(Query& query) {
    std::size_t asked = 0;
    const auto drop = [&asked](Query& leaf) {
        auto* word = std::get_if<WordQuery>(&leaf.node);
        if (word == nullptr) return;
        std::erase_if(word->units, [&asked](const QueryUnit& unit) {
            asked += asked_terms({unit});
            return asked > kMaxQueryLeaves;
        });
    };
    drop(query);
    if (auto* all = std::get_if<AndQuery>(&query.node)) {
        for (const QueryPtr& child : all->children) drop(*child);
    }
}

}  // namespace sitrep
