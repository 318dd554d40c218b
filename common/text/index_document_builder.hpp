// article -> document: the article's fields, analysed, as terms with positions and weights.
#pragma once

#include "model/index_document.hpp"
#include "model/stored_article.hpp"
#include "text/analyzer.hpp"

namespace sitrep {

/// Terms of `stored.article` (see ARCHITECTURE.md, "What a document holds"):
/// * every text field's words and names, folded, under the field's prefix; the stem as `Z` + prefix
///   + stem without positions, only where it differs;
/// * what stands on one word with its position; what stands on several with the positions of the
///   first, the inner and the last of them under kSpanStartPrefix and its like + the field's
///   prefix;
/// * fields with a boost, and the body, also without prefix (the lead stands in the body already);
/// * fields, headings and sections stand 100 positions apart, so that no phrase crosses them;
/// * kExactNamePrefix + a designator that stands there itself, not as the family of another;
/// * kAcronymPrefix and kLongFormPrefix + the acronyms that a paragraph defines, both ways round;
/// * kStemsPrefix + the language of its stems (stemming_language()), where that is not English;
/// * kLinePrefix and kLearnedPrefix + what its lines say to the corpus;
/// * kCopyBandPrefix + what copies of its body would have in common with it (copy_sketch.hpp);
/// * `L` + language, `XH` + each fact that is known of it, place_terms(), the file's term, the
///   unique term; the values of Slot.
/// `record_key` is the given id, else the ordinal.
IndexDocument build_index_document(const StoredArticle& stored, std::string_view record_key,
                                   Analyzer& analyzer);

/// The same without the unique term and the value Slot::Order ...
IndexDocument build_unnamed_document(const StoredArticle& stored, Analyzer& analyzer);
/// ... and these: a key may hang on the records before it, the rest does not.
void name_document(IndexDocument& document, const FileKey& file, std::string_view record_key);

/// A term of the index: at most this many bytes, prefix included (Xapian allows 245).
inline constexpr std::size_t kMaxTermBytes = 200;

}  // namespace sitrep
