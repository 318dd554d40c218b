#include "store/generations.hpp"

#include "base/file.hpp"
#include "base/number.hpp"
#include "store/database_folder.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <system_error>

namespace sitrep {
namespace {

std::uint64_t number_of(const std::string& generation) {
    return number_in<std::uint64_t>(generation.substr(generation.rfind('-') + 1)).value_or(0);
}

std::vector<std::string> names_in(const std::string& path) {
    std::vector<std::string> names;
    std::error_code failure;
    std::filesystem::directory_iterator entry(path, failure);
    for (; !failure && entry != std::filesystem::directory_iterator(); entry.increment(failure))
        names.push_back(entry->path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

bool is_generation(const std::string& name) {
    return parse_stub("glass " + name + "\n").has_value();
}

std::string next_generation(const std::string& generation) {
    return "gen-" + std::to_string(number_of(generation) + 1);
}

std::string newer(const std::string& one, const std::string& other) {
    return number_of(one) < number_of(other) ? other : one;
}

std::string newest_generation(const std::string& path) {
    std::string newest = kFirstGeneration;
    for (const std::string& name : names_in(path)) {
        if (is_generation(name)) newest = newer(newest, name);
    }
    return newest;
}

Result<void> swap_in(const std::string& path, const std::string& made, const std::string& next) {
    if (Result<void> synced = sync_tree(made); !synced) return synced;
    // A kill between the next two lines leaves one that is not published.
    if (Result<void> removed = remove_tree(path + "/" + next); !removed) return removed;
    if (std::rename(made.c_str(), (path + "/" + next).c_str()) != 0)
        return io_error("cannot make " + path + "/" + next, errno);
    return publish_generation(path, next);
}

Result<void> put_away_build(const std::string& path) {
    const std::string built = path + "/" + kBuiltFolder;
    if (Result<void> removed = remove_tree(built); !removed) return removed;
    if (std::rename((path + "/" + kBuildFolder).c_str(), built.c_str()) != 0)
        return io_error("cannot put away " + path + "/" + kBuildFolder, errno);
    return sync_directory(path);
}

std::vector<std::string> leftovers(const std::string& path, const std::string& live) {
    const std::string folder = path + "/";
    std::vector<std::string> names = names_in(path);
    std::erase_if(names, [&](const std::string& name) {
        const bool ours = name.starts_with("gen-") || name == kBuildFolder ||
                          name == kBuiltFolder || name == kRebuildFolder || name == "XAPIANDB.tmp";
        return !ours || folder + name == live;
    });
    return names;
}

void remove_leftovers(const std::string& path, const std::string& live) {
    const std::string folder = path + "/";
    for (const std::string& name : leftovers(path, live))
        static_cast<void>(remove_tree(folder + name));
}

}  // namespace sitrep
