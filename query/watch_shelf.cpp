#include "query/watch_shelf.hpp"

#include "base/environment.hpp"
#include "base/file.hpp"
#include "base/hash.hpp"
#include "base/strings.hpp"
#include "settings/nearest_name.hpp"
#include "store/database_name.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <system_error>

namespace sitrep {
namespace {

constexpr std::string_view kSuffix = ".watch";
constexpr std::uint64_t kMaxWatchBytes = std::uint64_t{4} << 30U;

}  // namespace

WatchShelf::WatchShelf(const std::vector<std::string>& databases) {
    for (const std::string& database : databases)
        databases_.push_back(canonical_database_name(database));
    std::sort(databases_.begin(), databases_.end());
    folder_ = user_folder("XDG_STATE_HOME", ".local/state") + "/sitrep/watch/" +
              hash_hex(join(databases_, "\n"));
}

std::string WatchShelf::file_of(const std::string& name) const {
    return joined_path(folder_, name + std::string(kSuffix));
}

Result<FileLock> WatchShelf::lock() const {
    const LockWait wait{std::chrono::seconds(10)};
    if (Result<void> made = make_private_directory(folder_); !made) return made.error();
    return FileLock::acquire(folder_ + "/lock", wait, [](const std::string& holder) {
        return Error{ErrorCode::Locked,
                     "another sitrep-query" + holder + " is telling the news of this database",
                     "run again when it has finished"};
    });
}

Result<std::vector<std::string>> WatchShelf::names() const {
    std::vector<std::string> names;
    std::error_code failure;
    std::filesystem::directory_iterator entry(folder_, failure);
    for (; !failure && entry != std::filesystem::directory_iterator(); entry.increment(failure)) {
        const std::string file = entry->path().filename().string();
        if (file.ends_with(kSuffix)) names.push_back(file.substr(0, file.size() - kSuffix.size()));
    }
    if (failure && failure != std::errc::no_such_file_or_directory)
        return io_error("cannot read " + folder_, failure.value());
    std::sort(names.begin(), names.end());
    return names;
}

Result<Watch> WatchShelf::read(const std::string& name) const {
    const Result<std::vector<std::string>> there = names();
    if (!there) return there.error();
    if (!std::binary_search(there->begin(), there->end(), name)) {
        const std::string near = nearest_name(name, *there);
        const std::string known = near.empty() ? join(*there, ", ") : near;
        return Error{ErrorCode::Usage, "no watch has the name " + name,
                     known.empty() ? "make it with: sitrep-query --watch-add " + name + " WORDS"
                                   : (near.empty() ? "there are: " : "did you mean ") + known};
    }
    const std::string file = file_of(name);
    const Result<FileContent> content = read_file(file, kMaxWatchBytes);
    if (!content) return Error{ErrorCode::Io, content.error().message, content.error().hint};
    Result<Watch> watch = decode_watch(content->bytes);
    if (watch && watch->name == name && watch->databases == databases_) return watch;
    return Error{
        ErrorCode::Io, file + " is damaged",
        "what it told last is lost: sitrep-query --watch-remove " + name + ", and add it again"};
}

Result<void> WatchShelf::write(const Watch& watch) const {
    return write_file_atomically(file_of(watch.name), encode_watch(watch));
}

Result<void> WatchShelf::remove(const std::string& name) const {
    std::error_code failure;
    std::filesystem::remove(file_of(name), failure);
    if (failure) return io_error("cannot remove " + file_of(name), failure.value());
    return {};
}

}  // namespace sitrep
