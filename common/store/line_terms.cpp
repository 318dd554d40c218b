#include "store/line_terms.hpp"

#include "model/index_document.hpp"

#include <algorithm>

namespace sitrep::line_terms {
namespace {

constexpr auto kStorySlot = static_cast<Xapian::valueno>(Slot::Story);

void collect(const Xapian::Database& database, std::string_view prefix, Xapian::doccount fewest,
             std::vector<LineFingerprint>& lines) {
    const std::string begin(prefix);
    for (auto term = database.allterms_begin(begin); term != database.allterms_end(begin); ++term) {
        if (term.get_termfreq() < fewest) continue;
        if (const auto line = line_of_term(prefix, *term)) lines.push_back(*line);
    }
}

}  // namespace

bool is_furniture(const Xapian::Database& database, LineFingerprint line) {
    const std::string term = line_term(kLinePrefix, line);
    const Xapian::doccount documents = database.get_termfreq(term);
    if (documents < StoryCount::kFewestDocuments) return false;
    StoryCount stories(documents);
    for (auto document = database.postlist_begin(term);
         document != database.postlist_end(term) && !stories.is_furniture(); ++document) {
        stories.add(database.get_document(*document).get_value(kStorySlot));
    }
    return stories.is_furniture();
}

void read_lines(const Xapian::Database& database, Xapian::docid id,
                std::vector<LineFingerprint>& lines) {
    auto term = database.termlist_begin(id);
    term.skip_to(std::string(kLinePrefix));
    for (; term != database.termlist_end(id); ++term) {
        const auto line = line_of_term(kLinePrefix, *term);
        if (!line) break;
        lines.push_back(*line);
    }
}

void find_unsettled(const Xapian::Database& database, LineFingerprint line, bool furniture,
                    std::vector<Xapian::docid>& found) {
    const std::string holding = line_term(kLinePrefix, line);
    const std::string knowing = line_term(kLearnedPrefix, line);
    const Xapian::doccount known = database.get_termfreq(knowing);
    // Who knows a line holds it: equal numbers are the same documents.
    if (furniture ? database.get_termfreq(holding) == known : known == 0) return;
    auto knows = database.postlist_begin(knowing);
    const auto end = database.postlist_end(knowing);
    if (!furniture) {
        for (; knows != end; ++knows) found.push_back(*knows);
        return;
    }
    for (auto holds = database.postlist_begin(holding); holds != database.postlist_end(holding);
         ++holds) {
        if (knows != end) knows.skip_to(*holds);
        if (knows == end || *knows != *holds) found.push_back(*holds);
    }
}

std::vector<LineFingerprint> candidates(const Xapian::Database& database) {
    std::vector<LineFingerprint> lines;
    collect(database, kLinePrefix, StoryCount::kFewestDocuments, lines);
    collect(database, kLearnedPrefix, 1, lines);
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
}

}  // namespace sitrep::line_terms
