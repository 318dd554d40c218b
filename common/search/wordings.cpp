#include "search/wordings.hpp"

#include "base/strings.hpp"
#include "search/number_forms.hpp"
#include "search/query_units.hpp"
#include "text/word_shape.hpp"

#include <algorithm>
#include <utility>

namespace sitrep {
namespace {

/// Expansions of one word or run.
constexpr std::size_t kMostExpansions = 8;
/// Acronyms of one long form, the most frequent first: each is a look into the index, and a server
/// may send any number.
constexpr std::size_t kMostLookedAt = 16;

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

bool is_spelling_of_another(const std::vector<QueryUnit>& units, const Synonym& synonym) {
    return synonym.kind == ExpansionKind::Spelling && units.size() == 1 &&
           units[0].words.size() == 1 && !is_spelt_so(units[0].words[0].term, synonym);
}

bool is_acronym(const std::vector<QueryUnit>& units) {
    return units.size() == 1 &&
           (units[0].by_name_only || !units[0].names.empty() || units[0].words.size() == 1);
}

/// Long forms end in a noun that may be plural in one article and singular in another.
void add_number(QueryUnit& last) {
    if (last.words.size() != 1 || !last.names.empty()) return;
    const QueryTerm& word = last.words.front();
    if (word.kind != TokenKind::Word) return;
    const std::string other = other_number(word.term);
    if (other != word.term) last.names.push_back({other, word.stem, TokenKind::Word, false, {}});
}

/// Whether what is known by a wording of the kind `by` may be told of its kind too. An acronym's
/// long form has other acronyms, which are others' too; a country's people have no other country.
bool leads_on(ExpansionKind by, ExpansionKind to) {
    return by != to || by == ExpansionKind::Nickname;
}

/// The host's own name: `stripes` of `www.stripes.com`, `bbc` of `bbc.co.uk`; all of a word that is
/// no address.
std::string_view name_in_address(std::string_view typed) {
    constexpr std::size_t kLongestEnd = 7;  // `example`
    if (typed.starts_with("www.")) typed.remove_prefix(4);
    for (std::size_t at = typed.rfind('.'); at != typed.npos && at > 0; at = typed.rfind('.')) {
        const std::string_view end = typed.substr(at + 1);
        if (end.size() < 2 || end.size() > kLongestEnd || !is_letters(end)) break;
        typed = typed.substr(0, at);
    }
    return typed;
}

/// A name and the number behind it: `CSG` and `5`, `carrier strike group` and `5`.
struct NumberedName {
    std::vector<QueryUnit> name;
    std::string number;
};

std::optional<NumberedName> numbered_name(const std::vector<QueryUnit>& units, Analyzer& analyzer) {
    const std::vector<QueryTerm>& last = units.back().words;
    if (word_count(units) < 2 || last.empty() || last.size() > 2 || !is_digits(last.back().term))
        return std::nullopt;
    NumberedName out{{units.begin(), units.end() - 1}, last.back().term};
    const bool is_designator = units.size() == 1 && !units.back().names.empty() &&
                               units.back().names.front().kind == TokenKind::Designator;
    if (last.size() == 2) {
        const std::vector<QueryUnit> first =
            units_of(is_designator ? ascii_upper(last.front().term) : last.front().term, analyzer);
        out.name.insert(out.name.end(), first.begin(), first.end());
    }
    return out;
}

}  // namespace

/// What is looked for, and what was found.
struct Wordings::Found {
    std::string asked;  ///< vocabulary_key()
    std::vector<QueryExpansion> all = {};
};

std::vector<QueryExpansion> Wordings::of(const Units& units) {
    Found found{vocabulary_key(units)};
    add_known(units, nullptr, found);
    const std::size_t direct = found.all.size();
    for (std::size_t i = 0; i < direct; ++i) {
        const QueryExpansion by = found.all[i];
        add_known(by.units, &by, found);
    }
    return std::move(found.all);
}

std::vector<QueryExpansion> Wordings::of_outlet(std::string_view typed) {
    constexpr std::size_t kLongest = 32;  // each letter is a look or two into the index
    std::string letters = ascii_lower(name_in_address(typed));
    std::erase(letters, '-');
    Found found{std::string(typed)};
    if (letters.size() > kLongest || !is_letters(letters)) return {};
    std::vector<bool> dead_ends(letters.size() + 1);
    const std::string words = outlet_words(letters, dead_ends);
    if (!words.empty() && words != typed) add(ExpansionKind::Spelling, words, found);
    return std::move(found.all);
}

/// `letters` cut into words of outlets' names, the longest first; empty where that cannot be, which
/// is noted by how many letters were left.
std::string Wordings::outlet_words(std::string_view letters, std::vector<bool>& dead_ends) {
    constexpr std::size_t kShortest = 2;
    if (dead_ends[letters.size()]) return {};
    for (std::size_t size = letters.size(); size >= kShortest; --size) {
        const std::string first(letters.substr(0, size));
        if (!corpus_.holds(first, Field::Outlet)) continue;
        if (size == letters.size()) return first;
        if (const std::string rest = outlet_words(letters.substr(size), dead_ends); !rest.empty())
            return first + " " + rest;
    }
    dead_ends[letters.size()] = true;
    return {};
}

/// `by`: the wording that `units` are, where they are not what was asked.
void Wordings::add_known(const Units& units, const QueryExpansion* by, Found& found) {
    const std::string key = vocabulary_key(units);
    const std::vector<Synonym>& synonyms = vocabulary_.synonyms(key, analyzer_);
    if (by == nullptr || by->kind != ExpansionKind::Acronym) add_corpus_acronyms(units, found);
    if (by == nullptr) {
        if (units.size() == 1) add_spellings_inside(units.front(), found);
        add_other_numbers(units, found);
        add_joined(units, found);
        add_of_numbered(units, found);
    }
    for (const Synonym& synonym : synonyms) {
        if (is_spelling_of_another(units, synonym)) continue;
        if (by != nullptr && !leads_on(by->kind, synonym.kind)) continue;
        if (synonym.kind != ExpansionKind::Acronym || synonym.is_own ||
            is_supported(units, synonym.text))
            add(synonym.kind, synonym.text, found);
    }
}

/// What the corpus itself says: of an acronym its long forms, of a long form its acronyms.
void Wordings::add_corpus_acronyms(const Units& units, Found& found) {
    if (is_acronym(units)) {
        for (const AcronymMeaning& meaning : frequent_meanings(name_of(units.front())))
            add(ExpansionKind::Acronym, meaning.words, found);
    }
    if (word_count(units) < 2) return;
    const std::string words = folded_words(units);
    for (const std::string& form : {words, other_number(words)}) {
        std::vector<AcronymMeaning> acronyms = corpus_.acronyms_of(form);
        acronyms.resize(std::min(acronyms.size(), kMostLookedAt));
        for (const AcronymMeaning& known : acronyms) {
            if (is_meant(known.acronym, form)) add(ExpansionKind::Acronym, known.acronym, found);
        }
    }
}

/// `cyber-defense` is written `cyber-defence` too.
void Wordings::add_spellings_inside(const QueryUnit& unit, Found& found) {
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
            add(synonym.kind, text, found);
        }
    }
}

/// `Trident 2` is written `Trident II` too, `seal team 6` `SEAL Team Six`, `82nd` `82d`, where the
/// corpus has that.
void Wordings::add_other_numbers(const Units& units, Found& found) {
    constexpr std::size_t kShortestName = 3;  // others are designators, which know numerals
    if (units.front().words.empty() || units.back().words.empty()) return;
    const std::string& last = units.back().words.back().term;
    if (word_count(units) == 1) {
        for (const std::string& ordinal : other_ordinals(last)) add_held(ordinal, found);
    }
    if (word_count(units) != 2) return;
    const QueryTerm& name = units.front().words.front();
    if (name.stop_word || name.term.size() < kShortestName || !is_letters(name.term)) return;
    for (const std::string& number : other_numbers(last)) add_held(name.term + " " + number, found);
}

/// `CSG-5` is a carrier strike group 5 by what `CSG` means, and the other way round.
void Wordings::add_of_numbered(const Units& units, Found& found) {
    const std::optional<NumberedName> numbered = numbered_name(units, analyzer_);
    if (!numbered) return;
    Found of_name{vocabulary_key(numbered->name)};
    add_known(numbered->name, nullptr, of_name);
    for (const QueryExpansion& one : of_name.all) {
        const std::string text = one.text + " " + numbered->number;
        if (one.kind == ExpansionKind::Acronym &&
            corpus_.holds(folded_words(units_of(text, analyzer_))))
            add(one.kind, text, found);
    }
}

/// `Su-30 MKI` is written `Su-30MKI` too, `air strikes` `airstrikes`, where the corpus has that.
void Wordings::add_joined(const Units& units, Found& found) {
    constexpr std::size_t kShortest = 3;  // of a word, or `in to` were `into`
    if (units.size() != 2 || !is_plain_word(units[1])) return;
    const std::string& second = units[1].words.front().term;
    if (is_plain_word(units[0])) {
        const std::string& first = units[0].words.front().term;
        const bool stops = units[0].words.front().stop_word || units[1].words.front().stop_word;
        if (stops || first.size() < kShortest || second.size() < kShortest) return;
        for (const std::string& word : {first + second, other_number(first + second)}) {
            if (corpus_.holds_unjoined(word)) add(ExpansionKind::Spelling, word, found);
        }
    } else if (!units[0].names.empty() && may_be_variant(second)) {
        const QueryTerm& name = units[0].names.front();
        if (name.kind == TokenKind::Designator && is_ascii_digit(name.term.back()))
            add_held(name.term + second, found);
    }
}

std::vector<AcronymMeaning> Wordings::frequent_meanings(const std::string& acronym) {
    std::vector<AcronymMeaning> meanings = corpus_.meanings_of(acronym);
    // `UAVs` asks for what `UAV` means.
    if (meanings.empty() && acronym.size() > 3 && acronym.ends_with('s'))
        meanings = corpus_.meanings_of(std::string_view(acronym).substr(0, acronym.size() - 1));
    keep_frequent(meanings);
    return meanings;
}

/// Whether the corpus gives `acronym` the meaning `words` among its frequent ones.
bool Wordings::is_meant(const std::string& acronym, const std::string& words) {
    const std::vector<AcronymMeaning> meanings = frequent_meanings(acronym);
    return std::any_of(meanings.begin(), meanings.end(),
                       [&](const AcronymMeaning& one) { return one.words == words; });
}

/// What so many articles define it as that the vocabulary may not say otherwise: one author's
/// coinage settles nothing.
std::vector<AcronymMeaning> Wordings::settled_meanings(const std::string& acronym) {
    constexpr std::uint64_t kFewest = 3;
    std::vector<AcronymMeaning> meanings = frequent_meanings(acronym);
    if (!meanings.empty() && meanings.front().articles < kFewest) meanings.clear();
    return meanings;
}

/// Whether the corpus has nothing against the vocabulary's acronym or long form `other` for
/// `units`: it settles the acronym in no other way, and holds the words.
bool Wordings::is_supported(const Units& units, const std::string& other) {
    const Units others = units_of(other, analyzer_);
    if (others.empty()) return false;
    if (is_acronym(units) && word_count(others) > 1) {
        const std::string words = folded_words(others);
        return settled_meanings(name_of(units.front())).empty() &&
               (corpus_.holds(words) || corpus_.holds(other_number(words)));
    }
    const std::vector<AcronymMeaning> meanings = settled_meanings(name_of(others.front()));
    const std::string words = folded_words(units);
    return meanings.empty() ||
           std::any_of(meanings.begin(), meanings.end(), [&](const AcronymMeaning& one) {
               return one.words == words || one.words == other_number(words);
           });
}

/// A spelling, where the corpus has it.
void Wordings::add_held(const std::string& text, Found& found) {
    if (corpus_.holds(text)) add(ExpansionKind::Spelling, text, found);
}

void Wordings::add(ExpansionKind kind, const std::string& text, Found& found) {
    if (found.all.size() == kMostExpansions) return;
    QueryExpansion expansion{kind, text, units_of(text, analyzer_)};
    if (expansion.units.empty() || vocabulary_key(expansion.units) == found.asked) return;
    if (expansion.units.size() > 1) add_number(expansion.units.back());
    const bool known =
        std::any_of(found.all.begin(), found.all.end(),
                    [&](const QueryExpansion& one) { return one.units == expansion.units; });
    if (!known) found.all.push_back(std::move(expansion));
}

}  // namespace sitrep
