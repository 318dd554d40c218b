#include "store/database_folder.hpp"

#include "base/environment.hpp"
#include "base/file.hpp"
#include "base/strings.hpp"
#include "model/shard.hpp"
#include "store/new_database.hpp"
#include "store/writer_lock.hpp"

#include <algorithm>

namespace sitrep {
namespace {

constexpr std::string_view kBackend = "glass ";
constexpr std::string_view kGeneration = "gen-";
constexpr std::string_view kShardBackend = "auto ";
constexpr std::string_view kShard = "shard-";
constexpr std::uint64_t kMaxStubBytes = 4096;

std::string stub_path(const std::string& path) { return path + "/XAPIANDB"; }

/// What is told where there is no database depends on what is there: a folder of articles is often
/// taken for one.
Error missing(const std::string& path) {
    const Result<FileInfo> info = file_info(path);
    if (info && info->kind != FileKind::Missing && info->kind != FileKind::Directory)
        return {ErrorCode::Database, path + " is a file, and no folder with a database",
                "--db names the folder of the database, not what is indexed"};
    if (WriterLock::is_held(path))
        return {ErrorCode::Database, "there is no database at " + path + " yet",
                "a sitrep-index is at work on it: ask again later"};
    if (info && info->kind == FileKind::Directory && !refuse_foreign_folder(path))
        return {ErrorCode::Database, path + " is a folder without a database",
                "--db names the folder of the database; to make one of these files: sitrep-index "
                "--db DB " +
                    shell_quoted(path)};
    return {ErrorCode::Database, "there is no database at " + path,
            "make it with: sitrep-index --db " + shell_quoted(path) + " FOLDER"};
}

/// Whether it is `gen-N`.
bool names_generation(std::string_view text) {
    constexpr std::size_t kMaxDigits = 9;
    if (!text.starts_with(kGeneration)) return false;
    text.remove_prefix(kGeneration.size());
    return !text.empty() && text.size() <= kMaxDigits &&
           std::all_of(text.begin(), text.end(), is_ascii_digit);
}

std::string stub_text(const Stub& stub) {
    if (stub.shards == 0) return std::string(kBackend) + stub.generation + "\n";
    std::string text;
    for (unsigned number = 1; number <= stub.shards; ++number)
        text += std::string(kShardBackend) + shard_folder(stub.generation, number) + "\n";
    return text;
}

}  // namespace

std::string default_database() {
    if (std::string given = environment("SITREP_DB"); !given.empty()) return given;
    return user_folder("XDG_DATA_HOME", ".local/share") + "/sitrep/default";
}

Result<Stub> parse_stub(std::string_view text) {
    Stub stub;
    std::string_view first = text.substr(0, text.find('\n'));
    if (first.starts_with(kShardBackend)) {
        first.remove_prefix(kShardBackend.size());
        first = first.substr(0, first.find('/'));
        stub.shards = static_cast<unsigned>(std::count(text.begin(), text.end(), '\n'));
    } else if (first.starts_with(kBackend)) {
        first.remove_prefix(kBackend.size());
    }
    stub.generation = first;
    // What it says must be all that it says.
    if (names_generation(first) && stub.shards <= kMostShards && stub.shards != 1 &&
        (stub_text(stub) == text || stub_text(stub) == std::string(text) + "\n"))
        return stub;
    return Error{ErrorCode::Database, "its file XAPIANDB is not one that sitrep-index wrote"};
}

Result<bool> has_database(const std::string& path) {
    Result<FileInfo> stub = file_info(stub_path(path));
    if (!stub) return stub.error();
    return stub->kind != FileKind::Missing;
}

Result<Stub> read_stub(const std::string& path) {
    Result<bool> there = has_database(path);
    if (!there) return there.error();
    if (!*there) return missing(path);
    Result<FileContent> text = read_file(stub_path(path), kMaxStubBytes);
    if (!text) return Error{ErrorCode::Database, stub_path(path) + " " + text.error().message};
    Result<Stub> stub = parse_stub(text->bytes);
    if (!stub)
        return Error{ErrorCode::Database,
                     path + " is not a Sitrep database: " + stub.error().message};
    return stub;
}

Result<std::string> live_generation(const std::string& path) {
    const Result<Stub> stub = read_stub(path);
    if (!stub) return stub.error();
    return path + "/" + stub->generation;
}

std::string shard_folder(const std::string& generation, unsigned number) {
    return generation + "/" + std::string(kShard) + std::to_string(number);
}

Result<std::vector<std::string>> member_folders(const std::string& path) {
    const Result<Stub> stub = read_stub(path);
    if (!stub) return stub.error();
    if (stub->shards == 0) return std::vector{path};
    std::vector<std::string> folders;
    for (unsigned number = 1; number <= stub->shards; ++number)
        folders.push_back(shard_folder(path + "/" + stub->generation, number));
    return folders;
}

Result<void> publish_generation(const std::string& path, const std::string& generation) {
    if (Result<void> synced = sync_directory(path); !synced) return synced;
    Stub stub{generation};
    const std::string folder = path + "/" + generation;
    while (true) {
        const auto shard = file_info(shard_folder(folder, stub.shards + 1));
        if (!shard) return shard.error();
        if (shard->kind == FileKind::Missing) break;
        ++stub.shards;
    }
    return write_file_atomically(stub_path(path), stub_text(stub));
}

}  // namespace sitrep
