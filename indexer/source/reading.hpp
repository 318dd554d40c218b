// The reading of one file: where its records go, and what it may cost. Archives are written by
// strangers: a few kilobytes can unpack to petabytes.
#pragma once

#include "indexer/source/byte_source.hpp"
#include "model/record.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// Why a file is skipped that no reader and no --filter is for.
inline constexpr std::string_view kUnreadKind = "is of a kind that is not read";

/// Takes what a file holds, in order.
class RecordSink {
  public:
    virtual ~RecordSink() = default;
    /// Returns false to be given no more.
    virtual bool record(RawRecord record) = 0;
    /// A record that could not even be cut out.
    virtual void failure(const Origin& origin, const Error& error) = 0;
    /// What is of no kind we read, or holds no article and need not: no failure.
    virtual void skipped(const Origin& /*origin*/, std::string_view /*reason*/) {}
};

struct ReadLimits {
    std::uint64_t record_bytes = 32U << 20U;  ///< of one article, unpacked
    std::uint64_t members = 100'000;          ///< of archives, in one file
    unsigned depth = 3;                       ///< archives in archives, the outermost counted
    std::uint64_t ratio = 200;                ///< unpacked bytes for each byte of the file ...
    std::uint64_t free_bytes = 10U << 20U;    ///< ... beyond so many
    std::uint64_t unpacked_bytes = std::uint64_t{1} << 40U;  ///< in all, nested ones each time
    std::vector<std::string> filtered = {};  ///< endings that --filter reads, inside archives too
};

/// One file being read. Readers hand records to it and ask it before they go on.
class Reading {
  public:
    /// `root` is the file itself: what has been read of it is what unpacked bytes are measured by.
    Reading(const SeekableSource& root, const ReadLimits& limits, RecordSink& sink)
        : root_(root), limits_(limits), sink_(sink) {}

    const ReadLimits& limits() const { return limits_; }

    /// Whether to stop: the sink wants no more, or the file has used up what it may cost.
    bool stopped() const { return stopped_ || exhausted_; }

    /// Returns false when it stopped.
    bool record(RawRecord record);
    void failure(const Origin& origin, const Error& error) { sink_.failure(origin, error); }
    void skipped(const Origin& origin, std::string_view reason) { sink_.skipped(origin, reason); }

    /// To be told of every piece that comes out of an unpacker; an error ends the file.
    Result<void> unpacked(std::size_t bytes);
    /// To be told of every member; an error ends the file.
    Result<void> member();

    /// One level of archives, as long as it lives.
    class Level {
      public:
        explicit Level(Reading& reading) : reading_(reading) { ++reading_.depth_; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;
        ~Level() { --reading_.depth_; }
        bool too_deep() const { return reading_.depth_ > reading_.limits_.depth; }

      private:
        Reading& reading_;
    };

  private:
    const SeekableSource& root_;
    const ReadLimits& limits_;
    RecordSink& sink_;
    std::uint64_t unpacked_ = 0;
    std::uint64_t members_ = 0;
    unsigned depth_ = 0;
    bool stopped_ = false;
    bool exhausted_ = false;
};

}  // namespace sitrep
