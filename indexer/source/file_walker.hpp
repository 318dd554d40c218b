// A folder -> the files in it that may hold articles. Links are not followed; FIFOs, devices and
// sockets are never opened; hidden names and version-control folders are left out.
#pragma once

#include "base/file.hpp"
#include "base/result.hpp"
#include "indexer/source/glob.hpp"

#include <functional>
#include <string>
#include <vector>

namespace sitrep {

struct FoundFile {
    std::string path;  ///< inside the root, without a slash in front
    FileSignature signature;
};

struct SkippedFile {
    std::string path;
    std::string reason;
    bool unread_kind = false;  ///< it is there; with another --filter it may be read
};

struct WalkFailure {
    std::string path;  ///< of the folder inside the root; empty for the root itself
    Error error;
};

struct WalkOptions {
    std::vector<Glob> include;  ///< when not empty: only files that one of these matches
    std::vector<Glob> exclude;  ///< files and folders left alone
    std::vector<std::string> filtered = {};  ///< endings that --filter reads
    std::string database;                    ///< absolute path of a folder never entered
    std::function<bool()> interrupted = [] { return false; };
    /// What FileState::filter is to be of a file, by its path.
    std::function<std::string(std::string_view path)> filter_of = [](std::string_view) {
        return std::string();
    };
};

struct WalkResult {
    std::vector<FoundFile> files;       ///< in byte order of their paths' parts
    std::vector<SkippedFile> skipped;   ///< kinds we do not read, links, devices
    std::vector<WalkFailure> failures;  ///< folders that could not be read
    bool interrupted = false;
};

/// Walks `subtree` (a folder or file inside `root`, or empty for all of it). `.sitrepignore` files,
/// from the root down, say what does not belong: a pattern a line, as gitignore(5) has them; the
/// last that matches decides.
WalkResult walk(const std::string& root, const std::string& subtree, const WalkOptions& options);

/// Whether a file or folder of this name is never looked at inside another folder: hidden ones, and
/// those of version control.
bool is_never_walked(std::string_view name);

/// Whether `--include` and `--exclude` leave this file, in the folders it stands in, to the run.
bool is_selected(const WalkOptions& options, std::string_view path);

}  // namespace sitrep
