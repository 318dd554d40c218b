#include "store/recency.hpp"

#include "model/index_document.hpp"
#include "text/date.hpp"

#include <cmath>

namespace sitrep {
namespace {

constexpr int kHalvings = 8;

}  // namespace

Xapian::Query recency_query(const Recency& recency, double most) {
    Xapian::ValueMapPostingSource source(static_cast<Xapian::valueno>(Slot::Date));
    const long today = day_number(recency.today);
    for (int age = -kDaysAhead; age <= kHalvings * recency.half_life; ++age) {
        const double halvings = static_cast<double>(age > 0 ? age : 0) / recency.half_life;
        source.add_mapping(sortable_day(day_of_number(today - age)), most * std::exp2(-halvings));
    }
    return Xapian::Query(&source);
}

}  // namespace sitrep
