#include "indexer/settling.hpp"

#include "indexer/interrupt.hpp"
#include "indexer/record_keys.hpp"
#include "indexer/source/file_type.hpp"
#include "text/index_document_builder.hpp"

#include <fmt/format.h>

#include <utility>

namespace sitrep {

/// What comes of one file that is read again. Whether a record is an article does not depend on the
/// corpus: what fails now did so before, and was named.
class Settling::Writing {
  public:
    Writing(Unsettled& file, Records records, Settling& settling)
        : file_(file), records_(records), settling_(settling) {}

    Result<void> operator()(MadeDocument made) {
        const std::string key = keys_.next(made.id, made.origin.place, made.count);
        // What stands twice is told apart by all that came before it.
        if (records_ == Records::Wanted && RecordKeys::is_of_double(key)) return {};
        if (!file_.wanted->contains(unique_term(file_.key, key))) return {};
        name_document(made.document, file_.key, key);
        ++made_;
        return settling_.writer_.replace(std::move(made.document), made.origin.text());
    }
    Result<void> operator()(const FailedRecord& /*record*/) { return {}; }
    Result<void> operator()(const SkippedRecord& /*record*/) { return {}; }

    Result<void> operator()(const FileEnd& end) {
        over_ = true;
        settling_.summary_.bytes += end.bytes;
        if (end.how == FileEnd::How::Unreadable && end.error.code == ErrorCode::Io)
            return end.error;  // no fault of the file's
        if (end.how == FileEnd::How::Unreadable) return give_up(end.error);
        if (end.how == FileEnd::How::Unchanged)
            return give_up({ErrorCode::BadInput, "has changed meanwhile", "run again to index it"});
        file_.outcome = made_ < file_.wanted->size() ? Outcome::FellShort : Outcome::Settled;
        return {};
    }

    bool is_over() const { return over_; }

  private:
    Result<void> give_up(const Error& error) {
        file_.outcome = Outcome::GivenUp;
        return settling_.give_up(file_, error);
    }

    Unsettled& file_;
    Records records_;
    Settling& settling_;
    RecordKeys keys_;
    std::size_t made_ = 0;
    bool over_ = false;
};

Result<void> Settling::run() {
    const auto unsettled = writer_.unsettled();
    if (!unsettled) return unsettled.error();
    std::vector<Unsettled> files;
    for (const auto& [key, wanted] : *unsettled) {
        if (Result<void> found = find(key, wanted, files); !found) return found;
    }
    if (Result<void> cleaned = clean_again(files, Records::Wanted); !cleaned) return cleaned;
    // Where an id or a name stands twice in a file, all records are needed to tell them apart.
    std::erase_if(files, [](const Unsettled& file) { return file.outcome != Outcome::FellShort; });
    if (!interrupted()) {
        if (Result<void> cleaned = clean_again(files, Records::All); !cleaned) return cleaned;
    }
    if (interrupted()) return writer_.commit();
    for (const Unsettled& file : files) {
        // Of a file of failures, or one that the brake held, some may be older than its bytes.
        if (file.outcome != Outcome::FellShort || file.state.failed != 0 || file.state.held != 0)
            continue;
        Result<void> given_up =
            give_up(file, {ErrorCode::BadInput, "no longer gives the articles that it gave"});
        if (!given_up) return given_up;
    }
    if (!unsettled->empty()) {
        diagnostics_.detail(fmt::format("{} files cleaned again: what is furniture has changed",
                                        unsettled->size()));
    }
    return writer_.settled();
}

/// Adds the file, unless it is gone or can be given up already.
Result<void> Settling::find(const FileKey& key, const UnsettledDocuments& wanted,
                            std::vector<Unsettled>& files) {
    const auto root = writer_.roots().find(key.root);
    Result<std::optional<FileState>> known = writer_.file_state(key);
    if (!known) return known.error();
    if (root == writer_.roots().end() || !*known) return {};
    const Unsettled file{key, **known, joined_path(root->second, key.path), &wanted};
    if (file_type_of(file.path, settings_.filters.endings()) &&
        file.state.filter == settings_.filters.fingerprint(file.path)) {
        files.push_back(file);
        return {};
    }
    return give_up(file, {ErrorCode::BadInput, "cannot be read again without its filter",
                          "run again with the --filter that it was read by"});
}

Result<void> Settling::clean_again(std::vector<Unsettled>& files, Records records) {
    if (files.empty()) return {};
    std::vector<ReadTask> tasks;
    for (const Unsettled& file : files) {
        // Without a hash it was read in part, as before.
        const auto when = file.state.content_hash.empty() ? ReadWhen::Always : ReadWhen::Same;
        tasks.push_back({file.key, file.path, when, file.state.content_hash});
        if (records == Records::All) continue;
        for (const auto& [term, place] : *file.wanted) tasks.back().places.insert(place);
    }
    return visit_files(settings_, std::move(tasks), diagnostics_,
                       [&](std::size_t number) { return Writing(files[number], records, *this); });
}

Result<void> Settling::give_up(const Unsettled& file, const Error& error) {
    diagnostics_.error(
        file.path,
        {error.code, error.message + "; its articles are kept as they were", error.hint});
    ++summary_.failed;
    FileState state = file.state;
    state.content_hash.clear();  // so that the next run that can reads it
    return writer_.put_state(file.key, state);
}

}  // namespace sitrep
