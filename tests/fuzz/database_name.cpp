// Any bytes name a database or are refused; what names a server puts nothing on the command line of
// ssh, or into the shell at its other end, but a host, a user, a port and a path.
#include "store/database_name.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace sitrep;

void require(bool holds) {
    if (!holds) std::abort();
}

bool means_nothing_to_a_shell(const std::string& words) {
    return words.find_first_not_of(
               "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
               "0123456789/._-+@=,:%~ ") == std::string::npos;
}

/// The name that reads as these parts.
std::string written(const TcpName& name) {
    return "tcp://" + name.host + ":" + std::to_string(name.port);
}

std::string written(const SshName& name) {
    return "ssh://" + (name.user.empty() ? "" : name.user + "@") + name.host +
           (name.port == 0 ? "" : ":" + std::to_string(name.port)) + name.path;
}

void check(const SshName& name) {
    const std::string words = ssh_arguments(name, 10);
    require(means_nothing_to_a_shell(words));
    const std::string tail = " -- " + name.host + " xapian-progsrv " + name.path;
    require(words.ends_with(tail) && name.path.starts_with('/'));
    require(!name.host.starts_with('-') && !name.user.starts_with('-'));
    // Each part is one word: only the blanks of our own writing part them.
    const std::string all = name.user + name.host + name.path;
    require(std::find(all.begin(), all.end(), ' ') == all.end());
}

void check(const TcpName& name) {
    require(name.port != 0 && !name.host.empty() && means_nothing_to_a_shell(name.host));
}

template <typename Name>
void check_server(const DatabaseName& read) {
    const auto* name = std::get_if<Name>(&read);
    if (name == nullptr) return;
    check(*name);
    const auto again = parse_database_name(written(*name));
    require(again && *again == read);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto name = parse_database_name(text);
    if (!name) {
        require(name.error().code == ErrorCode::Usage && !name.error().hint.empty());
        return 0;
    }
    require(std::holds_alternative<FolderName>(*name) != is_remote_name(text));
    check_server<TcpName>(*name);
    check_server<SshName>(*name);
    return 0;
}
