#include "store/acronym_terms.hpp"

#include "store/each_term.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace sitrep::acronym_terms {
namespace {

/// Terms that begin with `prefix` and `key`, each cut into what stands before and behind the
/// separator.
std::vector<AcronymMeaning> read(const Xapian::Database& database, std::string_view prefix,
                                 const std::string& key, bool acronym_first) {
    std::vector<AcronymMeaning> found;
    const auto add = [&](std::string_view rest, const Xapian::TermIterator& term) {
        const std::string text = key + std::string(rest);
        const std::size_t separator = text.find(kAcronymSeparator);
        if (separator == std::string::npos) return;
        AcronymMeaning meaning{text.substr(0, separator), text.substr(separator + 1),
                               term.get_termfreq()};
        if (!acronym_first) std::swap(meaning.acronym, meaning.words);
        found.push_back(std::move(meaning));
    };
    each_term(database, std::string(prefix) + key, add);
    std::sort(found.begin(), found.end(), [](const AcronymMeaning& a, const AcronymMeaning& b) {
        if (a.articles != b.articles) return a.articles > b.articles;
        return std::pair(a.acronym, a.words) < std::pair(b.acronym, b.words);
    });
    return found;
}

std::string with_separator(std::string_view key) {
    std::string out(key);
    if (!key.empty()) out += kAcronymSeparator;
    return out;
}

}  // namespace

std::vector<AcronymMeaning> meanings_of(const Xapian::Database& database,
                                        std::string_view acronym) {
    return read(database, kAcronymPrefix, with_separator(acronym), true);
}

std::vector<AcronymMeaning> acronyms_of(const Xapian::Database& database, std::string_view words) {
    return read(database, kLongFormPrefix, with_separator(words), false);
}

std::vector<AcronymMeaning> long_forms_from(const Xapian::Database& database,
                                            std::string_view beginning) {
    return read(database, kLongFormPrefix, std::string(beginning), false);
}

}  // namespace sitrep::acronym_terms
