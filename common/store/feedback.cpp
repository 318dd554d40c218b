#include "store/feedback.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace sitrep {
namespace {

constexpr std::size_t kWords = 25;        ///< that are asked for
constexpr std::size_t kCandidates = 250;  ///< whose frequency in the corpus is looked up
constexpr unsigned kFewestArticles = 2;   ///< of the best, that hold a word
constexpr double kSharePerWord = 1.6;     ///< what all of them weigh, for each word of the question

struct Candidate {
    double share = 0;  ///< of the relevance model
    unsigned articles = 0;
};
using Candidates = std::unordered_map<std::string, Candidate>;

/// Words with a letter in front and three characters: numbers and initials tell little.
bool may_tell(std::string_view stem) {
    constexpr std::size_t kShortest = 3;
    return stem.size() >= kShortest && !(stem.front() >= '0' && stem.front() <= '9');
}

/// The stems of an article and how often each stands there. A word that is its own stem is indexed
/// as the word alone.
std::unordered_map<std::string, unsigned> stems_in(const Xapian::Database& database,
                                                   Xapian::docid id, const StemFunction& stem) {
    std::unordered_map<std::string, unsigned> stems;
    auto term = database.termlist_begin(id);
    const auto end = database.termlist_end(id);
    for (term.skip_to("Z"); term != end; ++term) {
        const std::string text = *term;
        if (text.starts_with('Z')) {
            const bool in_body = text.size() > 1 && !(text[1] >= 'A' && text[1] <= 'Z');
            if (in_body && may_tell(text.substr(1))) stems[text.substr(1)] += term.get_wdf();
        } else if (may_tell(text) && stem(text) == text) {
            stems[text] += term.get_wdf();
        }
    }
    return stems;
}

/// Adds what an article says: frequent words count little more than rare ones, as in BM25.
void add_article(const std::unordered_map<std::string, unsigned>& stems, double weight,
                 Candidates& candidates) {
    constexpr double kHalf = 1.5;
    for (const auto& [stem, count] : stems) {
        Candidate& candidate = candidates[stem];
        candidate.share += weight * count / (count + kHalf);
        ++candidate.articles;
    }
}

std::vector<std::pair<double, std::string>> most(Candidates&& candidates) {
    std::vector<std::pair<double, std::string>> ranked;
    for (const auto& [stem, candidate] : candidates) {
        if (candidate.articles >= kFewestArticles) ranked.emplace_back(candidate.share, stem);
    }
    const std::size_t kept = std::min(kCandidates, ranked.size());
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept),
                      ranked.end(), std::greater<>());
    ranked.resize(kept);
    return ranked;
}

/// What more of the articles hold tells little and costs much; of few articles it costs nothing.
bool is_common(Xapian::doccount articles, Xapian::doccount all) {
    constexpr double kShare = 0.1;
    constexpr double kShareOfFew = 0.5;
    constexpr double kFew = 50;
    const double most = std::max(kShare * all, std::min(kShareOfFew * all, kFew));
    return articles > most;
}

/// The forms of a stem that the index holds, as one; empty for what too few or too many articles
/// have.
Xapian::Query any_form(const Xapian::Database& database, const std::string& stem,
                       double& frequency) {
    const std::string stemmed = "Z" + stem;
    const Xapian::doccount plain = database.get_termfreq(stem);
    const Xapian::doccount inflected = database.get_termfreq(stemmed);
    const Xapian::doccount most = std::max(plain, inflected);
    if (most < 2 || is_common(most, database.get_doccount())) return {};
    frequency = static_cast<double>(database.get_collection_freq(stem)) +
                static_cast<double>(database.get_collection_freq(stemmed));
    if (plain == 0) return Xapian::Query(stemmed);
    if (inflected == 0) return Xapian::Query(stem);
    return {Xapian::Query::OP_SYNONYM, Xapian::Query(stem), Xapian::Query(stemmed)};
}

}  // namespace

Feedback learn_words(const Xapian::Database& database, const std::vector<RankedHit>& best,
                     std::size_t words, const StemFunction& stem) {
    constexpr double kSteep = 4;  // the first articles say more than the last
    double total = 0;
    for (const RankedHit& hit : best) total += std::pow(hit.weight, kSteep);
    if (total <= 0) return {};
    Candidates candidates;
    for (const RankedHit& hit : best)
        add_article(stems_in(database, hit.id, stem), std::pow(hit.weight, kSteep) / total,
                    candidates);

    double all = 0;
    for (const auto& [text, candidate] : candidates) all += candidate.share;
    const auto corpus = static_cast<double>(database.get_total_length());
    struct Word {
        double gain;
        std::string stem;
        Xapian::Query form;
    };
    std::vector<Word> told;
    for (const auto& [model, text] : most(std::move(candidates))) {
        double frequency = 0;
        Xapian::Query form = any_form(database, text, frequency);
        if (form.empty()) continue;
        const double share = model / all;
        const double gain = share * std::log2(share * corpus / frequency);
        if (gain > 0) told.push_back({gain, text, std::move(form)});
    }
    std::sort(told.begin(), told.end(), [](const Word& a, const Word& b) {
        return a.gain != b.gain ? a.gain > b.gain : a.stem < b.stem;
    });
    told.resize(std::min(told.size(), kWords));

    double sum = 0;
    for (const Word& word : told) sum += word.gain;
    Feedback feedback;
    std::vector<Xapian::Query> scaled;
    for (const Word& word : told) {
        const double weight = kSharePerWord * static_cast<double>(words) * word.gain / sum;
        scaled.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, word.form, weight);
        feedback.stems.push_back(word.stem);
    }
    if (!scaled.empty())
        feedback.query = Xapian::Query(Xapian::Query::OP_OR, scaled.begin(), scaled.end());
    return feedback;
}

}  // namespace sitrep
