#include "store/word_list.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <string>

namespace sitrep::word_list {
namespace {

/// Behind the terms that begin with a capital: those have a prefix, words never begin so.
constexpr const char* kBehindPrefixes = "[";

}  // namespace

std::vector<PatternForm> terms(const Xapian::Database& database, Field field,
                               std::string_view beginning,
                               const std::function<bool(std::string_view)>& is_wanted) {
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
        if (is_wanted(word)) found.push_back({std::move(word), at.get_termfreq()});
        ++at;
    }
    return found;
}

std::uint64_t articles_with(const Xapian::Database& database, Field field, const QueryTerm& word) {
    const std::string prefix(field_row(field).prefix);
    return std::max({database.get_termfreq(prefix + word.term),
                     database.get_termfreq(prefix + word.stem),
                     database.get_termfreq("Z" + prefix + word.stem)});
}

}  // namespace sitrep::word_list
