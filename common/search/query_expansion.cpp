#include "search/query_expansion.hpp"

#include "base/strings.hpp"
#include "search/query_units.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>

namespace sitrep {
namespace {

/// Words of a run that is looked up as one wording.
constexpr std::size_t kLongestRun = 12;
/// Expansions of one word or run.
constexpr std::size_t kMostExpansions = 8;
/// Acronyms of one long form, the most frequent first: each is a look into the index, and a server
/// may send any number.
constexpr std::size_t kMostLookedAt = 16;

bool is_expanded(Field field) {
    return field_row(field).kind == FieldKind::Text && field != Field::Author &&
           field != Field::Outlet;
}

std::size_t word_count(const std::vector<QueryUnit>& units) {
    std::size_t words = 0;
    for (const QueryUnit& unit : units) words += unit.words.size();
    return words;
}

/// Meanings given at least a tenth as often as the first.
void keep_frequent(std::vector<AcronymMeaning>& meanings) {
    constexpr std::uint64_t kRare = 10;
    if (meanings.empty()) return;
    const std::uint64_t most = meanings.front().articles;
    std::erase_if(meanings, [&](const AcronymMeaning& one) { return one.articles * kRare < most; });
}

/// The words with the last in the plural, or in the singular where it was that.
std::string other_number(std::string words) {
    constexpr std::size_t kShortest = 3;
    const std::size_t last = words.size() - (words.rfind(' ') + 1);
    if (last < kShortest) return words;
    if (words.ends_with('s') && last > kShortest) {
        words.pop_back();
    } else {
        words += 's';
    }
    return words;
}

constexpr std::array<std::string_view, 19> kRoman = {
    "ii",  "iii",  "iv",  "v",  "vi",  "vii",  "viii",  "ix",  "x", "xi",
    "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"};

/// `2` for `ii` and the other way round, from 2 to 20; empty for what is no such number.
std::string other_numeral(std::string_view number) {
    constexpr std::size_t kFirst = 2;
    for (std::size_t i = 0; i < kRoman.size(); ++i) {
        const std::string arabic = std::to_string(i + kFirst);
        if (number == kRoman[i]) return arabic;
        if (number == arabic) return std::string(kRoman[i]);
    }
    return {};
}

class Expander {
  public:
    Expander(Analyzer& analyzer, Vocabulary& vocabulary, AcronymSource& acronyms)
        : analyzer_(analyzer), vocabulary_(vocabulary), acronyms_(acronyms) {}

    void expand(Query& query) {
        const bool fixed = std::holds_alternative<NotQuery>(query.node) ||
                           std::holds_alternative<NearQuery>(query.node) ||
                           std::holds_alternative<RunQuery>(query.node);
        if (fixed) return;
        if (auto* word = std::get_if<WordQuery>(&query.node)) expand_word(*word);
        auto* all = std::get_if<AndQuery>(&query.node);
        if (all != nullptr && all->implicit) make_runs(all->children);
        each_child(query, [this](Query& child) { expand(child); });
    }

  private:
    void expand_word(WordQuery& word) {
        if (!is_expanded(word.field) || word.units.empty()) return;
        if (word.units.front().words.front().stop_word) return;
        word.expansions = expansions_of(word.units);
    }

    /// Replaces runs of words that have another wording together by RunQuery nodes.
    void make_runs(std::vector<QueryPtr>& children) {
        std::vector<QueryPtr> kept;
        for (std::size_t at = 0; at < children.size();) {
            std::size_t taken = 0;
            for (std::size_t count = run_length(children, at); count > 1 && taken == 0; --count) {
                const std::span<QueryPtr> words(children.data() + at, count);
                std::vector<QueryExpansion> found = expansions_of(units_in(words));
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

    std::vector<QueryExpansion> expansions_of(const std::vector<QueryUnit>& units) {
        std::vector<QueryExpansion> out;
        const std::string key = vocabulary_key(units);
        const std::vector<Synonym>& synonyms = vocabulary_.synonyms(key, analyzer_);
        add_corpus_acronyms(units, key, out);
        if (units.size() == 1) add_spellings_inside(units.front(), key, out);
        add_other_numeral(units, key, out);
        add_variant_in_name(units, key, out);
        for (const Synonym& synonym : synonyms) {
            if (is_spelling_of_another(units, synonym)) continue;
            if (synonym.kind != ExpansionKind::Acronym || synonym.is_own ||
                is_supported(units, synonym.text))
                add(synonym.kind, synonym.text, key, out);
        }
        return out;
    }

    /// What the corpus itself says: of an acronym its long forms, of a long form its acronyms.
    void add_corpus_acronyms(const std::vector<QueryUnit>& units, const std::string& key,
                             std::vector<QueryExpansion>& out) {
        if (is_acronym(units)) {
            for (const AcronymMeaning& meaning : frequent_meanings(name_of(units.front())))
                add(ExpansionKind::Acronym, meaning.words, key, out);
        }
        if (word_count(units) < 2) return;
        const std::string words = folded_words(units);
        for (const std::string& form : {words, other_number(words)}) {
            std::vector<AcronymMeaning> acronyms = acronyms_.acronyms_of(form);
            acronyms.resize(std::min(acronyms.size(), kMostLookedAt));
            for (const AcronymMeaning& known : acronyms) {
                if (is_meant(known.acronym, form))
                    add(ExpansionKind::Acronym, known.acronym, key, out);
            }
        }
    }

    /// `cyber-defense` is written `cyber-defence` too.
    void add_spellings_inside(const QueryUnit& unit, const std::string& key,
                              std::vector<QueryExpansion>& out) {
        if (unit.by_name_only || unit.may_be_apart || unit.words.size() < 2) return;
        for (std::size_t i = 0; i < unit.words.size(); ++i) {
            const std::string word = vocabulary_key({QueryUnit{{unit.words[i]}, {}}});
            for (const Synonym& synonym : vocabulary_.synonyms(word, analyzer_)) {
                if (synonym.kind != ExpansionKind::Spelling ||
                    !is_spelt_so(unit.words[i].term, synonym))
                    continue;
                std::string text;
                for (std::size_t k = 0; k < unit.words.size(); ++k)
                    text += (k == 0 ? "" : "-") + (k == i ? synonym.text : unit.words[k].term);
                add(synonym.kind, text, key, out);
            }
        }
    }

    /// `Trident 2` is written `Trident II` too, where the corpus has that.
    void add_other_numeral(const std::vector<QueryUnit>& units, const std::string& key,
                           std::vector<QueryExpansion>& out) {
        constexpr std::size_t kShortestName = 3;  // others are designators, which know numerals
        if (word_count(units) != 2 || units.front().words.empty() || units.back().words.empty())
            return;
        const std::string& name = units.front().words.front().term;
        const std::string numeral = other_numeral(units.back().words.back().term);
        const bool is_name =
            name.size() >= kShortestName && std::none_of(name.begin(), name.end(), is_ascii_digit);
        const std::string words = name + " " + numeral;
        if (is_name && !numeral.empty() && acronyms_.holds(words))
            add(ExpansionKind::Spelling, words, key, out);
    }

    /// `Su-30 MKI` is written `Su-30MKI` too, where the corpus has that.
    void add_variant_in_name(const std::vector<QueryUnit>& units, const std::string& key,
                             std::vector<QueryExpansion>& out) {
        if (units.size() != 2 || units[0].names.empty() || !is_plain_word(units[1])) return;
        const QueryTerm& name = units[0].names.front();
        const std::string& variant = units[1].words.front().term;
        const bool numbered =
            name.kind == TokenKind::Designator && is_ascii_digit(name.term.back());
        if (numbered && may_be_variant(variant) && acronyms_.holds(name.term + variant))
            add(ExpansionKind::Spelling, name.term + variant, key, out);
    }

    static bool is_spelling_of_another(const std::vector<QueryUnit>& units,
                                       const Synonym& synonym) {
        return synonym.kind == ExpansionKind::Spelling && units.size() == 1 &&
               units[0].words.size() == 1 && !is_spelt_so(units[0].words[0].term, synonym);
    }

    static bool is_acronym(const std::vector<QueryUnit>& units) {
        return units.size() == 1 &&
               (units[0].by_name_only || !units[0].names.empty() || units[0].words.size() == 1);
    }

    std::vector<AcronymMeaning> frequent_meanings(const std::string& acronym) {
        std::vector<AcronymMeaning> meanings = acronyms_.meanings_of(acronym);
        // `UAVs` asks for what `UAV` means.
        if (meanings.empty() && acronym.size() > 3 && acronym.ends_with('s'))
            meanings =
                acronyms_.meanings_of(std::string_view(acronym).substr(0, acronym.size() - 1));
        keep_frequent(meanings);
        return meanings;
    }

    /// Whether the corpus gives `acronym` the meaning `words` among its frequent ones.
    bool is_meant(const std::string& acronym, const std::string& words) {
        const std::vector<AcronymMeaning> meanings = frequent_meanings(acronym);
        return std::any_of(meanings.begin(), meanings.end(),
                           [&](const AcronymMeaning& one) { return one.words == words; });
    }

    /// What so many articles define it as that the vocabulary may not say otherwise: one author's
    /// coinage settles nothing.
    std::vector<AcronymMeaning> settled_meanings(const std::string& acronym) {
        constexpr std::uint64_t kFewest = 3;
        std::vector<AcronymMeaning> meanings = frequent_meanings(acronym);
        if (!meanings.empty() && meanings.front().articles < kFewest) meanings.clear();
        return meanings;
    }

    /// Whether the corpus has nothing against the vocabulary's acronym or long form `other` for
    /// `units`: it settles the acronym in no other way, and holds the words.
    bool is_supported(const std::vector<QueryUnit>& units, const std::string& other) {
        const std::vector<QueryUnit> others = units_of(other, analyzer_);
        if (others.empty()) return false;
        if (is_acronym(units) && word_count(others) > 1) {
            const std::string words = folded_words(others);
            return settled_meanings(name_of(units.front())).empty() &&
                   (acronyms_.holds(words) || acronyms_.holds(other_number(words)));
        }
        const std::vector<AcronymMeaning> meanings = settled_meanings(name_of(others.front()));
        const std::string words = folded_words(units);
        return meanings.empty() ||
               std::any_of(meanings.begin(), meanings.end(), [&](const AcronymMeaning& one) {
                   return one.words == words || one.words == other_number(words);
               });
    }

    void add(ExpansionKind kind, const std::string& text, const std::string& asked,
             std::vector<QueryExpansion>& out) {
        if (out.size() == kMostExpansions) return;
        QueryExpansion expansion{kind, text, units_of(text, analyzer_)};
        if (expansion.units.empty() || vocabulary_key(expansion.units) == asked) return;
        if (expansion.units.size() > 1) add_number(expansion.units.back());
        const bool known = std::any_of(out.begin(), out.end(), [&](const QueryExpansion& one) {
            return one.units == expansion.units;
        });
        if (!known) out.push_back(std::move(expansion));
    }

    /// Long forms end in a noun that may be plural in one article and singular in another.
    static void add_number(QueryUnit& last) {
        if (last.words.size() != 1 || !last.names.empty()) return;
        const QueryTerm& word = last.words.front();
        if (word.kind != TokenKind::Word) return;
        const std::string other = other_number(word.term);
        if (other != word.term)
            last.names.push_back({other, word.stem, TokenKind::Word, false, {}});
    }

    Analyzer& analyzer_;
    Vocabulary& vocabulary_;
    AcronymSource& acronyms_;
};

}  // namespace

void expand_query(Query& query, Analyzer& analyzer, Vocabulary& vocabulary,
                  AcronymSource& acronyms) {
    Expander(analyzer, vocabulary, acronyms).expand(query);
}

}  // namespace sitrep
