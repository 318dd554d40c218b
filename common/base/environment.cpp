#include "base/environment.hpp"

#include "base/file.hpp"

#include <pwd.h>
#include <unistd.h>

#include <cstdlib>

namespace sitrep {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

/// cron may set no $HOME.
std::string home_folder() {
    if (std::string home = environment("HOME"); !home.empty()) return home;
    const passwd* user = ::getpwuid(::getuid());
    return user == nullptr ? "" : user->pw_dir;
}

std::string from_home(std::string_view path) {
    if (path == "~") return home_folder();
    return path.starts_with("~/") ? joined_path(home_folder(), path.substr(2)) : std::string(path);
}

std::string user_folder(const char* variable, const char* below_home) {
    std::string folder = environment(variable);
    return folder.empty() ? home_folder() + "/" + below_home : folder;
}

}  // namespace sitrep
