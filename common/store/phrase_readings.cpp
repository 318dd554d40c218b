#include "store/phrase_readings.hpp"

#include "model/index_document.hpp"
#include "text/name.hpp"

#include <utility>

namespace sitrep {
namespace {

constexpr std::size_t kMostReadings = 256;

class Enumerator {
  public:
    Enumerator(const std::string& prefix, const KnownTerms& terms)
        : prefix_(prefix), terms_(terms) {}

    std::vector<PhraseReading> run(const std::vector<QueryUnit>& units, Neighbours outside) {
        std::size_t highest = 0;
        for (std::size_t i = 0; i < units.size(); ++i) {
            const bool before = i > 0 || outside.before;
            const bool after = i + 1 < units.size() || outside.after;
            options_.push_back(options_of(units[i], {before, after}));
            if (options_.back().empty()) return {};
            highest += options_.back().size() - 1;
        }
        if (units.empty()) return {};
        // The first option of each unit, then all but one the first, and so on.
        for (std::size_t rank = 0; rank <= highest && !is_full(); ++rank) add(0, rank, {});
        return std::move(readings_);
    }

  private:
    bool is_full() const { return readings_.size() >= kMostReadings; }

    /// The readings that begin with `reading` and whose options from unit `at` on are of ranks that
    /// add up to `rank`.
    void add(std::size_t at, std::size_t rank, const PhraseReading& reading) {
        if (is_full()) return;
        if (at == options_.size()) {
            if (rank == 0) readings_.push_back(reading);
            return;
        }
        std::size_t behind = 0;
        for (std::size_t i = at + 1; i < options_.size(); ++i) behind += options_[i].size() - 1;
        const std::vector<PhraseReading>& options = options_[at];
        for (std::size_t k = rank > behind ? rank - behind : 0; k <= rank && k < options.size();
             ++k) {
            PhraseReading longer = reading;
            append(longer.places, options[k].places);
            append(longer.names, options[k].names);
            add(at + 1, rank - k, longer);
        }
    }

    static void append(std::vector<std::string>& to, const std::vector<std::string>& more) {
        to.insert(to.end(), more.begin(), more.end());
    }

    /// What may stand for one unit.
    std::vector<PhraseReading> options_of(const QueryUnit& unit, Neighbours neighbours) const {
        std::vector<PhraseReading> options;
        if (!unit.by_name_only) {
            if (unit.words.size() == 1) {
                add_term(unit.words.front().term, neighbours, options);
            } else {
                add_words(unit.words, options);
            }
        }
        for (const QueryTerm& name : unit.names) add_term(name.term, neighbours, options);
        return options;
    }

    /// Words that together are a name, each as it stands.
    void add_words(const std::vector<QueryTerm>& words, std::vector<PhraseReading>& options) const {
        std::vector<std::string> terms;
        for (const QueryTerm& word : words) {
            if (!exists(prefix_ + word.term)) return;
            terms.push_back(prefix_ + word.term);
        }
        options.push_back({terms, terms});
    }

    /// `term` where it is one word of the text, and where it is several.
    void add_term(const std::string& term, Neighbours neighbours,
                  std::vector<PhraseReading>& options) const {
        const std::string plain = prefix_ + term;
        if (!exists(plain)) return;
        const auto add = [&](std::vector<std::string> places) {
            options.push_back({std::move(places), {plain}});
        };
        add({plain});
        if (!neighbours.before && !neighbours.after) return;
        const std::string start = std::string(kSpanStartPrefix) + plain;
        if (!exists(start)) return;
        if (!neighbours.after) return add({start});
        for (std::size_t width = 2; width <= kMaxNameWords; ++width) {
            const std::string end = span_end_prefix(width) + plain;
            if (!exists(end)) continue;
            if (!neighbours.before) {
                add({end});
                continue;
            }
            std::vector<std::string> places(width, std::string(kSpanInsidePrefix) + plain);
            places.front() = start;
            places.back() = end;
            add(std::move(places));
        }
    }

    bool exists(const std::string& term) const { return terms_.holds(term); }

    const std::string& prefix_;
    const KnownTerms& terms_;
    std::vector<std::vector<PhraseReading>> options_;  ///< of each unit, the likelier first
    std::vector<PhraseReading> readings_;
};

}  // namespace

std::vector<PhraseReading> phrase_readings(const std::vector<QueryUnit>& units,
                                           const std::string& prefix, const KnownTerms& terms,
                                           Neighbours outside) {
    return Enumerator(prefix, terms).run(units, outside);
}

}  // namespace sitrep
