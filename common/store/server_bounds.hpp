// What servers may cost while they are asked. Xapian bounds the wait for each message, but a list
// has as many as the server sends, and is held whole. Included by this folder only.
#pragma once

#include "base/memory_bound.hpp"

#include <xapian.h>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace sitrep {

/// Breaks off the connections when a question takes too long: what waits for one of them then fails
/// as if the server had closed it, with a NetworkError. One after the other, for Xapian does not
/// say which it was: it is the last.
class ServerBounds {
  public:
    /// A list of the largest database's words takes some hundred megabytes.
    static constexpr std::uint64_t kMostBytes = 4ULL << 30U;

    ServerBounds() = default;
    ServerBounds(const ServerBounds&) = delete;
    ServerBounds& operator=(const ServerBounds&) = delete;
    ~ServerBounds();

    /// What `open` opens, to be broken off as well, by that name.
    Xapian::Database opened(const std::string& name, const std::function<Xapian::Database()>& open);
    void forget_connections();

    /// The bounds hold while it lives.
    class Asking {
      public:
        Asking(ServerBounds& bounds, std::chrono::nanoseconds most);
        Asking(const Asking&) = delete;
        Asking& operator=(const Asking&) = delete;
        ~Asking();

      private:
        ServerBounds& bounds_;
        MemoryBound memory_{kMostBytes};
    };

    /// The time begins anew.
    void begin(std::chrono::nanoseconds most);
    void extend(std::chrono::seconds by);
    /// Ends it. The name of the connection that was waited for when it was over; empty: it was not.
    std::string end();

  private:
    using Clock = std::chrono::steady_clock;
    static constexpr Clock::time_point kNever = Clock::time_point::max();

    struct Connection {
        std::string name;
        int socket;  ///< a copy of Xapian's: closing it is ours alone
    };

    void add_connection(const std::string& name, int socket);
    void look(const std::stop_token& stop);
    void break_one_off();

    std::mutex mutex_;
    std::condition_variable_any wake_;
    Clock::time_point until_ = kNever;
    std::vector<Connection> connections_;
    std::size_t broken_ = 0;  ///< so many of them, the last first: it may be the one just opened
    std::jthread thread_;     ///< the last: it uses the others
};

}  // namespace sitrep
