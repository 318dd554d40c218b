#include "indexer/dump_command.hpp"

#include "base/file.hpp"
#include "indexer/article_maker.hpp"
#include "indexer/blocks_json.hpp"
#include "indexer/corpus_of.hpp"
#include "indexer/exit_status.hpp"
#include "indexer/interrupt.hpp"
#include "indexer/path_list.hpp"
#include "indexer/root_set.hpp"
#include "indexer/source/file_source.hpp"
#include "indexer/source/file_walker.hpp"
#include "indexer/source/record_reader.hpp"
#include "indexer/walk_options.hpp"
#include "model/article_json.hpp"
#include "store/furniture_table.hpp"
#include "text/index_document_builder.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace sitrep {
namespace {

std::string_view role_name(TokenRole role) {
    switch (role) {
        case TokenRole::Word:
            return "";
        case TokenRole::Joined:
            return "\tjoined";
        case TokenRole::Name:
            return "\tname";
        case TokenRole::Member:
            return "\tmember";
        case TokenRole::Family:
            return "\tfamily";
    }
    return "";
}

std::string tokens_text(const Article& article, Analyzer& analyzer) {
    std::string out;
    const std::string body = article.header.title + "\n\n" + article.body();
    for (const Token& token : analyzer.analyze(body)) {
        out += fmt::format("{}\t{}\t{}\t{}-{}{}\n", token.position, token.term, token.stem,
                           token.begin, token.end, role_name(token.role));
    }
    return out;
}

class Dump : public RecordSink {
  public:
    /// `table`: of the database that was named, or null.
    Dump(const IndexOptions& options, const FurnitureTable* table, Analyzer& analyzer,
         Diagnostics& diagnostics)
        : options_(options),
          readers_(options.filters, options.max_file_bytes),
          table_(table),
          analyzer_(analyzer),
          diagnostics_(diagnostics) {
        limits_.record_bytes = options.max_file_bytes;
        limits_.filtered = options.filters.endings();
    }

    void path(const std::string& path) {
        Result<FileInfo> info = file_info(path);
        if (!info || info->kind != FileKind::Directory) return file(path);
        const WalkResult found = walk(path, "", walk_options(options_));
        for (const WalkFailure& failure : found.failures)
            failed(joined_path(path, failure.path), failure.error);
        for (const FoundFile& inside : found.files) {
            if (!diagnostics_.output_works() || interrupted()) return;
            file(joined_path(path, inside.path));
        }
    }

    bool record(RawRecord record) override {
        const Origin origin = record.origin;
        if (options_.dump == DumpKind::Blocks) {
            const Result<std::string> blocks = blocks_json(std::move(record), letters_);
            blocks ? status_.raise(diagnostics_.print(*blocks)) : failure(origin, blocks.error());
            return !interrupted() && diagnostics_.output_works();
        }
        const bool chosen = record.chosen;
        Result<Article> article = make_article(std::move(record), readers_, corpus_);
        if (interrupted()) return false;  // what came of it may be the signal's doing
        if (article) {
            print(*article, origin);
        } else if (!chosen) {
            skipped(origin, article.error().message);
        } else {
            failure(origin, article.error());
        }
        return !interrupted() && diagnostics_.output_works();
    }

    void failure(const Origin& origin, const Error& error) override {
        failed(origin.text(), error);
    }

    void skipped(const Origin& origin, std::string_view reason) override {
        diagnostics_.detail(origin.text() + ": skipped: " + std::string(reason));
    }

    const ExitStatus& status() const { return status_; }

  private:
    void file(const std::string& path) {
        if (Result<FileInfo> info = file_info(path); info && info->kind == FileKind::Missing) {
            return failed(path, {ErrorCode::BadInput, "no such file or folder"});
        }
        const std::optional<FileType> type = file_type_of(path, limits_.filtered);
        if (!type) return failed(path, {ErrorCode::BadInput, std::string(kUnreadKind)});
        corpus_ = corpus_at(path);
        Result<OpenFile> opened = OpenFile::open(path);
        if (!opened) return failed(path, opened.error());
        FileSource source(*std::move(opened));
        read_file_records(path, *type, source, limits_, *this);
    }

    /// The corpus that the file would be indexed in.
    Corpus corpus_at(const std::string& path) const {
        if (table_ == nullptr) return corpus_of({"", path}, nullptr);
        const Result<Target> target = find_target(path, table_->roots());
        if (!target) return {};
        return corpus_of({target->root_id, target->subtree}, &table_->lines());
    }

    void print(const Article& article, const Origin& origin) {
        const std::string id = article.header.id.empty() ? origin.text() : article.header.id;
        std::string text;
        switch (options_.dump) {
            case DumpKind::Tokens:
                text = tokens_text(article, analyzer_);
                break;
            case DumpKind::Document:
                text =
                    build_index_document({{"", origin.path}, origin.place, article}, id, analyzer_)
                        .dump();
                break;
            default:
                text = article_json(article, origin.text(), id, letters_) + "\n";
        }
        status_.raise(diagnostics_.print(text));
    }

    void failed(const std::string& what, const Error& error) {
        diagnostics_.error(what, error);
        status_.raise(exit_code(ErrorCode::BadInput));
    }

    const IndexOptions& options_;
    ReadLimits limits_;
    ForeignReaders readers_;
    const FurnitureTable* table_;
    Corpus corpus_;  ///< of the file being read
    Analyzer& analyzer_;
    Diagnostics& diagnostics_;
    ExitStatus status_;
    const JsonLetters letters_ = letters_for_output();
};

}  // namespace

int run_dump(const IndexOptions& options, Diagnostics& diagnostics) {
    const Result<std::vector<std::string>> paths = path_list(options);
    Result<Analyzer> analyzer = Analyzer::create(AnalyzerConfig::current());
    if (!paths || !analyzer) {
        const Error& error = paths ? analyzer.error() : paths.error();
        return diagnostics.error(error);
    }
    std::optional<FurnitureTable> table;
    if (!options.database.empty() && options.learns) {
        Result<FurnitureTable> opened = FurnitureTable::open(options.database);
        if (!opened) {
            return diagnostics.error(opened.error());
        }
        table = *std::move(opened);
    }
    Dump dump(options, table ? &*table : nullptr, *analyzer, diagnostics);
    for (const std::string& path : *paths) {
        if (diagnostics.output_works() && !interrupted()) dump.path(path);
    }
    ExitStatus status = dump.status();
    if (const std::optional<Error> trouble = table ? table->take_trouble() : std::nullopt) {
        status.raise(diagnostics.error(*trouble));
    }
    if (interrupted()) status.raise(interrupt_exit_code());
    return status.code();
}

}  // namespace sitrep
