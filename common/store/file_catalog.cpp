#include "store/file_catalog.hpp"

#include "store/schema.hpp"

namespace sitrep {
namespace {

/// `id` of `file.<id>.<hash>`; an id may hold dots, a hash does not.
std::string root_of_key(const std::string& key) {
    const std::string all = schema::kFilePrefix;
    const std::size_t end = key.rfind('.');
    return end < all.size() ? std::string() : key.substr(all.size(), end - all.size());
}

}  // namespace

bool is_unfinished(const FileState& state) {
    return state.content_hash.empty() && state.signature == FileSignature{} && state.failed == 0;
}

FileCatalog FileCatalog::read(const Xapian::Database& database) {
    FileCatalog catalog;
    catalog.add(database);
    return catalog;
}

FileCatalog FileCatalog::read(const std::vector<Xapian::Database>& shards) {
    FileCatalog catalog;
    for (const Xapian::Database& shard : shards) catalog.add(shard);
    return catalog;
}

void FileCatalog::add(const Xapian::Database& database) {
    roots_.merge(schema::roots(database));
    const std::string prefix = schema::kFilePrefix;
    for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
         ++key) {
        Result<FileState> state = decode_file_state(database.get_metadata(*key));
        const FileKey file{root_of_key(*key), state ? state->path : ""};
        if (!state || schema::file_key(file) != *key) {
            unreadable_.push_back(*key);
            continue;
        }
        by_term_.emplace(file_term(file), files_.size());
        files_.push_back({file, *std::move(state)});
    }
}

FileCatalog::File* FileCatalog::find(const std::string& file_term) {
    const auto found = by_term_.find(file_term);
    return found == by_term_.end() ? nullptr : &files_[found->second];
}

std::string FileCatalog::path_of(const FileKey& file) const {
    const auto root = roots_.find(file.root);
    return joined_path(root == roots_.end() ? file.root + ":" : root->second, file.path);
}

}  // namespace sitrep
