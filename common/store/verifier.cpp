#include "store/verifier.hpp"

#include "base/file.hpp"
#include "store/database_folder.hpp"
#include "store/document_check.hpp"
#include "store/document_seal.hpp"
#include "store/generations.hpp"
#include "store/live_database.hpp"
#include "store/schema.hpp"
#include "store/table_check.hpp"
#include "store/writer_lock.hpp"
#include "store/xapian_door.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace sitrep {
namespace {

constexpr int kTries = 5;

/// One try at one generation.
class Verifier {
  public:
    Verifier(const std::string& path, std::string generation, const Progress& progress)
        : path_(path), generation_(std::move(generation)), progress_(progress) {}

    /// Fails with Overtaken.
    Result<Verification> run() {
        look_around();
        const auto database = opened();
        if (!database) {
            if (was_replaced()) return Error{ErrorCode::Overtaken, path_ + " was replaced"};
            findings_.add(generation_, "cannot be opened", database.error().message);
            return finished();
        }
        if (Result<void> read = read_all(*database); !read) return read.error();
        // What is written meanwhile looks like damage to whoever reads the tables as they were.
        if (!findings_.empty() && is_newer(database->get_revision()))
            return Error{ErrorCode::Overtaken, path_ + " is being written"};
        return finished();
    }

  private:
    Result<Xapian::Database> opened() const {
        return through_xapian(path_, [this] { return open_glass(generation_); });
    }

    Verification finished() {
        found_.damage = findings_.take();
        if (!found_.damage.empty()) found_.digest.clear();
        return std::move(found_);
    }

    bool was_replaced() const {
        const Result<std::string> now = live_generation(path_);
        return now && *now != generation_;
    }

    bool is_newer(Xapian::rev revision) const {
        if (was_replaced()) return true;
        const auto now = opened();
        return now && now->get_revision() != revision;
    }

    void look_around() {
        if (WriterLock::is_held(path_)) {
            note(path_, "another sitrep-index is at work on it");
            return;  // what lies about is its own
        }
        for (const std::string& name : leftovers(path_, generation_))
            note(path_ + "/" + name, "left by a run that was ended; the next run removes it");
    }

    void note(const std::string& subject, const std::string& text) {
        found_.notes.push_back(subject + ": " + text);
    }

    /// What cannot be read is a finding; fails with Overtaken.
    template <class Work>
    Result<void> pass(const std::string& what, const Work& work) {
        if (found_.stopped) return {};
        try {
            Result<void> done = through_xapian(path_, work);
            if (done || done.error().code == ErrorCode::Overtaken) return done;
            findings_.add(what, "cannot be read", done.error().message);
        } catch (const Stopped&) {
            found_.stopped = true;
        }
        return {};
    }

    Result<void> read_all(const Xapian::Database& database) {
        Digest digest;
        FileCatalog files;
        bool readable = true;
        Result<void> read = pass("settings", [&] { readable = check_settings(database); });
        if (read) read = pass("tables", [&] { readable &= check_tables(database); });
        if (!read || !readable) return read;
        read = pass("file states", [&] { files = FileCatalog::read(database); });
        DocumentCheck documents(database, files, digest, findings_, progress_);
        if (read) read = pass("postings", [&] { documents.read_postings(); });
        if (read) read = pass("articles", [&] { documents.check_documents(); });
        if (!read || found_.stopped) return read;
        if (documents.seals_broken() && !table_is_there(generation_, "position"))
            findings_.add(generation_ + "/position.glass", "this table is missing");
        check_files(files);
        found_.documents = documents.documents();
        found_.stale_documents = documents.stale();
        found_.files = files.files().size();
        return pass("settings", [&] {
            digest.add_rest(database, files);
            found_.digest = digest.hex();
        });
    }

    /// Whether the rest can be understood.
    bool check_settings(const Xapian::Database& database) {
        if (const auto config = schema::check(database, path_); !config)
            findings_.add("settings", config.error().message);
        if (schema::roots_sum(schema::roots(database)) != database.get_metadata(schema::kRootsKey))
            findings_.add("settings", "the folders are not those that were written");
        if (!database.get_metadata(schema::kUnsettledKey).empty())
            note("settings", "a run was ended before it was through; the next run goes on");
        if (const auto place = schema::shard_place(database, path_))
            place_ = *place;
        else
            findings_.add("settings", place.error().message);
        return schema::is_known(database);
    }

    /// Whether the articles can be looked at.
    bool check_tables(const Xapian::Database& database) {
        if (!progress_("tables", 0, 0)) throw Stopped{};
        if (may_check_form(generation_)) {
            check_form(generation_, findings_);
        } else {
            note(generation_,
                 "the form of its tables was not checked, for want of the right to write it");
        }
        return database.get_doccount() == 0 || check_tables_are_there(generation_, findings_);
    }

    void check_files(const FileCatalog& files) {
        for (const std::string& key : files.unreadable())
            findings_.add(key, "what is remembered of this file cannot be read");
        for (const FileCatalog::File& file : files.files()) {
            const std::string path = files.path_of(file.key);
            if (!files.roots().contains(file.key.root))
                findings_.add(path, "is of a root that the database does not know");
            if (place_.number != 0 && shard_of(file.key, place_.count) != place_.number)
                findings_.add(path, "belongs to another shard");
            if (is_unfinished(file.state)) {
                note(path, "a run was ended in the middle of it; the next run takes it up");
            } else {
                compare_count(path, file);
            }
            if (file.state.held != 0)
                note(path, fmt::format("{} articles that it no longer gives are kept, for too many "
                                       "would have gone at once",
                                       file.state.held));
            if (file.state.stale) found_.stale.push_back(stale_line(path, file.state));
        }
    }

    void compare_count(const std::string& path, const FileCatalog::File& file) {
        const std::uint64_t noted = file.state.documents;
        if (file.found < noted)
            findings_.add(path, "articles of this file are missing",
                          fmt::format("{} of {}", noted - file.found, noted));
        if (file.found > noted)
            findings_.add(path, "has more articles than its file gave",
                          fmt::format("{}, not {}", file.found, noted));
    }

    static std::string stale_line(const std::string& path, const FileState& state) {
        return fmt::format("{}: {} of its articles kept as they were: {}", path, state.documents,
                           state.failures.empty() ? "cannot be read" : state.failures.front());
    }

    const std::string& path_;
    std::string generation_;
    const Progress& progress_;
    ShardPlace place_;
    Findings findings_;
    Verification found_;
};

/// The stub may name what is not there: somebody removed it, or restored half a backup.
Result<std::optional<Verification>> half_swapped(const std::string& path,
                                                 const std::string& generation) {
    const Result<FileInfo> info = file_info(generation);
    if (!info) return info.error();
    if (info->kind == FileKind::Directory) return std::optional<Verification>();
    Verification found;
    found.damage.push_back(path + "/XAPIANDB: names " + generation.substr(path.size() + 1) +
                           ", which is not there");
    for (const std::string& name : leftovers(path, generation))
        found.notes.push_back(path + "/" + name + ": is there, and not published");
    return std::optional(std::move(found));
}

Result<Verification> verify_one(const std::string& path, const Progress& progress) {
    Error error{ErrorCode::Overtaken, path + " is being written"};
    for (int tries = 0; tries < kTries; ++tries) {
        const Result<std::string> generation = live_generation(path);
        if (!generation) return generation.error();
        Result<std::optional<Verification>> half = half_swapped(path, *generation);
        if (!half) return half.error();
        if (*half) {
            const Result<std::string> now = live_generation(path);
            if (now && *now == *generation) return **std::move(half);
            continue;
        }
        Result<Verification> found = Verifier(path, *generation, progress).run();
        if (found || found.error().code != ErrorCode::Overtaken) return found;
        error = found.error();
    }
    return error;
}

void add_to(Verification& all, Verification shard) {
    const auto append = [](std::vector<std::string>& to, std::vector<std::string>& from) {
        std::move(from.begin(), from.end(), std::back_inserter(to));
    };
    append(all.damage, shard.damage);
    append(all.stale, shard.stale);
    append(all.notes, shard.notes);
    all.documents += shard.documents;
    all.stale_documents += shard.stale_documents;
    all.files += shard.files;
    all.stopped = all.stopped || shard.stopped;
}

/// Each shard by itself, and that they are the set.
Result<Verification> verify_set(const std::string& path, const std::vector<std::string>& folders,
                                const Progress& progress) {
    Verification all;
    for (const std::string& folder : folders) {
        const Result<bool> there = has_database(folder);
        if (!there) return there.error();
        if (!*there) all.damage.push_back(folder + ": this shard is missing");
        if (!*there || all.stopped) continue;
        Result<Verification> shard = verify_one(folder, progress);
        if (!shard) return shard.error();
        add_to(all, *std::move(shard));
    }
    if (!all.damage.empty() || all.stopped) return all;
    Result<std::string> digest = digest_of_database(path, progress);
    if (digest) all.digest = *std::move(digest);
    if (!digest && digest.error().code == ErrorCode::Overtaken) return digest.error();
    if (!digest) all.damage.push_back(digest.error().message);
    return all;
}

}  // namespace

Result<Verification> verify_database(const std::string& path, const Progress& progress) {
    const Result<std::vector<std::string>> folders = member_folders(path);
    if (!folders) return folders.error();
    return folders->size() == 1 ? verify_one(path, progress) : verify_set(path, *folders, progress);
}

Result<std::string> digest_of_database(const std::string& path, const Progress& progress) {
    return on_live_databases(path, [&](const LiveDatabases& live) -> Result<std::string> {
        try {
            return digest_of(live, progress);
        } catch (const Stopped&) {
            return std::string();
        }
    });
}

}  // namespace sitrep
