// The ranked list with copies folded: one entry a group, in the place of its best ranked member.
// Included by this folder only.
#pragma once

#include "search/query.hpp"
#include "search/search_options.hpp"
#include "store/copy_groups.hpp"
#include "store/ranking.hpp"

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

namespace sitrep {

/// A document whose article was read.
struct ReadDocument {
    Xapian::docid id = 0;
    std::string unique_term;
    std::string data;
};
/// Throws what Xapian throws.
ReadDocument read_document(const Xapian::Database& database, Xapian::docid id);

struct FoldedHit {
    double weight = 0;  ///< of the best ranked member
    /// Those that match, in the order in which they stand for their group: what an agency printed
    /// itself, what names one in its dateline, the rest; of these the earliest, then by unique
    /// term. The first is to be shown.
    std::vector<ReadDocument> documents;
    bool is_cut_short = false;  ///< there may be more of them
};

struct FoldedList {
    Ranking ranking;              ///< how the question was asked, and its totals
    std::vector<FoldedHit> hits;  ///< [offset, offset + limit) of the one folded list that there is
};

/// The list hangs on question and snapshot alone: pages go on where the one before ended, and no
/// group comes twice. `expect` where each look into the database is a round trip. Throws what
/// Xapian throws.
FoldedList rank_folded(const Xapian::Database& database, const Query& query,
                       const SearchOptions& options, Analyzer& analyzer, const Expect& expect = {});

/// The documents `ids` alone, copies among them folded; in their order. Throws what Xapian throws.
std::vector<FoldedHit> fold(const Xapian::Database& database, const std::vector<Xapian::docid>& ids,
                            Analyzer& analyzer);

/// The groups of some documents.
struct CopyList {
    std::vector<ReadDocument> documents;  ///< [offset, offset + limit) of them, in the same order
    std::uint64_t total = 0;
    bool is_cut_short = false;
};
CopyList copies_of_documents(const Xapian::Database& database,
                             const std::vector<Xapian::docid>& documents,
                             const SearchOptions& options, Analyzer& analyzer,
                             const Expect& expect = {});

}  // namespace sitrep
