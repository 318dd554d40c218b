#include "store/remote_database.hpp"

#include <algorithm>

namespace sitrep {
namespace {

/// Xapian waits for what it started to end, for ever if need be: so this starts ssh and ends. No
/// terminal is left to ssh, which is to ask nothing anyway.
constexpr const char* kStarter = "setsid";

std::string starter_arguments(const SshName& name, const ServerAccess& access) {
    return "--fork ssh " + ssh_arguments(name, access.timeout_s);
}

unsigned milliseconds(int seconds) { return static_cast<unsigned>(seconds) * 1000U; }

}  // namespace

Xapian::Database open_remote(const TcpName& name, const ServerAccess& access) {
    return Xapian::Remote::open(name.host, name.port, milliseconds(access.timeout_s),
                                milliseconds(access.connect_timeout_s()));
}

Xapian::Database open_remote(const SshName& name, const ServerAccess& access) {
    return Xapian::Remote::open(kStarter, starter_arguments(name, access),
                                milliseconds(access.timeout_s));
}

std::string remote_context(const DatabaseName& name, const ServerAccess& access) {
    if (const auto* tcp = std::get_if<TcpName>(&name))
        return "remote:tcp(" + tcp->host + ":" + std::to_string(tcp->port) + ")";
    if (const auto* ssh = std::get_if<SshName>(&name))
        return "remote:prog(" + std::string(kStarter) + " " + starter_arguments(*ssh, access) + ")";
    return {};
}

Error remote_error(const Xapian::Error& failure, const std::string& shown,
                   const DatabaseName& name) {
    const char* system = failure.get_error_string();
    std::string message = shown + " does not answer: " + failure.get_msg();
    if (system != nullptr) message += std::string(": ") + system;
    const auto* ssh = std::get_if<SshName>(&name);
    return {ErrorCode::Unreachable, message,
            ssh == nullptr ? "see that xapian-tcpsrv runs there and the way to it is open; "
                             "--allow-partial answers without it"
                           : "see what this says: ssh " + ssh_arguments(*ssh, 5)};
}

}  // namespace sitrep
