// Path patterns as gitignore(5) has them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// `*.txt` matches a name at any depth; a slash inside or in front ties the pattern to the folder
/// it was written for (`drafts/*.txt`, `/notes`); a slash at the end means folders only; `**`
/// stands for any number of folders; `!` in front takes back what an earlier pattern matched.
class Glob {
  public:
    /// A line of a .sitrepignore. None when it holds no pattern: empty, or a comment with `#`.
    static std::optional<Glob> parse(std::string_view line);
    /// A pattern by itself, as --include and --exclude take it: `#` and `!` mean themselves. None
    /// when it is empty.
    static std::optional<Glob> of_pattern(std::string_view pattern);

    /// `path` is relative to the folder the pattern was written for, without a slash in front.
    bool matches(std::string_view path, bool is_folder) const;
    bool is_negated() const { return negated_; }

  private:
    std::vector<std::string> segments_;
    bool negated_ = false;
    bool folders_only_ = false;
    bool anchored_ = false;
};

}  // namespace sitrep
