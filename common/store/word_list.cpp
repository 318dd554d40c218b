#include "store/word_list.hpp"

#include "base/strings.hpp"
#include "model/index_document.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace sitrep::word_list {
namespace {

/// Behind the terms that begin with a capital: those have a prefix, words never begin so.
constexpr const char* kBehindPrefixes = "[";

/// Goes on behind what begins with `beginning`. A few are passed one by one: to look for a place
/// costs as much as ten steps.
void pass(Xapian::TermIterator& at, const Xapian::TermIterator& end, std::string beginning) {
    constexpr int kSteps = 8;
    for (int steps = 0; at != end && (*at).starts_with(beginning); ++at, ++steps) {
        if (steps < kSteps) continue;
        ++beginning.back();
        at.skip_to(beginning);
        return;
    }
}

}  // namespace

std::vector<PatternForm> terms(const Xapian::Database& database, Field field,
                               std::string_view beginning, const WordJudge& judge) {
    const std::string_view prefix = field_row(field).prefix;
    const std::string first = std::string(prefix) + std::string(beginning);
    std::vector<PatternForm> found;
    const auto end = database.allterms_end(first);
    for (auto at = database.allterms_begin(first); at != end;) {
        const std::string term = *at;
        if (!term.starts_with(first)) {  // a server may send anything
            ++at;
            continue;
        }
        if (term.size() > prefix.size() && is_ascii_upper(term[prefix.size()])) {
            at.skip_to(std::string(prefix) + kBehindPrefixes);
            continue;
        }
        std::string word = term.substr(prefix.size());
        const WordVerdict verdict = judge(word);
        if (verdict.is_wanted) found.push_back({std::move(word), at.get_termfreq()});
        if (verdict.hopeless > 0) {
            pass(at, end, term.substr(0, prefix.size() + verdict.hopeless));
        } else {
            ++at;
        }
    }
    return found;
}

std::uint64_t articles_with(const Xapian::Database& database, Field field, const QueryTerm& word) {
    const std::string prefix(field_row(field).prefix);
    return std::max({database.get_termfreq(prefix + word.term),
                     database.get_termfreq(prefix + word.stem),
                     database.get_termfreq("Z" + prefix + word.stem)});
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
    // Most are no word of any article: then one look is enough.
    return articles > 0 && articles > database.get_termfreq(std::string(kSpanStartPrefix) + term);
}

}  // namespace sitrep::word_list
