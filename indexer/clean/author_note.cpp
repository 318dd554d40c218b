#include "base/strings.hpp"
#include "indexer/clean/reason.hpp"
#include "indexer/clean/verdicts.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

constexpr std::size_t kMaxNoteWords = 90;
constexpr std::size_t kReach = 3;     ///< kept blocks from the end
constexpr std::size_t kMinProse = 4;  ///< shorter texts have no end notes

/// An author's name, at the beginning of the text or of a sentence in it, with what a writer does.
bool names_author(const ArticleHeader& header, std::string_view text) {
    static constexpr std::array<std::string_view, 10> kVerbs = {
        " is a",   " is the ",  " is ",     " covers ",      " contributed to ",
        " was a ", " reports ", " writes ", " has covered ", " has reported "};
    return std::any_of(
        header.authors.begin(), header.authors.end(), [text](const std::string& author) {
            const std::size_t at = text.find(author);
            if (author.empty() || at == std::string_view::npos) return false;
            if (at > 4 && text.substr(at - 2, 2) != ". " && text.substr(at - 2, 2) != ": ")
                return false;
            return begins_with_any(text.substr(at + author.size()), kVerbs);
        });
}

/// What a newsroom's people are.
bool names_trade(const BlockFeatures& f) {
    static constexpr auto kTrades =
        std::to_array<std::string_view>({" reporter", " correspondent", " writer", " editor",
                                         " journalist", " columnist", " covers ", " covering "});
    return contains_any(f.key, kTrades);
}

/// "JANE DOE covers the Navy" of an author. Of those whom a page with markup calls its authors many
/// are companies and experts, and what it says of them at its end is often its own text.
bool is_note(const PageView& page, std::size_t i, bool markup) {
    const BlockFeatures& f = page.features[i];
    return f.words <= kMaxNoteWords && f.key.find(" said") == std::string::npos &&
           names_author(page.header, page.blocks[i].text) && (!markup || names_trade(f));
}

}  // namespace

void mark_author_note(const PageView& page, Verdicts& verdicts) {
    std::size_t prose = 0;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        if (verdicts[i].empty() && page.features[i].prose) ++prose;
    }
    if (prose < kMinProse) return;
    const bool markup = has_markup(page.blocks);
    std::size_t seen = 0;
    for (std::size_t i = verdicts.size(); i-- > 0 && seen < kReach;) {
        if (!verdicts[i].empty()) continue;
        ++seen;
        if (is_note(page, i, markup)) verdicts[i] = reason::kAuthorNote;
    }
}

}  // namespace sitrep
