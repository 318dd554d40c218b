#include "store/phrase_readings.hpp"

#include "model/index_document.hpp"

#include <algorithm>

namespace sitrep {
namespace {

constexpr std::size_t kMostReadings = 64;
/// Words of a text that one name may stand on: AN/SPY-6(V)1 has five.
constexpr std::size_t kNameWords = 5;
constexpr std::size_t kJoinedWords = 3;

class Enumerator {
  public:
    Enumerator(const std::string& prefix, const Xapian::Database& database)
        : prefix_(prefix), database_(database) {}

    std::vector<PhraseReading> run(const std::vector<QueryUnit>& units) const {
        std::vector<PhraseReading> readings = {{}};
        const bool repeats = has_neighbours_alike(units);
        for (std::size_t i = 0; i < units.size(); ++i) {
            const bool inner = i > 0 && i + 1 < units.size() && !repeats;
            readings = product(readings, options_of(units[i], inner));
        }
        if (readings.size() == 1 && readings.front().empty()) return {};
        return readings;
    }

  private:
    /// `F-35 F-35`: a name asked for twice must not be found on two positions of one.
    static bool has_neighbours_alike(const std::vector<QueryUnit>& units) {
        for (std::size_t i = 1; i < units.size(); ++i) {
            if (!units[i].names.empty() && units[i] == units[i - 1]) return true;
        }
        return false;
    }

    static std::vector<PhraseReading> product(const std::vector<PhraseReading>& readings,
                                              const std::vector<PhraseReading>& options) {
        std::vector<PhraseReading> out;
        for (const PhraseReading& option : options) {
            for (const PhraseReading& reading : readings) {
                if (out.size() == kMostReadings) return out;
                out.push_back(reading);
                out.back().insert(out.back().end(), option.begin(), option.end());
            }
        }
        return out;
    }

    /// What may stand for one unit; inside a phrase names take as many positions as they may have.
    std::vector<PhraseReading> options_of(const QueryUnit& unit, bool inner) const {
        std::vector<PhraseReading> options;
        if (!unit.by_name_only) {
            add_words(unit, options);
            if (unit.words.size() == 1 && inner && has_hyphens(unit.words.front())) {
                add_spread(unit.words.front(), 2, kJoinedWords, options);
            }
        }
        for (const QueryTerm& name : unit.names) {
            const bool joined = name.kind == TokenKind::Word;
            const std::size_t most = joined ? (has_hyphens(name) ? kJoinedWords : 1) : kNameWords;
            add_spread(name, 1, inner ? most : 1, options);
        }
        return options;
    }

    void add_words(const QueryUnit& unit, std::vector<PhraseReading>& options) const {
        PhraseReading words;
        for (const QueryTerm& word : unit.words) {
            if (!exists(word.term)) return;
            words.push_back(prefix_ + word.term);
        }
        options.push_back(std::move(words));
    }

    void add_spread(const QueryTerm& name, std::size_t least, std::size_t most,
                    std::vector<PhraseReading>& options) const {
        if (!exists(name.term)) return;
        for (std::size_t count = least; count <= most; ++count) {
            options.emplace_back(count, prefix_ + name.term);
        }
    }

    bool exists(const std::string& term) const { return database_.term_exists(prefix_ + term); }
    bool has_hyphens(const QueryTerm& word) const {
        return database_.term_exists(std::string(kJoinedPrefix) + word.term);
    }

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
