#include "store/database_name.hpp"

#include "base/file.hpp"
#include "base/number.hpp"
#include "base/strings.hpp"

#include <algorithm>
#include <limits>

namespace sitrep {
namespace {

constexpr std::string_view kTcp = "tcp://";
constexpr std::string_view kSsh = "ssh://";
constexpr std::string_view kProgram = "xapian-progsrv";

bool is_alphanumeric(char c) { return is_ascii_alpha(c) || is_ascii_digit(c); }

/// A host or user: nothing of it means anything to a shell, and it begins like no option.
bool is_plain_name(std::string_view text) {
    constexpr std::size_t kMost = 253;
    return !text.empty() && text.size() <= kMost && is_alphanumeric(text.front()) &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return is_alphanumeric(c) || c == '.' || c == '-' || c == '_';
           });
}

bool is_plain_path(std::string_view text) {
    constexpr std::string_view kSigns = "/._-+@=,:%~";
    constexpr std::size_t kMost = 4096;
    return text.size() > 1 && text.size() <= kMost && text.front() == '/' &&
           std::all_of(text.begin(), text.end(), [&](char c) {
               return is_alphanumeric(c) || kSigns.find(c) != std::string_view::npos;
           });
}

/// 1 to 65535, written with digits alone.
bool read_port(std::string_view text, std::uint16_t& port) {
    port = number_in<std::uint16_t>(text).value_or(0);
    return port > 0;
}

Error refused(std::string_view name, std::string_view why, std::string_view form) {
    return {ErrorCode::Usage, std::string(name) + " names no database: " + std::string(why),
            "it is written " + std::string(form)};
}

Result<DatabaseName> parse_tcp(std::string_view name) {
    constexpr std::string_view kForm = "tcp://HOST:PORT";
    const std::string_view place = name.substr(kTcp.size());
    const std::size_t colon = std::min(place.find(':'), place.size());
    TcpName tcp{std::string(place.substr(0, colon))};
    if (!is_plain_name(tcp.host)) return refused(name, "its host is none", kForm);
    if (colon == place.size() || !read_port(place.substr(colon + 1), tcp.port))
        return refused(name, "its port is no number from 1 to 65535", kForm);
    return DatabaseName(std::move(tcp));
}

Result<DatabaseName> parse_ssh(std::string_view name) {
    constexpr std::string_view kForm = "ssh://[USER@]HOST[:PORT]/PATH";
    const std::string_view all = name.substr(kSsh.size());
    const std::size_t slash = std::min(all.find('/'), all.size());
    std::string_view place = all.substr(0, slash);
    SshName ssh;
    if (const std::size_t at = place.find('@'); at != std::string_view::npos) {
        ssh.user = place.substr(0, at);
        if (!is_plain_name(ssh.user)) return refused(name, "its user is none", kForm);
        place.remove_prefix(at + 1);
    }
    if (const std::size_t colon = place.find(':'); colon != std::string_view::npos) {
        if (!read_port(place.substr(colon + 1), ssh.port))
            return refused(name, "its port is no number from 1 to 65535", kForm);
        place = place.substr(0, colon);
    }
    if (!is_plain_name(place)) return refused(name, "its host is none", kForm);
    ssh.host = place;
    ssh.path = all.substr(slash);
    if (!is_plain_path(ssh.path))
        return refused(
            name, "its path is no folder's, or has other signs than / . _ - + @ = , : % ~", kForm);
    return DatabaseName(std::move(ssh));
}

}  // namespace

bool is_remote_name(std::string_view name) {
    return name.starts_with(kTcp) || name.starts_with(kSsh);
}

Result<DatabaseName> parse_database_name(std::string_view name) {
    if (name.starts_with(kTcp)) return parse_tcp(name);
    if (name.starts_with(kSsh)) return parse_ssh(name);
    if (name.empty()) return refused(name, "it is empty", "as a folder, tcp:// or ssh://");
    return DatabaseName(FolderName{std::string(name)});
}

std::string canonical_database_name(const std::string& name) {
    return is_remote_name(name) ? name : canonical_path(name);
}

std::string ssh_arguments(const SshName& name, int seconds) {
    const std::string limit = std::to_string(std::max(seconds, 1));
    std::string words =
        "-T -x -a -o BatchMode=yes -o ClearAllForwardings=yes -o ConnectTimeout=" + limit +
        " -o ServerAliveInterval=" + limit + " -o ServerAliveCountMax=1";
    if (name.port != 0) words += " -p " + std::to_string(name.port);
    if (!name.user.empty()) words += " -l " + name.user;
    return words + " -- " + name.host + " " + std::string(kProgram) + " " + name.path;
}

}  // namespace sitrep
