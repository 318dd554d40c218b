#include "store/database_contents.hpp"

#include "store/document_seal.hpp"
#include "store/schema.hpp"
#include "store/xapian_door.hpp"

namespace sitrep {
namespace {

IndexDocument read_document(const Xapian::Document& stored) {
    IndexDocument document;
    for (auto term = stored.termlist_begin(); term != stored.termlist_end(); ++term) {
        TermEntry entry{term.get_wdf(), {}};
        for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at)
            entry.positions.push_back(*at);
        if ((*term).starts_with('Q')) document.unique_term = *term;
        document.terms.emplace_hint(document.terms.end(), *term, std::move(entry));
    }
    for (auto value = stored.values_begin(); value != stored.values_end(); ++value)
        document.values[static_cast<Slot>(value.get_valueno())] = *value;
    document.data = seal::article_in(stored.get_data());
    return document;
}

}  // namespace

Result<std::uint64_t> DatabaseContents::document_count() const {
    return through_xapian(path_, [&] { return std::uint64_t{database_->get_doccount()}; });
}

Result<std::map<std::string, std::string>> DatabaseContents::roots() const {
    return through_xapian(path_, [&] { return schema::roots(*members_); });
}

Result<std::optional<FileSystem>> DatabaseContents::file_system(const std::string& root_id) const {
    return through_xapian(path_, [&]() -> Result<std::optional<FileSystem>> {
        const std::string data = members_->front().get_metadata(schema::file_system_key(root_id));
        if (data.empty()) return std::optional<FileSystem>();
        Result<FileSystem> read = decode_file_system(data);
        if (!read) return read.error();
        return std::optional(*std::move(read));
    });
}

Result<FileStates> DatabaseContents::file_states(const std::string& root_id) const {
    return through_xapian(path_, [&]() -> Result<FileStates> {
        FileStates found;
        std::optional<Error> unreadable;
        const auto add = [&](const std::string& data) {
            Result<FileState> state = decode_file_state(data);
            if (!state) {
                unreadable = state.error();
                return;
            }
            std::string name = state->path;
            found.emplace(std::move(name), *std::move(state));
        };
        for (const Xapian::Database& member : *members_)
            schema::each_file_state(member, root_id, add);
        if (!unreadable) return found;
        return Error{unreadable->code, path_ + ": " + unreadable->message, unreadable->hint};
    });
}

Result<std::vector<std::uint32_t>> DatabaseContents::documents_of(const FileKey& file) const {
    return through_xapian(path_, [&] {
        const std::string term = file_term(file);
        return std::vector<std::uint32_t>(database_->postlist_begin(term),
                                          database_->postlist_end(term));
    });
}

Result<IndexDocument> DatabaseContents::document(std::uint32_t id) const {
    return through_xapian(path_, [&] { return read_document(database_->get_document(id)); });
}

}  // namespace sitrep
