#include "store/resharding.hpp"

#include "store/database_contents.hpp"
#include "store/live_database.hpp"
#include "store/schema.hpp"
#include "store/xapian_door.hpp"

#include <algorithm>

namespace sitrep {
namespace {

class Copying {
  public:
    Copying(const LiveDatabases& live, const std::string& path, IndexWriter& writer,
            const Progress& progress)
        : live_(live),
          contents_(live.all, live.members, path),
          writer_(writer),
          progress_(progress),
          articles_(live.all.get_doccount()) {}

    Result<bool> run() {
        writer_.learn_lines(schema::learns(live_.first()));
        const auto roots = contents_.roots();
        if (!roots) return roots.error();
        for (const auto& [id, path] : *roots) {
            writer_.put_root(id, path);
            const auto file_system = contents_.file_system(id);
            if (!file_system) return file_system.error();
            if (*file_system) writer_.put_file_system(id, **file_system);
            if (Result<bool> copied = copy_root(id); !copied || !*copied) return copied;
        }
        Result<void> ended = end();
        return ended ? Result<bool>(true) : ended.error();
    }

  private:
    Result<bool> copy_root(const std::string& id) {
        const auto states = contents_.file_states(id);
        if (!states) return states.error();
        for (const auto& [path, state] : *states) {
            if (!progress_("articles", done_, articles_)) return false;
            if (Result<void> copied = copy_file({id, path}, state); !copied) return copied.error();
        }
        return true;
    }

    Result<void> copy_file(const FileKey& file, const FileState& state) {
        const auto documents = contents_.documents_of(file);
        if (!documents) return documents.error();
        writer_.begin_file(file, false);
        for (const std::uint32_t id : *documents) {
            Result<IndexDocument> document = contents_.document(id);
            if (!document) return document.error();
            Result<void> added = writer_.add(*std::move(document), state.path);
            if (!added) return added;
            ++done_;
        }
        return writer_.end_file(state);
    }

    /// What was not settled is not now, either.
    Result<void> end() {
        const bool settled = std::all_of(
            live_.members.begin(), live_.members.end(), [](const Xapian::Database& member) {
                return member.get_metadata(schema::kUnsettledKey).empty();
            });
        if (Result<void> committed = writer_.commit(); !committed) return committed;
        if (settled) {
            if (Result<void> ended = writer_.settled(); !ended) return ended;
        }
        return writer_.add_runs(decode_runs(live_.first().get_metadata(schema::kRunsKey)));
    }

    const LiveDatabases& live_;
    DatabaseContents contents_;
    IndexWriter& writer_;
    const Progress& progress_;
    std::uint64_t articles_;
    std::uint64_t done_ = 0;
};

}  // namespace

Result<bool> copy_collection(const std::string& path, IndexWriter& writer,
                             const Progress& progress) {
    const Result<LiveDatabases> live = open_live_databases(path);
    if (!live) return live.error();
    return through_xapian(path, [&] { return Copying(*live, path, writer, progress).run(); });
}

}  // namespace sitrep
