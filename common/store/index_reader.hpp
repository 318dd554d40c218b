// A database opened for reading, for what the indexer tells of it without writing: no lock is taken
// and nothing is changed.
#pragma once

#include "base/result.hpp"
#include "store/contents.hpp"

#include <functional>
#include <memory>
#include <string>

namespace sitrep {

class IndexReader {
  public:
    /// Opens the live generation of the database folder `path`; errors as Searcher::open().
    static Result<IndexReader> open(const std::string& path);

    IndexReader(IndexReader&&) noexcept;
    IndexReader& operator=(IndexReader&&) noexcept;
    ~IndexReader();

    /// Lives as long as the reader.
    const Contents& contents() const;

    /// Calls `ask` with the contents; again, of a newer state, when a writer overtook it.
    Result<void> read(const std::function<Result<void>(const Contents&)>& ask);

  private:
    struct State;
    explicit IndexReader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace sitrep
