#include "query/acronym_list.hpp"

#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "search/query_units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace sitrep {
namespace {

std::string line_of(const AcronymMeaning& meaning) {
    return fmt::format("{}\t{}\t{}\n", printable(ascii_upper(meaning.acronym)), meaning.articles,
                       printable(meaning.words));
}

/// What the vocabulary adds to `found`.
void add_known(const std::vector<QueryUnit>& units, const std::string& asked, Searcher& searcher,
               Vocabulary& vocabulary, std::vector<AcronymMeaning>& found) {
    const bool is_acronym = asked.find(' ') == std::string::npos;
    for (const Synonym& synonym : vocabulary.synonyms(vocabulary_key(units), searcher.analyzer())) {
        if (synonym.kind != ExpansionKind::Acronym) continue;
        const std::string other = folded_words(units_of(synonym.text, searcher.analyzer()));
        AcronymMeaning meaning{asked, other, 0};
        if (!is_acronym) std::swap(meaning.acronym, meaning.words);
        const bool known = std::any_of(found.begin(), found.end(), [&](const auto& one) {
            return one.acronym == meaning.acronym && one.words == meaning.words;
        });
        if (!known && searcher.wordings().holds(meaning.words)) found.push_back(meaning);
    }
}

}  // namespace

Result<std::string> acronym_list(const std::string& words, Searcher& searcher,
                                 Vocabulary& vocabulary) {
    const std::vector<QueryUnit> units = units_of(words, searcher.analyzer());
    const bool is_acronym = units.size() == 1;
    const std::string asked = is_acronym ? name_of(units.front()) : folded_words(units);
    std::vector<AcronymMeaning> found;
    if (words.empty() || is_acronym) {
        Result<std::vector<AcronymMeaning>> defined = searcher.defined_acronyms(asked);
        if (!defined) return defined.error();
        found = *std::move(defined);
    }
    if (!units.empty()) {
        for (AcronymMeaning& known : searcher.wordings().acronyms_of(folded_words(units)))
            found.push_back(std::move(known));
        add_known(units, asked, searcher, vocabulary, found);
    }
    if (searcher.trouble()) return *searcher.trouble();
    std::string out;
    for (const AcronymMeaning& meaning : found) out += line_of(meaning);
    return out;
}

}  // namespace sitrep
