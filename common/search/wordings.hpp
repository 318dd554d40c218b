// What else a word or a run of words of a question is called: by the vocabulary, by the acronyms
// that the corpus defines, and by how numbers and compounds are written.
#pragma once

#include "search/query.hpp"
#include "search/vocabulary.hpp"
#include "search/wording_source.hpp"
#include "text/analyzer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

class Wordings {
  public:
    Wordings(Analyzer& analyzer, Vocabulary& vocabulary, WordingSource& corpus)
        : analyzer_(analyzer), vocabulary_(vocabulary), corpus_(corpus) {}

    /// The other wordings of `units` together, eight at most: those of the word itself first, then
    /// those of these (`USTRANSCOM`, `TRANSCOM`, `Transportation Command`).
    std::vector<QueryExpansion> of(const std::vector<QueryUnit>& units);

    /// The name of an outlet whose words are typed as one, or as its address has them: `Defense
    /// News` of `defensenews` and `defensenews.com`; where the corpus has an outlet of these words.
    std::vector<QueryExpansion> of_outlet(std::string_view typed);

  private:
    using Units = std::vector<QueryUnit>;
    struct Found;

    void add_known(const Units& units, const QueryExpansion* by, Found& found);
    void add_corpus_acronyms(const Units& units, Found& found);
    void add_spellings_inside(const QueryUnit& unit, Found& found);
    void add_other_numbers(const Units& units, Found& found);
    void add_of_numbered(const Units& units, Found& found);
    void add_joined(const Units& units, Found& found);
    std::string outlet_words(std::string_view letters, std::vector<bool>& dead_ends);
    void add_held(const std::string& text, Found& found);
    void add(ExpansionKind kind, const std::string& text, Found& found);

    std::vector<AcronymMeaning> frequent_meanings(const std::string& acronym);
    std::vector<AcronymMeaning> settled_meanings(const std::string& acronym);
    bool is_meant(const std::string& acronym, const std::string& words);
    bool is_supported(const Units& units, const std::string& other);

    Analyzer& analyzer_;
    Vocabulary& vocabulary_;
    WordingSource& corpus_;
};

}  // namespace sitrep
