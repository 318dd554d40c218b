// What a database is called by: a folder of this machine, or a server that speaks Xapian's remote
// protocol. Our own reading of it, never Xapian's: its stubs can name programs to run.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace sitrep {

/// A folder that sitrep-index made.
struct FolderName {
    std::string path;
    friend bool operator==(const FolderName&, const FolderName&) = default;
};

/// `tcp://HOST:PORT`, where xapian-tcpsrv listens.
struct TcpName {
    std::string host;
    std::uint16_t port = 0;
    friend bool operator==(const TcpName&, const TcpName&) = default;
};

/// `ssh://[USER@]HOST[:PORT]/PATH`: there xapian-progsrv is run on the folder PATH.
struct SshName {
    std::string user;  ///< empty: whom ssh takes
    std::string host;
    std::uint16_t port = 0;  ///< 0: the one that ssh takes
    std::string path;        ///< absolute
    friend bool operator==(const SshName&, const SshName&) = default;
};

using DatabaseName = std::variant<FolderName, TcpName, SshName>;

/// Whether `name` is of another machine, by its beginning: `tcp://` or `ssh://`.
bool is_remote_name(std::string_view name);

/// Fails with Usage. Hosts and users have letters, digits, `.`, `-` and `_`, and begin with none of
/// the signs; a path of another machine has these and `/ + @ = , : % ~`, for it passes through a
/// shell there: so nothing of a name can be an option or shell text.
Result<DatabaseName> parse_database_name(std::string_view name);

/// One name for what several name: the canonical path of a folder.
std::string canonical_database_name(const std::string& name);

/// The words that follow `ssh` on a command line, with blanks between, none of which needs quotes.
/// ssh asks nothing, gives up after `seconds` without an answer, and forwards nothing.
std::string ssh_arguments(const SshName& name, int seconds);

}  // namespace sitrep
