// Which words set articles apart from the rest of the database. Included by this folder only.
#pragma once

#include "model/article.hpp"
#include "model/telling_word.hpp"
#include "text/analyzer.hpp"
#include "text/stop_words.hpp"

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// The words of some articles, each once with all its forms (one stem), and names. No stop words,
/// no numbers, nothing shorter than three letters.
class WordTally {
  public:
    WordTally(Analyzer& analyzer, const StopWords& stop_words)
        : analyzer_(&analyzer), stop_words_(&stop_words) {}

    void add(const Article& article);

    /// Words that more of these articles hold than of the others, by Dunning's log-likelihood
    /// ratio ("Accurate Methods for the Statistics of Surprise and Coincidence", 1993); of several
    /// articles at least two hold each. Throws what Xapian throws.
    std::vector<TellingWord> that_set_apart(const Xapian::Database& database) const;

    /// Words that others than `own` articles of the database hold too, but not many, by how often
    /// they stand here and how rare they are (tf-idf). Throws what Xapian throws.
    std::vector<TellingWord> that_find_alike(const Xapian::Database& database,
                                             std::uint64_t own) const;

  private:
    struct Entry {
        std::map<std::string, std::uint32_t> forms;  ///< spelling to times
        std::string term;                            ///< the first form's
        std::uint64_t articles = 0;
        std::uint64_t times = 0;
        std::uint64_t last_article = 0;
    };

    /// Each word as if it stood there so many times; its forms are counted as they stand.
    void add_text(std::string_view text, const std::string& language, std::uint64_t times = 1);
    /// With the number of articles of the database that hold it.
    static TellingWord word_of(const std::string& stem, const Entry& entry,
                               const Xapian::Database& database);

    Analyzer* analyzer_;
    const StopWords* stop_words_;
    std::uint64_t articles_ = 0;
    std::map<std::string, Entry, std::less<>> entries_;  ///< by stem
};

}  // namespace sitrep
