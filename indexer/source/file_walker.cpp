#include "indexer/source/file_walker.hpp"

#include "base/strings.hpp"
#include "indexer/source/file_type.hpp"
#include "indexer/source/ignore_rules.hpp"
#include "indexer/source/reading.hpp"
#include "indexer/source/saved_folder.hpp"

#include <dirent.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

namespace sitrep {
namespace {

bool any_matches(const std::vector<Glob>& globs, std::string_view path, bool is_folder) {
    return std::any_of(globs.begin(), globs.end(),
                       [&](const Glob& glob) { return glob.matches(path, is_folder); });
}

/// The names in a folder that are looked at, sorted.
Result<std::vector<std::string>> names_in(const std::string& folder) {
    const std::unique_ptr<DIR, int (*)(DIR*)> stream(::opendir(folder.c_str()), &::closedir);
    if (!stream) return io_error("cannot read folder", errno);
    std::vector<std::string> names;
    for (;;) {
        errno = 0;
        const dirent* entry = ::readdir(stream.get());
        if (entry == nullptr) break;
        if (!is_never_walked(entry->d_name)) names.emplace_back(entry->d_name);
    }
    if (errno != 0) return io_error("cannot read folder", errno);
    std::sort(names.begin(), names.end());
    return names;
}

class Walk {
  public:
    Walk(const std::string& root, const WalkOptions& options) : root_(root), options_(options) {}

    WalkResult run(const std::string& subtree) {
        if (!reach(subtree)) return std::move(result_);
        while (!pending_.empty() && !result_.interrupted) {
            const std::string path = std::move(pending_.back());
            pending_.pop_back();
            visit(path);
            result_.interrupted = options_.interrupted();
        }
        return std::move(result_);
    }

  private:
    std::string absolute(const std::string& path) const { return joined_path(root_, path); }

    /// Reads the ignore files between the root and `subtree`, and starts there unless one ignores
    /// it.
    bool reach(const std::string& subtree) {
        if (subtree.empty()) {
            pending_.push_back("");
            return true;
        }
        std::string above;
        for (std::size_t slash = 0; slash != std::string::npos;) {
            if (!enter(above)) return false;
            slash = subtree.find('/', above.empty() ? 0 : above.size() + 1);
            above = subtree.substr(0, slash);
            if (rules_.ignores(above, slash != std::string::npos)) return false;
        }
        pending_.push_back(subtree);
        return true;
    }

    bool enter(const std::string& path) {
        Result<void> entered = rules_.enter(absolute(path), path);
        if (!entered) result_.failures.push_back({path, entered.error()});
        return entered.has_value();
    }

    void visit(const std::string& path) {
        Result<FileInfo> info = file_info(absolute(path));
        if (!info) {
            result_.failures.push_back({path, info.error()});
            return;
        }
        switch (info->kind) {
            case FileKind::Missing:
                return;
            case FileKind::Link:
                skip(path, "is a link");
                return;
            case FileKind::Other:
                skip(path, "is not a regular file");
                return;
            case FileKind::Regular:
                visit_file(path, info->signature);
                return;
            case FileKind::Directory:
                visit_folder(path);
                return;
        }
    }

    void visit_file(const std::string& path, const FileSignature& signature) {
        if (rules_.ignores(path, false) || !is_selected(options_, path)) return;
        const std::string& name = path.empty() ? root_ : path;
        if (file_type_of(name.substr(name.rfind('/') + 1), options_.filtered)) {
            result_.files.push_back({path, signature});
        } else {
            result_.skipped.push_back({path, std::string(kUnreadKind), true});
        }
    }

    void visit_folder(const std::string& path) {
        const std::string folder = absolute(path);
        if (!path.empty() &&
            (rules_.ignores(path, true) || any_matches(options_.exclude, path, true)))
            return;
        if (!options_.database.empty() && folder == options_.database) return;
        Result<std::vector<std::string>> names = names_in(folder);
        if (!names) {
            result_.failures.push_back({path, names.error()});
            return;
        }
        if (!enter(path)) return;
        const std::vector<std::string_view> reasons =
            reasons_to_leave(std::string_view(folder).substr(folder.rfind('/') + 1), *names);
        for (std::size_t i = names->size(); i-- > 0;) {
            const std::string& name = (*names)[i];
            if (reasons[i].empty()) {
                pending_.push_back(joined_path(path, name));
            } else {
                leave(joined_path(path, name), reasons[i]);
            }
        }
    }

    void skip(const std::string& path, std::string_view reason) {
        result_.skipped.push_back({path, std::string(reason)});
    }

    /// Skips it, unless it was left out anyway.
    void leave(const std::string& path, std::string_view reason) {
        const Result<FileInfo> info = file_info(absolute(path));
        const bool is_folder = info && info->kind == FileKind::Directory;
        if (rules_.ignores(path, is_folder)) return;
        const bool out =
            is_folder ? any_matches(options_.exclude, path, true) : !is_selected(options_, path);
        if (!out) skip(path, reason);
    }

    const std::string& root_;
    const WalkOptions& options_;
    IgnoreRules rules_;
    std::vector<std::string> pending_;  ///< the next on top
    WalkResult result_;
};

}  // namespace

WalkResult walk(const std::string& root, const std::string& subtree, const WalkOptions& options) {
    return Walk(root, options).run(subtree);
}

bool is_never_walked(std::string_view name) {
    constexpr std::array<std::string_view, 4> kVersionControl = {"CVS", "RCS", "SCCS", "_darcs"};
    return name.starts_with('.') || is_one_of(name, kVersionControl);
}

bool is_selected(const WalkOptions& options, std::string_view path) {
    if (any_matches(options.exclude, path, false)) return false;
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
         slash = path.find('/', slash + 1)) {
        if (any_matches(options.exclude, path.substr(0, slash), true)) return false;
    }
    return options.include.empty() || any_matches(options.include, path, false);
}

}  // namespace sitrep
