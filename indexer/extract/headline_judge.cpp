#include "indexer/extract/headline_judge.hpp"

#include <numeric>

namespace sitrep {
namespace {

#include "indexer/extract/headline_weights.inc"
static_assert(std::size(kWeights) == kHeadlineColumns);

}  // namespace

double headline_odds(const HeadlineRow& row) {
    return std::inner_product(row.begin(), row.end(), std::begin(kWeights), 0.0);
}

}  // namespace sitrep
