// Databases that are searched as if they were one: Xapian numbers the documents of n of them in
// turn and sums what it knows of terms, so scores are those of one database that holds all.
// Metadata it reads of the first alone: what lies there is read of each. Included by this folder
// only.
#pragma once

#include "base/result.hpp"
#include "store/database_name.hpp"
#include "store/server_access.hpp"
#include "store/server_bounds.hpp"
#include "store/shard_census.hpp"
#include "store/xapian_door.hpp"
#include "text/analyzer.hpp"

#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace sitrep {

class DatabaseSet {
  public:
    /// The databases `names`, one at least: of a folder the live generation, and of a set all its
    /// shards. Errors as open_live_databases() and remote_error() name the one in trouble; what is
    /// named twice, and shards named one by one that are no whole set (store/shard_census.hpp), are
    /// Usage errors. With access.allow_partial those in trouble are left out, if not all are.
    static Result<DatabaseSet> open(const std::vector<std::string>& names,
                                    const ServerAccess& access);

    const Xapian::Database& all() const { return all_; }

    /// Calls `each` with every one of them, and a function from its document numbers to those of
    /// all().
    template <class Each>
    void each_database(const Each& each) const {
        for (std::size_t i = 0; i < members_.size(); ++i) {
            each(members_[i].database, [i, n = members_.size()](Xapian::docid own) {
                return static_cast<Xapian::docid>((own - 1) * n + i + 1);
            });
        }
    }

    /// Those that are left out, or were since.
    const std::vector<MissingDatabase>& missing() const { return missing_; }

    /// Whether some are on other machines, where each call is a round trip.
    bool is_remote() const;

    /// To be called where `work` of ask() is about to read so many articles: servers have more
    /// time.
    void expect(std::uint64_t articles) const;

    /// What ask() was called for so far is answered: what it is called for next has all the time
    /// again that servers have for a question.
    void next_question() { spent_ = {}; }

    /// Names what is seen of each: what was written since has another name, what was made anew,
    /// too. Empty where that is not known, of databases on other machines. Throws what Xapian
    /// throws.
    std::string snapshot() const;

    /// What each was made with: schema::check() lets pass only what this program makes itself.
    const AnalyzerConfig& analyzer_config() const { return config_; }

    /// The name of the database that document `id` of all() came from.
    const std::string& path_of(Xapian::docid id) const { return member_of(id).path; }
    /// The same where that is on another machine; else empty.
    std::string server_of(Xapian::docid id) const;

    /// The absolute path of a root of that database; `/` where it has no such root.
    std::string root_of(Xapian::docid id, const std::string& root_id) const;

    /// Of all databases.
    std::vector<std::string> root_paths() const;

    /// The documents of all() that may have `name`: see documents_named().
    std::vector<Xapian::docid> documents_named(std::string_view name) const;

    /// What `work` makes of them, which may throw what Xapian throws; of servers, whatever they
    /// make it throw. Again, up to five times, of the next snapshot, when a writer overtook it; and
    /// when a server failed: once more of that one, if it broke off, and then without it, if that
    /// is allowed. An Unreachable error names the server. What servers may take of time and memory
    /// is bounded. What was asked before, `work` must ask again. Once `may_repeat` says no, what
    /// failed has failed.
    template <class Work, class MayRepeat>
    auto ask(const Work& work, const MayRepeat& may_repeat) ->
        typename ResultOf<std::invoke_result_t<Work>>::type {
        constexpr int kTries = 5;
        if (is_out_of_step_) {
            if (const Result<void> called = open_all(); !called) return called.error();
        }
        auto made = attempt(work);
        for (int tries = 1; !made && may_repeat(); ++tries) {
            const Error& error = made.error();
            const bool is_overtaken = error.code == ErrorCode::Overtaken && tries < kTries;
            if (!is_overtaken && error.code != ErrorCode::Unreachable) break;
            if (Result<void> renewed = is_overtaken ? open_all() : recover(error); !renewed)
                return renewed.error();
            made = attempt(work);
        }
        return made;
    }

  private:
    struct Member {
        std::string path;  ///< as it was named
        Xapian::Database database;
        std::string context = {};  ///< what its failures have for theirs; empty: of a folder
        std::map<std::string, std::string> roots = {};
    };
    /// The last failure of a server.
    struct Failure {
        std::string name = {};      ///< empty: of one that cannot be told
        bool may_be_chance = true;  ///< a connection may break; silence and rubbish come again
    };

    template <class Work>
    auto attempt(const Work& work) -> typename ResultOf<std::invoke_result_t<Work>>::type {
        using Made = typename ResultOf<std::invoke_result_t<Work>>::type;
        const auto start = std::chrono::steady_clock::now();
        std::optional<ServerBounds::Asking> asking;
        if (is_remote()) asking.emplace(*bounds_, time_left());
        Made made = through_xapian(name_, [&]() -> Made {
            try {
                return work();
            } catch (const Xapian::Error& failure) {
                return failed(failure);
            } catch (const std::exception& failure) {
                if (!is_remote()) throw;
                return failed(failure, [&] { static_cast<void>(work()); });
            }
        });
        if (made) spent_ += std::chrono::steady_clock::now() - start;
        return made;
    }
    std::chrono::nanoseconds time_left() const {
        return std::max<std::chrono::nanoseconds>(access_.question_time() - spent_, {});
    }
    Error failed(const Xapian::Error& failure);
    Error failed(const std::exception& failure, const std::function<void()>& work);
    std::string guilty_of(const std::function<void()>& work);
    Error unreachable(Error error) const;
    /// Null where it is of none, or of one that cannot be told.
    const Member* server_in(const Xapian::Error& failure) const;
    bool is_of_server(const Xapian::Error& failure) const;
    std::vector<const Member*> servers() const;
    Result<void> recover(const Error& error);

    Result<void> open_all();
    Result<void> open_each();
    bool fails(const std::function<void()>& work);
    Result<void> add(const std::string& name, ShardCensus& census);
    Result<std::vector<Member>> opened(const std::string& name);
    Result<void> take(std::vector<Member> members, const std::string& name, ShardCensus& census);
    Result<void> refuse_set(const Member& member) const;
    Result<void> refuse_double(const Member& member) const;
    const Member& member_of(Xapian::docid id) const { return members_[(id - 1) % members_.size()]; }

    std::vector<std::string> names_;  ///< of those that are not missing
    ServerAccess access_;
    std::unique_ptr<ServerBounds> bounds_ = std::make_unique<ServerBounds>();
    std::vector<Member> members_;
    std::vector<MissingDatabase> missing_;
    Xapian::Database all_;
    std::string name_;  ///< of all, for messages
    AnalyzerConfig config_;
    std::chrono::nanoseconds spent_{};  ///< of the time for one question
    Failure failure_;
    std::set<std::string> excused_;  ///< servers that failed once
    /// All must be called again: answers may be under way for nobody, or some are not open.
    bool is_out_of_step_ = false;
};

}  // namespace sitrep
