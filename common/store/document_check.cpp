#include "store/document_check.hpp"

#include "model/record.hpp"
#include "model/stored_article.hpp"
#include "store/document_seal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep {
namespace {

/// Between two words to whoever watches.
constexpr std::uint64_t kStep = 1024;

}  // namespace

void DocumentCheck::tell(std::string_view what, std::uint64_t done, std::uint64_t total) const {
    if (done % kStep == 0 && !progress_(what, done, total)) throw Stopped{};
}

void DocumentCheck::read_postings() {
    for (auto at = database_.postlist_begin(""); at != database_.postlist_end(""); ++at)
        sums_.push_back({*at});
    std::uint64_t done = 0;
    for (auto term = database_.allterms_begin(); term != database_.allterms_end(); ++term) {
        tell("terms", done++, 0);
        read_posting_list(*term, term.get_termfreq());
    }
    postings_read_ = true;
}

void DocumentCheck::read_posting_list(const std::string& term, Xapian::doccount expected) {
    auto sums = sums_.begin();
    Xapian::doccount found = 0;
    const bool is_stem = term.starts_with('Z');  // has no positions, and to look would take a third
    for (auto at = database_.postlist_begin(term); at != database_.postlist_end(term); ++at) {
        ++found;
        sums = std::lower_bound(sums, sums_.end(), *at,
                                [](const Sums& one, Xapian::docid id) { return one.id < id; });
        if (sums == sums_.end() || sums->id != *at) {
            findings_.add(fmt::format("document {}", *at), "has postings, and is not there");
            continue;
        }
        const std::uint64_t posting = seal::of_posting(term, at.get_wdf());
        positions_.clear();
        if (!is_stem) positions_.assign(at.positionlist_begin(), at.positionlist_end());
        sums->postings += posting;
        sums->sealed += seal::with_positions(posting, positions_);
    }
    if (found != expected)
        findings_.add("term " + term, "stands in another number of documents than is noted");
    if (found > 1 && term.starts_with(kUniquePrefix)) repeated_.insert(term);
}

void DocumentCheck::check_documents() {
    std::uint64_t done = 0;
    for (const Sums& sums : sums_) {
        tell("articles", done++, sums_.size());
        try {
            check_document(sums);
        } catch (const Xapian::DatabaseModifiedError&) {
            throw;
        } catch (const Xapian::Error& failure) {
            findings_.add(fmt::format("document {}", sums.id), "cannot be read", failure.get_msg());
        }
    }
}

void DocumentCheck::check_document(const Sums& sums) {
    const Xapian::Document document = database_.get_document(sums.id);
    const std::string data = document.get_data();
    const auto opened = seal::open(data);
    const auto stored = decode_stored_article(opened ? opened->article : std::string_view());
    const std::string name = stored ? Origin{files_.path_of(stored->file), stored->place}.text()
                                    : fmt::format("document {}", sums.id);
    const Terms terms = read_terms(sums.id);
    check_terms(name, sums, terms);
    if (!stored) return findings_.add(name, "its stored article cannot be read");
    std::uint64_t sum = sums.sealed + seal::of_article(opened->article);
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
        sum += seal::of_value(value.get_valueno(), *value);
    if (postings_read_ && sum != opened->seal) {
        seals_broken_ = true;
        findings_.add(name, "its words or its text are not those that were written");
    }
    check_file(name, terms, stored->file, opened->seal);
}

DocumentCheck::Terms DocumentCheck::read_terms(Xapian::docid id) const {
    Terms terms;
    for (auto at = database_.termlist_begin(id); at != database_.termlist_end(id); ++at) {
        const std::string term = *at;
        terms.postings += seal::of_posting(term, at.get_wdf());
        terms.length += at.get_wdf();
        if (term.starts_with(kUniquePrefix)) {
            ++terms.uniques;
            terms.unique = term;
        } else if (term.starts_with(kFilePrefix)) {
            ++terms.files;
            terms.file = term;
        }
    }
    return terms;
}

void DocumentCheck::check_terms(const std::string& name, const Sums& sums, const Terms& terms) {
    if (terms.uniques != 1) findings_.add(name, "has not one unique term");
    if (terms.files != 1) findings_.add(name, "has not one term for its file");
    if (postings_read_ && terms.postings != sums.postings)
        findings_.add(name, "its list of terms is not that of the postings");
    if (terms.length != database_.get_doclength(sums.id))
        findings_.add(name, "its length is not that of its terms");
    if (repeated_.erase(terms.unique) != 0)
        findings_.add(name, "is in the database more than once");
}

void DocumentCheck::check_file(const std::string& name, const Terms& terms, const FileKey& stored,
                               std::uint64_t seal) {
    if (terms.files == 1 && terms.file != file_term(stored))
        findings_.add(name, "its term is not that of its file");
    FileCatalog::File* file = files_.find(terms.file);
    if (file == nullptr)
        return findings_.add(name, "is of a file that the database does not know: orphaned");
    ++file->found;
    if (file->state.stale) {
        ++stale_;
    } else {
        digest_.add_document(terms.unique, seal);
    }
}

}  // namespace sitrep
