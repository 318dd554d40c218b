// The contents of Xapian databases. Included by this folder only.
#pragma once

#include "store/contents.hpp"

#include <xapian.h>

#include <string>
#include <utility>
#include <vector>

namespace sitrep {

/// Of `all`, which is one or several `members`; both must outlive it. `path` is for messages.
class DatabaseContents final : public Contents {
  public:
    DatabaseContents(const Xapian::Database& all, const std::vector<Xapian::Database>& members,
                     std::string path)
        : database_(&all), members_(&members), path_(std::move(path)) {}

    Result<std::uint64_t> document_count() const override;
    Result<std::map<std::string, std::string>> roots() const override;
    Result<std::optional<FileSystem>> file_system(const std::string& root_id) const override;
    Result<FileStates> file_states(const std::string& root_id) const override;
    Result<std::vector<std::uint32_t>> documents_of(const FileKey& file) const override;
    Result<IndexDocument> document(std::uint32_t id) const override;

  private:
    const Xapian::Database* database_;
    const std::vector<Xapian::Database>* members_;
    std::string path_;
};

}  // namespace sitrep
