#include "store/database_folder.hpp"

#include "base/environment.hpp"
#include "base/file.hpp"
#include "base/strings.hpp"

#include <algorithm>

namespace sitrep {
namespace {

constexpr std::string_view kBackend = "glass ";
constexpr std::string_view kGeneration = "gen-";
constexpr std::uint64_t kMaxStubBytes = 256;

std::string stub_path(const std::string& path) { return path + "/XAPIANDB"; }

Error missing(const std::string& path) {
    return {ErrorCode::Database, "there is no database at " + path,
            "make it with: sitrep-index --db " + shell_quoted(path) + " FOLDER"};
}

}  // namespace

std::string default_database() {
    if (std::string given = environment("SITREP_DB"); !given.empty()) return given;
    std::string data = environment("XDG_DATA_HOME");
    if (data.empty()) data = home_folder() + "/.local/share";
    return data + "/sitrep/default";
}

Result<std::string> parse_stub(std::string_view text) {
    const Error refused{ErrorCode::Database,
                        "its file XAPIANDB is not one that sitrep-index wrote"};
    if (text.ends_with('\n')) text.remove_suffix(1);
    if (!text.starts_with(kBackend)) return refused;
    text.remove_prefix(kBackend.size());
    if (!text.starts_with(kGeneration)) return refused;
    const std::string_view number = text.substr(kGeneration.size());
    constexpr std::size_t kMaxDigits = 9;
    if (number.empty() || number.size() > kMaxDigits ||
        !std::all_of(number.begin(), number.end(), is_ascii_digit)) {
        return refused;
    }
    return std::string(text);
}

Result<bool> has_database(const std::string& path) {
    Result<FileInfo> stub = file_info(stub_path(path));
    if (!stub) return stub.error();
    return stub->kind != FileKind::Missing;
}

Result<std::string> live_generation(const std::string& path) {
    Result<bool> there = has_database(path);
    if (!there) return there.error();
    if (!*there) return missing(path);
    Result<FileContent> stub = read_file(stub_path(path), kMaxStubBytes);
    if (!stub) return Error{ErrorCode::Database, stub_path(path) + " " + stub.error().message};
    Result<std::string> generation = parse_stub(stub->bytes);
    if (!generation)
        return Error{ErrorCode::Database,
                     path + " is not a Sitrep database: " + generation.error().message};
    return path + "/" + *generation;
}

Result<void> publish_generation(const std::string& path, const std::string& generation) {
    if (Result<void> synced = sync_directory(path); !synced) return synced;
    return write_file_atomically(stub_path(path), std::string(kBackend) + generation + "\n");
}

}  // namespace sitrep
