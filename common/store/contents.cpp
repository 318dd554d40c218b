#include "store/contents.hpp"

namespace sitrep {

Result<std::uint64_t> Contents::document_count() const { return std::uint64_t{0}; }

Result<std::map<std::string, std::string>> Contents::roots() const {
    return std::map<std::string, std::string>();
}

Result<std::optional<FileSystem>> Contents::file_system(const std::string& /*root_id*/) const {
    return std::optional<FileSystem>();
}

Result<FileStates> Contents::file_states(const std::string& /*root_id*/) const {
    return FileStates();
}

Result<std::vector<std::uint32_t>> Contents::documents_of(const FileKey& /*file*/) const {
    return std::vector<std::uint32_t>();
}

Result<IndexDocument> Contents::document(std::uint32_t /*id*/) const {
    return Error{ErrorCode::Database, "there is no such document"};
}

}  // namespace sitrep
