#include "search/query_expansion.hpp"

#include "search/query_units.hpp"
#include "search/wordings.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace sitrep {
namespace {

/// Words of a run that is looked up as one wording.
constexpr std::size_t kLongestRun = 12;

bool is_expanded(Field field) {
    return field_row(field).kind == FieldKind::Text && field != Field::Author &&
           field != Field::Outlet;
}

class Expander {
  public:
    Expander(Analyzer& analyzer, Vocabulary& vocabulary, WordingSource& corpus)
        : wordings_(analyzer, vocabulary, corpus) {}

    void expand(Query& query) {
        const bool fixed = std::holds_alternative<NotQuery>(query.node) ||
                           std::holds_alternative<NearQuery>(query.node);
        if (fixed) return;
        if (auto* run = std::get_if<RunQuery>(&query.node)) return expand_words_of(*run);
        if (auto* word = std::get_if<WordQuery>(&query.node)) expand_word(*word);
        auto* all = std::get_if<AndQuery>(&query.node);
        if (all != nullptr && all->implicit) make_runs(all->children);
        each_child(query, [this](Query& child) { expand(child); });
    }

  private:
    static bool is_one_word(const QueryExpansion& one) { return one.units.size() == 1; }

    void expand_word(WordQuery& word) {
        if (word.units.empty() || is_stop_word(word)) return;
        if (word.field == Field::Outlet) word.expansions = wordings_.of_outlet(word.text);
        if (is_expanded(word.field)) word.expansions = wordings_.of(word.units);
    }

    /// Words that are also written as one may each be spelt otherwise, and those beside a
    /// designator be called otherwise: `S-400 Triumf`. Those of a rank or of a long form are no
    /// other words: a vice admiral is no Rear Adm.
    void expand_words_of(RunQuery& run) {
        const bool is_name = std::any_of(run.words.begin(), run.words.end(), is_designator);
        const bool joined = std::all_of(run.expansions.begin(), run.expansions.end(), is_one_word);
        if (!is_name && !joined) return;
        for (const QueryPtr& child : run.words) {
            WordQuery& word = std::get<WordQuery>(child->node);
            expand_word(word);
            if (!is_name)
                std::erase_if(word.expansions, [](const QueryExpansion& one) {
                    return one.kind != ExpansionKind::Spelling;
                });
        }
    }

    static bool is_designator(const QueryPtr& query) {
        const std::vector<QueryUnit>& units = std::get<WordQuery>(query->node).units;
        return !units.front().names.empty() &&
               units.front().names.front().kind == TokenKind::Designator;
    }

    /// Replaces runs of words that have another wording together by RunQuery nodes.
    void make_runs(std::vector<QueryPtr>& children) {
        std::vector<QueryPtr> kept;
        for (std::size_t at = 0; at < children.size();) {
            std::size_t taken = 0;
            for (std::size_t count = run_length(children, at); count > 1 && taken == 0; --count) {
                const std::span<QueryPtr> words(children.data() + at, count);
                std::vector<QueryExpansion> found = wordings_.of(units_in(words));
                if (found.empty()) continue;
                const std::size_t column = words.front()->column;
                RunQuery run{{}, std::move(found)};
                std::move(words.begin(), words.end(), std::back_inserter(run.words));
                kept.push_back(std::make_unique<Query>(Query{column, std::move(run)}));
                taken = count;
            }
            if (taken == 0) kept.push_back(std::move(children[at]));
            at += std::max<std::size_t>(1, taken);
        }
        children = std::move(kept);
    }

    static const WordQuery* word_in(const QueryPtr& query) {
        const auto* word = std::get_if<WordQuery>(&query->node);
        const bool reads_on = word != nullptr && query->is_bare() && is_expanded(word->field);
        return reads_on && !word->units.empty() ? word : nullptr;
    }

    /// How many children from `at` on are words of one field, up to kLongestRun words.
    static std::size_t run_length(const std::vector<QueryPtr>& children, std::size_t at) {
        std::size_t words = 0;
        std::size_t count = 0;
        const WordQuery* first = word_in(children[at]);
        while (first != nullptr && at + count < children.size()) {
            const WordQuery* word = word_in(children[at + count]);
            if (word == nullptr || word->field != first->field) break;
            words += word_count(word->units);
            if (words > kLongestRun) break;
            ++count;
        }
        return count;
    }

    static std::vector<QueryUnit> units_in(std::span<const QueryPtr> words) {
        std::vector<QueryUnit> units;
        for (const QueryPtr& one : words) {
            const WordQuery& word = std::get<WordQuery>(one->node);
            units.insert(units.end(), word.units.begin(), word.units.end());
        }
        return units;
    }

    Wordings wordings_;
};

}  // namespace

void expand_query(Query& query, Analyzer& analyzer, Vocabulary& vocabulary, WordingSource& corpus) {
    Expander(analyzer, vocabulary, corpus).expand(query);
}

}  // namespace sitrep
