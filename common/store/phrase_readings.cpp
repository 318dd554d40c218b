#include "store/phrase_readings.hpp"

#include "model/index_document.hpp"
#include "text/name.hpp"

#include <utility>

namespace sitrep {
namespace {

constexpr std::size_t kMostReadings = 256;

/// Which side of a unit has a neighbour in the phrase.
struct Neighbours {
    bool before = false;
    bool after = false;
};

class Enumerator {
  public:
    Enumerator(const std::string& prefix, const Xapian::Database& database)
        : prefix_(prefix), database_(database) {}

    std::vector<PhraseReading> run(const std::vector<QueryUnit>& units) const {
        if (units.empty()) return {};
        std::vector<PhraseReading> readings = {{}};
        for (std::size_t i = 0; i < units.size() && !readings.empty(); ++i) {
            readings = product(readings, options_of(units[i], {i > 0, i + 1 < units.size()}));
        }
        return readings;
    }

  private:
    static std::vector<PhraseReading> product(const std::vector<PhraseReading>& readings,
                                              const std::vector<PhraseReading>& options) {
        std::vector<PhraseReading> out;
        for (const PhraseReading& option : options) {
            for (const PhraseReading& reading : readings) {
                if (out.size() == kMostReadings) return out;
                out.push_back(reading);
                append(out.back().places, option.places);
                append(out.back().names, option.names);
            }
        }
        return out;
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
        const std::string inside = std::string(kSpanInsidePrefix) + plain;
        const std::string end = std::string(kSpanEndPrefix) + plain;
        if (!exists(start)) return;
        if (!neighbours.before) return add({end});
        if (!neighbours.after) return add({start});
        const std::size_t most = exists(inside) ? kMaxNameWords : 2;
        for (std::size_t width = 2; width <= most; ++width) {
            std::vector<std::string> places(width, inside);
            places.front() = start;
            places.back() = end;
            add(std::move(places));
        }
    }

    bool exists(const std::string& term) const { return database_.term_exists(term); }

    const std::string& prefix_;
    const Xapian::Database& database_;
};

}  // namespace

std::vector<PhraseReading> phrase_readings(const std::vector<QueryUnit>& units,
                                           const std::string& prefix,
                                           const Xapian::Database& database) {
    return Enumerator(prefix, database).run(units);
}

}  // namespace sitrep
