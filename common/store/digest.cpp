#include "store/digest.hpp"

#include "base/hash.hpp"
#include "base/packed.hpp"
#include "store/document_seal.hpp"
#include "store/first_term.hpp"
#include "store/schema.hpp"

#include <fmt/format.h>

namespace sitrep {

void Digest::add_document(std::string_view unique_term, std::uint64_t seal) {
    Packer item('d');
    item.text(unique_term);
    item.number(seal);
    add(std::move(item).take());
}

void Digest::add_file(const FileKey& file, const FileState& state) {
    Packer item('f');
    item.text(file.root);
    item.text(file.path);
    item.text(state.content_hash);
    item.number(state.stale ? 0 : state.documents);
    item.number(state.failed);
    item.texts(state.failures);
    add(std::move(item).take());
}

void Digest::add_rest(const Xapian::Database& database, const FileCatalog& files) {
    for (const auto& [key, value] : schema::settings(database)) add_fact(key, value);
    for (const auto& [id, path] : files.roots()) add_fact(schema::root_key(id), path);
    for (const FileCatalog::File& file : files.files()) add_file(file.key, file.state);
}

void Digest::add_fact(std::string_view key, std::string_view value) {
    Packer item('k');
    item.text(key);
    item.text(value);
    add(std::move(item).take());
}

std::string Digest::hex() const { return fmt::format("{:016x}{:016x}", high_, low_); }

void Digest::add(std::string_view item) {
    constexpr std::uint64_t kOtherSeed = 1;
    high_ += hash_64(item);
    low_ += hash_64(item, kOtherSeed);
}

std::string digest_of(const LiveDatabases& live, const Progress& progress) {
    constexpr std::uint64_t kStep = 1024;
    Digest digest;
    const Xapian::Database& database = live.all;
    FileCatalog files = FileCatalog::read(live.members);
    digest.add_rest(live.first(), files);
    std::uint64_t done = 0;
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
        if (done++ % kStep == 0 && !progress("articles", done, database.get_doccount()))
            throw Stopped{};
        const std::string unique = unique_term_of(database, *at);
        const FileCatalog::File* file = files.find(first_term(database, *at, kFilePrefix));
        if (file != nullptr && file->state.stale) continue;
        const std::string data = database.get_document(*at).get_data();
        const auto opened = seal::open(data);
        digest.add_document(unique, opened ? opened->seal : 0);
    }
    return digest.hex();
}

}  // namespace sitrep
