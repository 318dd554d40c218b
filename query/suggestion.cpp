#include "query/suggestion.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "query/question.hpp"
#include "search/query_parser.hpp"
#include "search/query_units.hpp"
#include "search/spelling.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace sitrep {
namespace {

/// How many articles hold all words of a question, and how many some: in this order they tell which
/// question finds more.
using Found = std::pair<std::uint64_t, std::uint64_t>;

Found found_by(const HitList& list) { return {list.total_with_all, list.total}; }

/// Nothing where it cannot be asked.
Found found_by(const std::string& question, const SavedQuestions& saved, Searcher& searcher,
               WordTables& tables) {
    std::vector<QueryRepair> repairs;  // told already
    const Result<QueryPtr> query = parse_query(question, today(), {&repairs, saved});
    if (!query || !give_terms(**query, question, false, words_of_corpus(searcher), tables))
        return {};
    const Result<HitList> found = searcher.count(**query);
    return found ? found_by(*found) : Found();
}

/// What stands in quotes without them, and the last word alone of a writer's name ("Sgt. 1st Class
/// Ada Long").
void add_looser(const std::string& question, std::vector<std::string>& readings) {
    if (question.find('"') == std::string::npos) return;
    std::string loose = question;
    const std::size_t author = loose.find("author:\"");
    const std::size_t end = author == std::string::npos ? author : loose.find('"', author + 8);
    if (end != std::string::npos) {
        const std::size_t last = loose.rfind(' ', end);
        const std::size_t name = author + std::string_view("author:").size();
        if (last != std::string::npos && last > name) loose.erase(name, last + 1 - name);
    }
    std::erase(loose, '"');
    readings.push_back(loose);
}

/// `site:defensenews.com` where no outlet is called so: by the address of its articles.
void add_by_address(const std::string& question, std::vector<std::string>& readings) {
    for (const std::string_view field : {"site:", "outlet:", "source:"}) {
        const std::size_t at = question.find(field);
        if (at == std::string::npos || (at > 0 && question[at - 1] != ' ')) continue;
        const std::size_t end = std::min(question.find(' ', at), question.size());
        const std::string name = question.substr(at + field.size(), end - at - field.size());
        if (contains(name, ".") && !contains(name, "\""))
            readings.push_back(question.substr(0, at) + "url:" + name + question.substr(end));
    }
}

/// Of two to four words that may be a name: what a writer of that name wrote.
void add_by_writer(const std::string& question, std::vector<std::string>& readings) {
    const std::vector<std::string_view> words = split(question, ' ');
    const bool is_name =
        words.size() > 1 && words.size() < 5 &&
        std::all_of(words.begin(), words.end(), [](std::string_view word) {
            return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
                return (is_word_byte(c) && !is_ascii_digit(c)) || c == '.' || c == '-' || c == '\'';
            });
        });
    if (is_name) readings.push_back("author:\"" + question + "\"");
}

/// What the question may mean that no other spelling is; `finds_nothing`: it may ask too much.
std::vector<std::string> other_readings(const std::string& question, bool finds_nothing) {
    std::vector<std::string> readings;
    add_by_writer(question, readings);
    if (finds_nothing) {
        add_looser(question, readings);
        add_by_address(question, readings);
    }
    return readings;
}

}  // namespace

std::string better_question(const QueryOptions& options, const Query& query, const HitList& list,
                            Searcher& searcher, WordTables& tables) {
    std::string best;
    if (list.total_with_all >= kFewHits || !options.like.empty()) return best;
    const CorpusWords corpus = words_of_corpus(searcher);
    const auto is_known = [&](const QueryUnit& unit) {
        return !tables.vocabulary.synonyms(vocabulary_key({unit}), corpus.analyzer).empty() ||
               !corpus.wordings.meanings_of(name_of(unit)).empty();
    };
    Found most = found_by(list);
    const std::string asked = utf8::repaired(options.question);
    const auto take = [&](std::vector<std::string> others, std::uint64_t least) {
        for (std::string& other : others) {
            const Found found = found_by(other, options.saved, searcher, tables);
            if (found <= most || found.first < least) continue;
            most = found;
            best = std::move(other);
        }
    };
    take(other_readings(asked, list.total == 0), 1);
    take(suggested_questions(asked, query, searcher.terms(), is_known), 0);
    return best;
}

}  // namespace sitrep
