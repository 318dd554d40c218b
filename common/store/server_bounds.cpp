#include "store/server_bounds.hpp"

#include "base/number.hpp"
#include "base/thread_signals.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace sitrep {
namespace {

/// Those that this process has open. Xapian does not tell which is whose.
std::vector<int> open_sockets() {
    std::vector<int> sockets;
    std::error_code failure;
    std::filesystem::directory_iterator at("/proc/self/fd", failure);
    for (; !failure && at != std::filesystem::directory_iterator(); at.increment(failure)) {
        const int number = number_in<int>(at->path().filename().native()).value_or(-1);
        struct stat status {};
        if (number >= 0 && ::fstat(number, &status) == 0 && S_ISSOCK(status.st_mode))
            sockets.push_back(number);
    }
    return sockets;
}

}  // namespace

ServerBounds::~ServerBounds() {
    thread_ = {};  // it is joined before what it uses goes
    forget_connections();
}

Xapian::Database ServerBounds::opened(const std::string& name,
                                      const std::function<Xapian::Database()>& open) {
    const std::vector<int> before = open_sockets();
    Xapian::Database database = open();
    for (const int socket : open_sockets()) {
        if (std::find(before.begin(), before.end(), socket) == before.end())
            add_connection(name, socket);
    }
    return database;
}

void ServerBounds::add_connection(const std::string& name, int socket) {
    const int copy = ::fcntl(socket, F_DUPFD_CLOEXEC, 0);
    if (copy < 0) return;
    const std::lock_guard lock(mutex_);
    connections_.push_back({name, copy});
    if (thread_.joinable()) return;
    const SignalsElsewhere elsewhere;
    thread_ = std::jthread([this](const std::stop_token& stop) { look(stop); });
}

void ServerBounds::forget_connections() {
    const std::lock_guard lock(mutex_);
    for (const Connection& connection : connections_) ::close(connection.socket);
    connections_.clear();
    broken_ = 0;
}

ServerBounds::Asking::Asking(ServerBounds& bounds, std::chrono::nanoseconds most)
    : bounds_(bounds) {
    bounds_.begin(most);
}

ServerBounds::Asking::~Asking() { bounds_.end(); }

void ServerBounds::begin(std::chrono::nanoseconds most) {
    const std::lock_guard lock(mutex_);
    until_ = Clock::now() + most;
    broken_ = 0;
}

void ServerBounds::extend(std::chrono::seconds by) {
    constexpr std::chrono::hours kMost{24 * 30};
    const std::lock_guard lock(mutex_);
    if (until_ == kNever) return;
    until_ = std::min(until_ + std::min<std::chrono::seconds>(by, kMost), Clock::now() + kMost);
}

std::string ServerBounds::end() {
    const std::lock_guard lock(mutex_);
    until_ = kNever;
    return broken_ == 0 ? std::string() : connections_[connections_.size() - broken_].name;
}

/// Now and then: so who asks need not wake it, and has time to fail between two connections.
void ServerBounds::look(const std::stop_token& stop) {
    constexpr std::chrono::milliseconds kBetween{200};
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
        wake_.wait_for(lock, stop, kBetween, [] { return false; });
        if (Clock::now() >= until_) break_one_off();
    }
}

void ServerBounds::break_one_off() {
    if (broken_ == connections_.size()) return;
    ++broken_;
    ::shutdown(connections_[connections_.size() - broken_].socket, SHUT_RDWR);
}

}  // namespace sitrep
