#include "store/bulk_build.hpp"

#include "base/file.hpp"
#include "store/touched_lines.hpp"
#include "store/xapian_door.hpp"

#include <fmt/format.h>
#include <signal.h>

#include <algorithm>
#include <utility>

namespace sitrep {
namespace {

/// What is merged at once: each part has four files open.
constexpr std::size_t kMostParts = 64;
constexpr int kNew = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC;

}  // namespace

Result<std::unique_ptr<BulkBuild>> BulkBuild::start(const std::string& folder, unsigned threads,
                                                    const Xapian::Database& described) {
    if (Result<void> removed = remove_tree(folder); !removed) return removed.error();
    if (Result<void> made = make_private_directory(folder); !made) return made.error();
    std::unique_ptr<BulkBuild> build(new BulkBuild(folder, threads));
    Result<void> opened = through_xapian(folder, [&] {
        build->base_ = Xapian::WritableDatabase(folder + "/base", kNew);
        for (auto key = described.metadata_keys_begin(); key != described.metadata_keys_end();
             ++key) {
            build->base_.set_metadata(*key, described.get_metadata(*key));
        }
    });
    if (!opened) return opened.error();
    return build;
}

BulkBuild::BulkBuild(std::string folder, unsigned threads) : folder_(std::move(folder)) {
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);  // signals are for the thread that reads files
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

BulkBuild::~BulkBuild() {
    {
        const std::scoped_lock held(mutex_);
        closed_ = true;
        waiting_.clear();
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
    static_cast<void>(through_xapian(folder_, [this] { base_.close(); }));
    static_cast<void>(remove_tree(folder_));  // what is left the next run removes
}

Result<void> BulkBuild::add(WriteBatch batch) {
    Result<void> noted = through_xapian(folder_, [&] {
        for (const SetMetadata& metadata : batch.take_metadata())
            base_.set_metadata(metadata.key, metadata.value);
    });
    if (!noted || batch.empty()) return noted;
    std::unique_lock held(mutex_);
    changed_.wait(held, [this] { return waiting_.empty() || trouble_; });
    if (trouble_) return *trouble_;
    waiting_.push_back({shards_++, std::move(batch)});
    changed_.notify_all();
    return {};
}

void BulkBuild::work() {
    std::unique_lock held(mutex_);
    while (true) {
        changed_.wait(held, [this] { return !waiting_.empty() || closed_; });
        if (waiting_.empty()) return;
        Job job = std::move(waiting_.front());
        waiting_.pop_front();
        ++running_;
        changed_.notify_all();
        held.unlock();
        write(std::move(job));
        held.lock();
        --running_;
        changed_.notify_all();
    }
}

void BulkBuild::write(Job job) {
    std::vector<RejectedDocument> rejected;
    const Result<void> written = through_xapian(folder_, [&] {
        Xapian::WritableDatabase database(shard(job.number), kNew);
        TouchedLines touched;
        touched.add_all();  // what a first build brings is all new
        job.batch.apply(database, rejected, touched);
        database.close();
    });
    const std::scoped_lock held(mutex_);
    if (!written && !trouble_) trouble_ = written.error();
    if (!rejected.empty()) rejected_[job.number] = std::move(rejected);
}

Result<void> BulkBuild::wait() {
    std::unique_lock held(mutex_);
    changed_.wait(held, [this] { return (waiting_.empty() && running_ == 0) || trouble_; });
    if (trouble_) return *trouble_;
    return {};
}

Result<void> BulkBuild::merge_into(const std::string& generation) {
    if (Result<void> waited = wait(); !waited) return waited;
    Result<void> committed = through_xapian(folder_, [this] { base_.commit(); });
    if (!committed) return committed;
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < shards_; ++i) parts.push_back(shard(i));
    for (std::size_t level = 1; parts.size() > kMostParts; ++level) {
        std::vector<std::string> wholes;
        for (std::size_t at = 0; at < parts.size(); at += kMostParts) {
            const auto begin = parts.begin() + static_cast<std::ptrdiff_t>(at);
            const std::vector<std::string> some(
                begin, begin + static_cast<std::ptrdiff_t>(std::min(kMostParts, parts.size() - at)));
            wholes.push_back(fmt::format("{}/merged-{}-{}", folder_, level, at));
            if (Result<void> merged = merge(some, wholes.back()); !merged) return merged;
            for (const std::string& part : some) {
                if (Result<void> removed = remove_tree(part); !removed) return removed;
            }
        }
        parts = std::move(wholes);
    }
    parts.insert(parts.begin(), folder_ + "/base");
    return merge(parts, generation);
}

Result<void> BulkBuild::merge(const std::vector<std::string>& parts,
                              const std::string& whole) const {
    return through_xapian(folder_, [&] {
        Xapian::Database all;
        for (const std::string& part : parts) all.add_database(Xapian::Database(part));
        all.compact(whole, Xapian::Compactor::FULL);
    });
}

std::vector<RejectedDocument> BulkBuild::take_rejected() {
    const std::scoped_lock held(mutex_);
    std::vector<RejectedDocument> all;
    for (auto& [number, some] : std::exchange(rejected_, {})) {
        for (RejectedDocument& one : some) all.push_back(std::move(one));
    }
    return all;
}

std::string BulkBuild::shard(std::size_t number) const {
    return fmt::format("{}/{:08}", folder_, number);
}

}  // namespace sitrep
