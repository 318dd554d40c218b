#include "store/acronym_terms.hpp"

#include "base/strings.hpp"
#include "model/index_document.hpp"
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

bool holds(const Xapian::Database& database, std::string_view words, Field field) {
    std::vector<std::string> terms;
    for (const std::string_view word : split(words, ' ')) {
        terms.push_back(std::string(field_row(field).prefix) + std::string(word));
        if (!database.term_exists(terms.back())) return false;
    }
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(Xapian::Query(Xapian::Query::OP_PHRASE, terms.begin(), terms.end(),
                                    static_cast<Xapian::termcount>(terms.size())));
    return !enquire.get_mset(0, 1).empty();
}

bool holds_unjoined(const Xapian::Database& database, std::string_view word) {
    const std::string term(word);
    const Xapian::doccount articles = database.get_termfreq(term);
    // Few pairs of words are one: of the others, one round trip tells it.
    return articles > 0 && articles > database.get_termfreq(std::string(kSpanStartPrefix) + term);
}

}  // namespace sitrep::acronym_terms
