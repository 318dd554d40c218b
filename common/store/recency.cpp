#include "store/recency.hpp"

#include "model/index_document.hpp"
#include "text/date.hpp"

#include <chrono>
#include <cmath>

namespace sitrep {
namespace {

constexpr int kHalvings = 8;

Day day_before(const Day& today, int days) {
    using namespace std::chrono;
    const sys_days there =
        sys_days(year(today.year) / today.month / today.day) - std::chrono::days(days);
    const year_month_day date(there);
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

}  // namespace

Xapian::Query recency_query(const Recency& recency, double most) {
    Xapian::ValueMapPostingSource source(static_cast<Xapian::valueno>(Slot::Date));
    for (int age = -kDaysAhead; age <= kHalvings * recency.half_life; ++age) {
        const double halvings = static_cast<double>(age > 0 ? age : 0) / recency.half_life;
        source.add_mapping(sortable_day(day_before(recency.today, age)),
                           most * std::exp2(-halvings));
    }
    return Xapian::Query(&source);
}

}  // namespace sitrep
