// Pseudo-relevance feedback: the words by which the best articles of a question stand apart, to ask
// for as well. Included by this folder only.
//
// What the articles say is a relevance model (Lavrenko and Croft, SIGIR 2001) over their stems; the
// stems are chosen and weighed by how far it is from the corpus (Kullback-Leibler: Carpineto et
// al., TOIS 2001). HACKING.md, "Ranking", has what was tried.
#pragma once

#include <xapian.h>

#include <functional>
#include <string>
#include <vector>

namespace sitrep {

/// An article that a question found, and what it weighs.
struct RankedHit {
    Xapian::docid id = 0;
    double weight = 0;
};

/// The stem of a folded word.
using StemFunction = std::function<std::string(const std::string&)>;

struct Feedback {
    std::vector<std::string> stems;  ///< the most telling first
    Xapian::Query query;             ///< any of them; empty where nothing was learnt
};

/// What `best` (weights positive) teach a question of `words` words. Throws what Xapian throws.
Feedback learn_words(const Xapian::Database& database, const std::vector<RankedHit>& best,
                     std::size_t words, const StemFunction& stem);

}  // namespace sitrep
