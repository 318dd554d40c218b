// What programs put beside the pages they save, and is no article of its own.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace sitrep {

/// Why what stands in the folder of a page is left out.
inline constexpr std::string_view kPartOfPage = "belongs to the page beside it";

/// Whether `name` ends as browsers name the folder of a page's pictures and scripts (`X_files`,
/// `X-Dateien`, `X_fichiers`, ...); then what is before the ending, else empty.
std::string_view stem_of_page_folder(std::string_view name);

/// Whether a page called `stem`.html is saved with its folder beside it: the file names that go
/// with the stem.
bool is_page_of(std::string_view file_name, std::string_view stem);

/// The pages of an archive, whose members are known by their whole names, and the folders that
/// browsers saved with them.
class PageFolders {
  public:
    /// Takes note of a member: it may be a page.
    void see(std::string_view name);
    /// Whether a member lies below the folder of a page that was seen.
    bool holds(std::string_view name) const;
    /// Whether it lies below a folder that is named as those of pages are.
    static bool may_hold(std::string_view name);

  private:
    std::unordered_set<std::string> stems_;
};

/// Why each of `names`, which stand in one folder called `folder`, is no article of its own; empty
/// where it may be one. Leaves out the folder of a page that stands beside it. ArchiveBox keeps one
/// page in a dozen forms in a folder named for the second: the best of those we read stays.
std::vector<std::string_view> reasons_to_leave(std::string_view folder,
                                               const std::vector<std::string>& names);

}  // namespace sitrep
