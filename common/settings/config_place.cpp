#include "settings/config_place.hpp"

#include "base/environment.hpp"
#include "base/file.hpp"

#include <cstdlib>

namespace sitrep {
namespace {

Result<ConfigFile> load(const std::string& path) {
    // As a stream: /dev/null and what a shell makes of <(...) are files to a person.
    const Result<std::string> bytes = read_stream(path, kMaxConfigBytes);
    if (!bytes) return bytes.error();
    return parse_config(path, *bytes);
}

Result<bool> is_there(const std::string& path) {
    const Result<FileInfo> info = file_info(path);
    if (!info) return info.error();
    return info->kind != FileKind::Missing;
}

Result<ConfigFile> load_named(const std::string& path, const std::string& how) {
    if (path.empty()) return Error{ErrorCode::Usage, how + " needs the name of a file"};
    const Result<bool> there = is_there(path);
    if (!there) return there.error();
    if (!*there)
        return Error{ErrorCode::Usage, "there is no configuration file " + path, how + " names it"};
    return load(path);
}

}  // namespace

Result<OptionalFile> optional_file(const std::string& name) {
    const std::string path = user_folder("XDG_CONFIG_HOME", ".config") + "/sitrep/" + name;
    const Result<bool> there = is_there(path);
    if (there) return OptionalFile{*there ? path : "", ""};
    if (is_closed(path)) return OptionalFile{"", there.error().message + "; it is left out"};
    return there.error();
}

Result<ConfigFile> load_config(const std::optional<std::string>& named) {
    if (named) return load_named(*named, "--config");
    if (const char* variable = std::getenv("SITREP_CONFIG"); variable != nullptr)
        return *variable == '\0' ? ConfigFile{} : load_named(variable, "SITREP_CONFIG");
    const Result<OptionalFile> file = optional_file("config");
    if (!file) return file.error();
    return file->path.empty() ? ConfigFile{"", {}, file->warning} : load(file->path);
}

Result<ConfigFile> no_config(const std::optional<std::string>& /*named*/) { return ConfigFile{}; }

}  // namespace sitrep
