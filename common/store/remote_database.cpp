#include "store/remote_database.hpp"

#include <new>
#include <string_view>

namespace sitrep {
namespace {

/// Xapian waits for what it started to end, for ever if need be: so this starts ssh and ends. No
/// terminal is left to ssh, which is to ask nothing anyway.
constexpr const char* kStarter = "setsid";

constexpr int kSecondsOfATrial = 5;

std::string starter_arguments(const SshName& name, const ServerAccess& access) {
    return "--fork ssh " + ssh_arguments(name, access.timeout_s);
}

unsigned milliseconds(int seconds) { return static_cast<unsigned>(seconds) * 1000U; }

Xapian::Database open_once(const DatabaseName& name, const ServerAccess& access) {
    if (const auto* tcp = std::get_if<TcpName>(&name))
        return Xapian::Remote::open(tcp->host, tcp->port, milliseconds(access.timeout_s),
                                    milliseconds(access.connect_timeout_s()));
    return Xapian::Remote::open(kStarter, starter_arguments(std::get<SshName>(name), access),
                                milliseconds(access.timeout_s));
}

}  // namespace

Xapian::Database open_remote(const DatabaseName& name, const ServerAccess& access) {
    try {
        return open_once(name, access);
    } catch (const Xapian::DatabaseOpeningError&) {
        // A standby's server may open its copy in the moment when another takes its place.
        return open_once(name, access);
    }
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
    const std::string_view type = failure.get_type();
    const char* system = failure.get_error_string();
    const std::string said =
        failure.get_msg() + (system != nullptr ? std::string(": ") + system : "");
    if (type == "DatabaseCorruptError") {
        return {ErrorCode::Unreachable, shown + " is damaged: " + said,
                "on its machine: sitrep-index --verify says what of it, --rebuild makes it anew"};
    }
    if (type == "DatabaseNotFoundError" || type == "DatabaseOpeningError") {
        return {ErrorCode::Unreachable, shown + " cannot be opened on its machine: " + said,
                "see that a database is there, and that who serves it may read it"};
    }
    // To be called it has the same time whatever is given; then the system's word stands there.
    const bool is_slow = type == "NetworkTimeoutError" && system == nullptr;
    std::string hint = is_slow ? "a slow one needs more --timeout; " : "";
    if (const auto* ssh = std::get_if<SshName>(&name))
        hint += "see what this says: ssh " + ssh_arguments(*ssh, kSecondsOfATrial);
    else
        hint += "see that xapian-tcpsrv runs there and the way to it is open";
    return {ErrorCode::Unreachable, shown + " does not answer: " + said, hint};
}

Error remote_error(const std::exception& failure, const std::string& shown) {
    if (dynamic_cast<const std::bad_alloc*>(&failure) != nullptr) {
        return {ErrorCode::Unreachable, shown + " sends more than there is memory for",
                "see that a Xapian server is there, and that it is yours"};
    }
    return {ErrorCode::Unreachable, shown + " does not answer as a Xapian server does",
            "see that one is there, of Xapian's main version 1.4"};
}

}  // namespace sitrep
