#include "indexer/settling.hpp"

#include "indexer/article_maker.hpp"
#include "indexer/corpus_of.hpp"
#include "indexer/interrupt.hpp"
#include "indexer/record_keys.hpp"
#include "indexer/source/file_source.hpp"
#include "indexer/source/record_reader.hpp"
#include "text/index_document_builder.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace sitrep {
namespace {

/// Makes the wanted documents of one file again. Whether a record is an article does not depend on
/// the corpus: what fails now did so before, and was named.
class WantedDocuments : public RecordSink {
  public:
    WantedDocuments(const FileKey& file, const std::set<std::string>& wanted, IndexWriter& writer,
                    Analyzer& analyzer, ForeignReaders& readers)
        : file_(file), wanted_(wanted), writer_(writer), analyzer_(analyzer), readers_(readers) {}

    bool record(RawRecord record) override {
        keys_.cut();
        const Origin origin = record.origin;
        Result<Article> article =
            make_article(std::move(record), readers_, corpus_of(file_, &writer_.furniture()));
        if (!article || interrupted()) return !interrupted();
        const StoredArticle stored{file_, origin.place, *std::move(article)};
        const std::string key = keys_.next(stored);
        if (wanted_.contains(unique_term(file_, key))) {
            written_ = writer_.replace(build_index_document(stored, key, analyzer_), origin.text());
            ++made_;
        }
        return written_.has_value() && made_ < wanted_.size() && !interrupted();
    }

    void failure(const Origin& /*origin*/, const Error& /*error*/) override {}

    const Result<void>& written() const { return written_; }
    std::size_t made() const { return made_; }

  private:
    const FileKey& file_;
    const std::set<std::string>& wanted_;
    IndexWriter& writer_;
    Analyzer& analyzer_;
    ForeignReaders& readers_;
    RecordKeys keys_;
    Result<void> written_;
    std::size_t made_ = 0;
};

}  // namespace

Result<void> Settling::run() {
    const auto unsettled = writer_.unsettled();
    if (!unsettled) return unsettled.error();
    std::uint64_t done = 0;
    for (const auto& [file, wanted] : *unsettled) {
        if (interrupted()) return writer_.commit();
        diagnostics_.progress(done++, unsettled->size());
        if (Result<void> cleaned = clean_again(file, wanted); !cleaned) return cleaned;
    }
    diagnostics_.clear_progress();
    if (!unsettled->empty()) {
        diagnostics_.detail(fmt::format("{} files cleaned again: what is furniture has changed",
                                        unsettled->size()));
    }
    if (interrupted()) return writer_.commit();
    return writer_.settled();
}

Result<void> Settling::clean_again(const FileKey& file, const std::set<std::string>& wanted) {
    const auto root = writer_.roots().find(file.root);
    Result<std::optional<FileState>> known = writer_.file_state(file);
    if (!known) return known.error();
    if (root == writer_.roots().end() || !*known) return {};
    FileState state = **std::move(known);
    const std::string path = joined_path(root->second, file.path);
    const std::optional<FileType> type = file_type_of(path, limits_.filtered);
    if (!type || state.filter != filters_.fingerprint(path))
        return give_up(file, std::move(state), path,
                       {ErrorCode::BadInput, "cannot be read again without its filter",
                        "run again with the --filter that it was read by"});
    Result<OpenFile> opened = OpenFile::open(path);
    if (!opened) return give_up(file, std::move(state), path, opened.error());
    FileSource source(*std::move(opened));
    const Result<std::string> hash = source.content_hash();
    if (!hash) return give_up(file, std::move(state), path, hash.error());
    if (*hash != state.content_hash) {
        return give_up(file, std::move(state), path,
                       {ErrorCode::BadInput, "has changed meanwhile", "run again to index it"});
    }
    source.seek(0);
    WantedDocuments sink(file, wanted, writer_, analyzer_, readers_);
    read_file_records(path, *type, source, limits_, sink);
    summary_.bytes += source.hashed();
    // Of a file of failures, or one that the brake held, some articles may be older than its bytes.
    const bool fell_short =
        sink.made() < wanted.size() && state.failed == 0 && state.held == 0 && !interrupted();
    if (sink.written() && fell_short)
        return give_up(file, std::move(state), path,
                       {ErrorCode::BadInput, "no longer gives the articles that it gave"});
    return sink.written();
}

Result<void> Settling::give_up(const FileKey& file, FileState state, const std::string& path,
                               const Error& error) {
    diagnostics_.error(
        path, {error.code, error.message + "; its articles are kept as they were", error.hint});
    ++summary_.failed;
    state.content_hash.clear();  // so that the next run that can reads it
    return writer_.put_state(file, state);
}

}  // namespace sitrep
