#include "store/xapian_door.hpp"

#include "base/file.hpp"

#include <cerrno>
#include <cstring>
#include <string_view>

namespace sitrep {
namespace {

/// Whether a file is to blame itself, for it is not there or is none, and not the disk or the want
/// of descriptors, memory or permission.
bool tells_of_file(const char* system) {
    const std::string_view said(system);
    return said == std::strerror(ENOENT) || said == std::strerror(ENOTDIR) ||
           said == std::strerror(EISDIR);
}

constexpr int kOldGlass = Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS;

void refuse_strange_files(const std::string& generation) {
    for (const char* name :
         {"iamglass", "flintlock", "postlist.glass", "docdata.glass", "termlist.glass",
          "position.glass", "spelling.glass", "synonym.glass"}) {
        const Result<FileInfo> info = file_info(generation + "/" + name);
        if (info && info->kind != FileKind::Regular && info->kind != FileKind::Missing)
            throw Xapian::DatabaseCorruptError(generation + "/" + name + " is no file");
    }
}

}  // namespace

Xapian::Database open_glass(const std::string& generation) {
    refuse_strange_files(generation);
    return Xapian::Database(generation, kOldGlass);
}

Xapian::WritableDatabase open_glass_for_writing(const std::string& generation) {
    refuse_strange_files(generation);
    return Xapian::WritableDatabase(generation, kOldGlass);
}

Error error_from(const Xapian::Error& failure, const std::string& where) {
    const std::string& said = failure.get_msg();
    const std::string_view type = failure.get_type();
    const char* system = failure.get_error_string();
    if (type == "DatabaseModifiedError")
        return {ErrorCode::Overtaken, where + " is being rewritten"};
    if (type == "DatabaseLockError" && said.find("already locked") != std::string::npos) {
        return {ErrorCode::Locked, "another program is writing " + where,
                "wait until it has finished"};
    }
    const bool damaged =
        type == "DatabaseCorruptError" || type == "DatabaseNotFoundError" ||
        type == "DatabaseVersionError" ||
        (system == nullptr ? type == "DatabaseOpeningError" : tells_of_file(system));
    // What a write ran into, and then the way back: Xapian tells both in words only.
    if (type == "DatabaseError" && said.starts_with("Modifications failed"))
        return {ErrorCode::Io, where + ": " + said};
    if (type == "DatabaseCreateError" || type == "DatabaseLockError")
        return {ErrorCode::Io, where + ": " + said + (system ? std::string(": ") + system : "")};
    if (system != nullptr && !damaged) return {ErrorCode::Io, where + ": " + said + ": " + system};
    return {ErrorCode::Database, where + ": " + said,
            "if it is damaged, sitrep-index --rebuild makes it anew: every article is in its file"};
}

Error out_of_memory(const std::string& where) {
    return {ErrorCode::Io, where + ": out of memory",
            "free some memory, or index fewer files in one run"};
}

}  // namespace sitrep
