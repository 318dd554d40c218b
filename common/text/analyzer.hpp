// The analyzer: the one place that decides what a term is. Both tools use it; its settings are
// stored in the database by the indexer and read from there by the query tool, so that a question
// is always read the way the articles were written.
#pragma once

#include "base/result.hpp"
#include "text/token.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// All that decides what terms a text has.
struct AnalyzerConfig {
    /// Raised with every change of a rule: terms of different versions do not mix.
    static constexpr unsigned kVersion = 11;

    unsigned version = kVersion;
    std::string stemmer = "english";  ///< a Snowball algorithm, or "none"
    std::string unicode = {};         ///< ICU's Unicode version; current() fills it

    /// The settings of this build.
    static AnalyzerConfig current();

    /// One line, `version=3 stemmer=english unicode=15.0`: what the database holds.
    std::string serialize() const;
    static Result<AnalyzerConfig> parse(std::string_view text);

    friend bool operator==(const AnalyzerConfig&, const AnalyzerConfig&) = default;
};

/// Not thread-safe (it caches word types): each thread has its own.
class Analyzer {
  public:
    /// Fails when the configuration is of another version, or names an unknown stemmer.
    static Result<Analyzer> create(const AnalyzerConfig& config);

    Analyzer(Analyzer&&) noexcept;
    Analyzer& operator=(Analyzer&&) noexcept;
    ~Analyzer();

    const AnalyzerConfig& config() const;

    /// The tokens of `text`, which must be valid UTF-8: each word in order, then what it and its
    /// neighbours are called together (see TokenRole). Never fails. The views in the tokens are
    /// valid until the next call on this analyzer. No term is longer than 64 bytes (longer words
    /// are cut on a code point), none is empty, none holds a control character.
    /// Words are stemmed by `language`, a code, where Snowball has a stemmer for it, else by the
    /// configured one.
    const std::vector<Token>& analyze(std::string_view text, std::string_view language = "en");

    /// The stem of a folded word in `language`.
    std::string stem(std::string_view term, std::string_view language);

  private:
    struct State;
    explicit Analyzer(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace sitrep
