// Which documents of a snapshot are copies of one another. A group is what verified pairs connect,
// so it hangs on the set of documents alone: nothing of it is stored. Included by this folder only.
#pragma once

#include "text/analyzer.hpp"
#include "text/copy_profile.hpp"

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace sitrep {

struct CopyGroup {
    std::vector<Xapian::docid> members;  ///< in the order in which they were found
    bool is_cut_short = false;           ///< there may be more: the search for them is bounded
};

/// Told where so many articles more are about to be read.
using Expect = std::function<void(std::uint64_t articles)>;

/// Groups of the documents that are asked for, one after another. From what has terms in common
/// (CopySketch::band_terms()) those are taken that are alike by their signatures, or, where these
/// leave it open, by their texts. For one question: it remembers what it has read.
class CopyGroups {
  public:
    /// A group is searched for until it has so many members,
    static constexpr std::size_t kMostMembers = 1000;
    /// or so many pairs were compared.
    static constexpr std::size_t kMostPairs = 20'000;
    /// So many documents with the same term are looked at: more only hold the same notice.
    static constexpr std::size_t kMostHolders = 2000;
    /// So many texts are read for one question; from there on signatures decide alone.
    static constexpr std::size_t kMostTexts = 500;

    CopyGroups(const Xapian::Database& database, Analyzer& analyzer, Expect expect = {});

    /// The number of the group that `id` is in: of a known one, else the next free. Throws what
    /// Xapian throws.
    std::size_t group_of(Xapian::docid id);

    /// Reads for these, a page or so, what group_of() would look up one by one.
    void read_ahead(const std::vector<Xapian::docid>& ids);

    const CopyGroup& operator[](std::size_t number) const { return groups_[number]; }
    std::size_t size() const { return groups_.size(); }

  private:
    class Search;

    const std::vector<std::string>& band_terms(Xapian::docid id);
    void note_another();
    std::vector<Xapian::docid> holders(const std::string& term) const;
    const std::string& signature(Xapian::docid id);
    /// The group that was cut short of which this is a member that was not searched for.
    std::optional<std::size_t> endless_group_of(const std::string& signature_of_one);
    bool are_copies(Xapian::docid one, Xapian::docid other);
    /// Null where no more texts are read, or this one cannot be: told by whoever shows it.
    const CopyProfile* profile(Xapian::docid id);
    std::size_t put(const CopyGroup& found, std::size_t number);

    Xapian::Database database_;
    Analyzer& analyzer_;
    Expect expect_;
    std::vector<CopyGroup> groups_;
    std::unordered_map<Xapian::docid, std::size_t> number_of_;
    std::vector<std::size_t> cut_short_;  ///< numbers of such groups
    std::unordered_map<Xapian::docid, std::string> signatures_;
    std::unordered_map<Xapian::docid, std::vector<std::string>> band_terms_;
    std::unordered_map<std::string, std::vector<Xapian::docid>> holders_;  ///< read ahead
    std::unordered_map<Xapian::docid, CopyProfile> profiles_;
};

}  // namespace sitrep
