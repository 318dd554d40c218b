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

std::string config_folder() { return user_folder("XDG_CONFIG_HOME", ".config") + "/sitrep"; }

Result<ConfigFile> load_config(const std::optional<std::string>& named) {
    if (named) return load_named(*named, "--config");
    if (const char* variable = std::getenv("SITREP_CONFIG"); variable != nullptr)
        return *variable == '\0' ? ConfigFile{} : load_named(variable, "SITREP_CONFIG");
    const std::string path = config_folder() + "/config";
    const Result<bool> there = is_there(path);
    if (!there) return there.error();
    return *there ? load(path) : ConfigFile{};
}

Result<ConfigFile> no_config(const std::optional<std::string>& /*named*/) { return ConfigFile{}; }

}  // namespace sitrep
