#include "store/write_batch.hpp"

#include "store/document_seal.hpp"
#include "store/first_term.hpp"
#include "store/line_terms.hpp"

#include <span>
#include <utility>

namespace sitrep {
namespace {

Xapian::Document to_xapian(const IndexDocument& document) {
    Xapian::Document out;
    std::uint64_t seal = seal::of_article(document.data);
    for (const auto& [term, entry] : document.terms) {
        seal += seal::with_positions(seal::of_posting(term, entry.wdf), entry.positions);
        if (entry.positions.empty()) {
            out.add_term(term, entry.wdf);
            continue;
        }
        Xapian::termcount wdf = entry.wdf;
        for (const std::uint32_t position : entry.positions) {
            out.add_posting(term, position, std::exchange(wdf, 0));
        }
    }
    for (const auto& [slot, value] : document.values) {
        if (value.empty()) continue;  // Xapian knows no empty values
        const auto number = static_cast<Xapian::valueno>(slot);
        seal += seal::of_value(number, value);
        out.add_value(number, value);
    }
    out.set_data(seal::sealed(seal, document.data));
    return out;
}

void touch_lines_of(const IndexDocument& document, TouchedLines& touched) {
    std::vector<LineFingerprint> lines;
    for (auto term = document.terms.lower_bound(std::string(kLinePrefix));
         term != document.terms.end(); ++term) {
        const auto line = line_of_term(kLinePrefix, term->first);
        if (!line) break;
        lines.push_back(*line);
    }
    touched.add(lines);
}

/// Before document `id` goes.
void touch_lines_of(const Xapian::Database& database, Xapian::docid id, TouchedLines& touched) {
    std::vector<LineFingerprint> lines;
    line_terms::read_lines(database, id, lines);
    touched.add(lines);
}

void remove_others(Xapian::WritableDatabase& database, const RemoveOthers& change,
                   TouchedLines& touched) {
    std::vector<Xapian::docid> gone;
    for (auto at = database.postlist_begin(change.file_term);
         at != database.postlist_end(change.file_term); ++at) {
        if (!change.kept.contains(unique_term_of(database, *at))) gone.push_back(*at);
    }
    for (const Xapian::docid id : gone) {
        touch_lines_of(database, id, touched);
        database.delete_document(id);
    }
}

void remove_documents(Xapian::WritableDatabase& database, const RemoveDocuments& change,
                      TouchedLines& touched) {
    for (const std::string& term : change.unique_terms) {
        const auto at = database.postlist_begin(term);
        if (at == database.postlist_end(term)) continue;
        touch_lines_of(database, *at, touched);
        database.delete_document(term);
    }
}

void apply_one(Xapian::WritableDatabase& database, const Change& change, TouchedLines& touched) {
    if (const auto* put = std::get_if<PutDocument>(&change)) {
        const Xapian::Document document = to_xapian(put->document);
        touch_lines_of(put->document, touched);
        if (put->known) {
            const auto old = database.postlist_begin(put->document.unique_term);
            if (old != database.postlist_end(put->document.unique_term))
                touch_lines_of(database, *old, touched);
            database.replace_document(put->document.unique_term, document);
        } else {
            database.add_document(document);
        }
    } else if (const auto* others = std::get_if<RemoveOthers>(&change)) {
        remove_others(database, *others, touched);
    } else if (const auto* some = std::get_if<RemoveDocuments>(&change)) {
        remove_documents(database, *some, touched);
    } else if (const auto* metadata = std::get_if<SetMetadata>(&change)) {
        database.set_metadata(metadata->key, metadata->value);
    }
}

/// Without the transaction Xapian's destructor would commit half a batch while an exception
/// unwinds.
void apply_together(Xapian::WritableDatabase& database, std::span<const Change> changes,
                    TouchedLines& touched) {
    database.begin_transaction();
    try {
        for (const Change& change : changes) apply_one(database, change, touched);
        database.commit_transaction();
    } catch (...) {
        try {
            database.cancel_transaction();
        } catch (
            const Xapian::Error&) {  // NOLINT(bugprone-empty-catch): commit_transaction() ended it
        }
        throw;
    }
}

}  // namespace

void WriteBatch::push(Change change) {
    constexpr std::size_t kSmallChange = 128;
    if (empty()) begun_ = std::chrono::steady_clock::now();
    bytes_ += kSmallChange;
    if (const auto* put = std::get_if<PutDocument>(&change)) {
        bytes_ += put->document.bytes();
        ++documents_;
    } else if (const auto* others = std::get_if<RemoveOthers>(&change)) {
        bytes_ += others->kept.size() * kSmallChange;
        ++documents_;  // to remove a document costs about what it costs to add one
    } else if (const auto* some = std::get_if<RemoveDocuments>(&change)) {
        bytes_ += some->unique_terms.size() * kSmallChange;
        documents_ += some->unique_terms.size();
    } else if (const auto* metadata = std::get_if<SetMetadata>(&change)) {
        bytes_ += metadata->key.size() + metadata->value.size();
    }
    changes_.push_back(std::move(change));
}

std::vector<SetMetadata> WriteBatch::take_metadata() {
    std::vector<SetMetadata> taken;
    std::erase_if(changes_, [&taken](Change& change) {
        auto* metadata = std::get_if<SetMetadata>(&change);
        if (metadata != nullptr) taken.push_back(std::move(*metadata));
        return metadata != nullptr;
    });
    return taken;
}

bool WriteBatch::is_full(const BatchLimits& limits) const {
    if (empty()) return false;
    return bytes_ >= limits.bytes || documents_ >= limits.documents ||
           std::chrono::steady_clock::now() - begun_ >= limits.age;
}

void WriteBatch::apply(Xapian::WritableDatabase& database, std::vector<RejectedDocument>& rejected,
                       TouchedLines& touched) {
    try {
        apply_together(database, changes_, touched);
    } catch (const Xapian::LogicError&) {
        const std::span<const Change> changes(changes_);
        for (std::size_t i = 0; i < changes.size(); ++i) {
            try {
                apply_together(database, changes.subspan(i, 1), touched);
            } catch (const Xapian::LogicError& failure) {
                const auto* put = std::get_if<PutDocument>(&changes[i]);
                rejected.push_back({put != nullptr ? put->origin : "", failure.get_msg()});
            }
        }
    }
    changes_.clear();
    bytes_ = 0;
    documents_ = 0;
}

}  // namespace sitrep
