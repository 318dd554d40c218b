// What cleaning looks at in a block: shallow features, each cheap and each known to tell story from
// furniture (Kohlschütter et al., "Boilerplate Detection using Shallow Text Features", WSDM 2010).
#pragma once

#include "model/article.hpp"
#include "text/site_talk.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

struct BlockFeatures {
    std::string key;               ///< lower case, words parted by one space, without punctuation
    std::size_t words = 0;         ///< as count_words() has them
    std::size_t letter_words = 0;  ///< words that hold a letter
    double stop_share = 0;      ///< of the words, those that only running text has ("the", "was")
    double link_share = 0;      ///< of the bytes, those inside links
    bool final_mark = false;    ///< ends as a sentence does
    bool colon = false;         ///< ends with a colon
    bool labelled = false;      ///< begins with a word or two, a colon, and more text
    unsigned consent_cues = 0;  ///< distinct cues of consent language
    std::size_t consent_words = 0;        ///< words that are such cues
    bool strong_consent = false;          ///< one of the cues is said of cookies and choices only
    bool cookie_notice = false;           ///< says that cookies are used
    bool addresses_reader = false;        ///< says you, your, we or our
    bool consent_purpose = false;         ///< in the words that every banner has for it
    bool consent_answer = false;          ///< a button of a consent banner in the page's language
    SiteLine site_line = SiteLine::None;  ///< what a line in the page's language says it is
    bool sentence = false;  ///< as long as one, and ends so; few of the bytes are links
    bool prose = false;     ///< reads as running text
};

/// Whether the folded words hold these.
inline bool has(const BlockFeatures& f, std::string_view words) {
    return f.key.find(words) != std::string::npos;
}

/// Whether it tells what somebody said, as stories do.
inline bool is_said(const BlockFeatures& f) { return has(f, " said") || has(f, " says"); }

/// Sentences of a page in another language are prose, too, and have the share of stop words that
/// English has: the rules, and the pages the classifier learned from, know no other. Its banners
/// and furniture are told by the words of that language as well.
std::vector<BlockFeatures> block_features(const std::vector<Block>& blocks);

/// Whether the reader knows where in the markup they stood; without any they are plain text.
bool has_markup(const std::vector<Block>& blocks);

/// Whether `word`, folded, is one of the commonest of English.
bool is_stop_word(std::string_view word);

/// The words of `text` as in BlockFeatures::key.
std::string folded_words(std::string_view text);

}  // namespace sitrep
