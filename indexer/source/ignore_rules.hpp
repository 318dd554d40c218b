// What the .sitrepignore files on the way down to a path say of it.
#pragma once

#include "base/result.hpp"
#include "indexer/source/glob.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

inline constexpr std::string_view kIgnoreFile = ".sitrepignore";

class IgnoreRules {
  public:
    /// Reads `folder`/.sitrepignore, when there is one, as rules for all below `path` (the folder
    /// inside the root). Rules of folders that `path` is not inside are forgotten: for walks from
    /// the top down. An error when there is one that cannot be read: what it would leave out is
    /// then not known.
    Result<void> enter(const std::string& folder, const std::string& path);

    bool ignores(std::string_view path, bool is_folder) const;

  private:
    struct FolderRules {
        std::string path;
        std::vector<Glob> globs;
    };
    std::vector<FolderRules> folders_;
};

}  // namespace sitrep
