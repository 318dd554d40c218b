#include "store/acronym_terms.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace sitrep::acronym_terms {
namespace {

/// Terms that begin with `prefix`, each cut into what stands before and behind the separator.
std::vector<AcronymMeaning> read(const Xapian::Database& database, const std::string& prefix,
                                 std::size_t key_begin, bool acronym_first) {
    std::vector<AcronymMeaning> found;
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix);
         ++term) {
        const std::string whole = *term;
        if (!whole.starts_with(prefix)) continue;  // a server may send anything
        const std::string text = whole.substr(key_begin);
        const std::size_t separator = text.find(kAcronymSeparator);
        if (separator == std::string::npos) continue;
        AcronymMeaning meaning{text.substr(0, separator), text.substr(separator + 1),
                               term.get_termfreq()};
        if (!acronym_first) std::swap(meaning.acronym, meaning.words);
        found.push_back(std::move(meaning));
    }
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
    return read(database, std::string(kAcronymPrefix) + with_separator(acronym),
                kAcronymPrefix.size(), true);
}

std::vector<AcronymMeaning> acronyms_of(const Xapian::Database& database, std::string_view words) {
    return read(database, std::string(kLongFormPrefix) + with_separator(words),
                kLongFormPrefix.size(), false);
}

bool holds(const Xapian::Database& database, std::string_view words) {
    std::vector<std::string> terms;
    for (const std::string_view word : split(words, ' ')) {
        terms.emplace_back(word);
        if (!database.term_exists(terms.back())) return false;
    }
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(Xapian::Query(Xapian::Query::OP_PHRASE, terms.begin(), terms.end(),
                                    static_cast<Xapian::termcount>(terms.size())));
    return !enquire.get_mset(0, 1).empty();
}

}  // namespace sitrep::acronym_terms
