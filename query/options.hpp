// The command line of sitrep-query, parsed and checked; nothing is opened here.
#pragma once

#include "base/result.hpp"
#include "query/database_sets.hpp"
#include "query/render/renderer.hpp"
#include "search/saved_questions.hpp"
#include "settings/config_place.hpp"
#include "store/searcher.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sitrep {

enum class Colour { Auto, Always, Never };

/// What --export writes.
enum class ExportForm { Jsonl, OpenSearch };

struct QueryOptions {
    std::vector<std::string> databases;  ///< or `@NAME` of a set; empty: the default database
    DatabaseSets database_sets;
    ServerAccess access;
    std::string question;              ///< the words, joined by spaces
    std::optional<std::string> batch;  ///< a file of questions, `-` for standard input
    bool syntax = false;               ///< a batch's questions may hold operators
    bool strict = false;               ///< nothing in a question is put right
    SavedQuestions saved;              ///< what `@name` stands for
    OutputFormat format = OutputFormat::Text;
    std::string tag = "sitrep";
    std::uint64_t limit = 10;
    bool default_limit = true;  ///< nobody said how many
    std::uint64_t offset = 0;
    std::uint64_t sample = 0;           ///< how many hits to draw at random; 0: the best are shown
    std::optional<std::uint64_t> seed;  ///< of the sample; none: one is chosen, and told
    SortOrder sort = SortOrder::Relevance;
    FieldBoosts boosts = default_boosts();
    std::uint64_t feedback = 0;
    int half_life = 0;               ///< days; 0: age counts nothing
    std::vector<Facet> facets;       ///< to count all hits by, each once
    std::optional<Period> timeline;  ///< to count all hits by
    bool terms = false;              ///< show the words that set the hits apart
    std::string like;  ///< the id or path of an article to find others like; empty: none
    Colour colour = Colour::Auto;
    bool expand = true;        ///< look for other wordings too
    std::string vocabulary;    ///< the user's table; empty: the default one, where there is one
    bool acronyms = false;     ///< list what acronyms mean
    std::string watch_add;     ///< the name of a watch to make; empty: none
    std::string watch_remove;  ///< the name of a watch to end; empty: none
    bool watch = false;        ///< tell what is new,
    std::vector<std::string> watched;  ///< of the watches of these names; empty: of all
    bool watch_list = false;
    bool acknowledge = true;                ///< what is told is not news any more
    std::optional<std::string> duplicates;  ///< of which article the copies are asked for
    bool collapse = true;                   ///< copies of an article are one hit
    std::string show;                       ///< the id or path of an article to print; empty: none
    std::uint64_t open = 0;                 ///< the hit to print whole, from 1; 0: none
    bool original = false;                  ///< open the file of `open` itself
    bool pager = true;                      ///< long answers on a terminal go through one
    std::optional<ExportForm> exported;     ///< all articles found are written whole
    bool count = false;
    bool explain = false;
    std::string explain_hit;  ///< the id or path of an article whose rank is explained; empty: none
    std::string config_warning;  ///< why no configuration is read; empty: one is, or there is none
    std::string printed_config;  ///< what --print-config prints; empty: it is not asked for
    std::string completion;      ///< what --completion prints; empty: it is not asked for
    bool help = false;
    bool help_fields = false;
    bool version = false;

    /// Whether the words are no question to be answered now.
    bool asks_of_watches() const {
        return watch || watch_list || !watch_add.empty() || !watch_remove.empty();
    }
};

/// Feedback learns from so many articles at most.
inline constexpr std::uint64_t kMaxFeedback = 100;

/// The last --seed.
inline constexpr std::uint64_t kMaxSeed = 0xffffffff;

/// --limit and --offset reach this far.
inline constexpr std::uint64_t kMaxHits = 1'000'000'000;

/// `arguments` without the program's name; what they leave open comes from the configuration that
/// `load` brings. Fails with Usage.
Result<QueryOptions> parse_options(const std::vector<std::string>& arguments,
                                   const ConfigLoader& load = no_config);

/// What --help prints.
std::string help_text();

}  // namespace sitrep
