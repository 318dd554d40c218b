#include "indexer/extract/dateline.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

namespace {

std::string place_of(std::string_view text) { return find_dateline(text).place; }

}  // namespace

TEST_CASE("dateline: the town in capitals before a dash") {
    CHECK(place_of("WASHINGTON — The Army said") == "WASHINGTON");
    CHECK(place_of("WASHINGTON - The Army said") == "WASHINGTON");
    CHECK(place_of("WASHINGTON -- \"We know,\" it said") == "WASHINGTON");
    CHECK(place_of("FORT CARSON, Colo.– Soldiers") == "FORT CARSON, Colo.");
    CHECK(place_of("SILVERDALE, Wash., - Engineers") == "SILVERDALE, Wash.");
    CHECK(place_of("CAMP HANSEN, Okinawa, Japan - A team") == "CAMP HANSEN, Okinawa, Japan");
}

TEST_CASE("dateline: agency and day are told apart from the place") {
    const Dateline line = find_dateline("NORFOLK, Va. (AP) – The Navy said");
    CHECK(line.place == "NORFOLK, Va.");
    CHECK(line.agency == "AP");
    CHECK(place_of("BEIRUT, Lebanon, May 3 -- Two ships") == "BEIRUT, Lebanon");
    CHECK(find_dateline("LONDON, Feb 26 (Reuters) - Oil rose").agency == "Reuters");
    CHECK(find_dateline("LONDON, March 3, 2015 /PRNewswire/ -- A firm").agency == "PRNewswire");
    CHECK(find_dateline("CORAL SEA (June 18, 2015) – The Nimitz").day == Day{2015, 6, 18});
    CHECK(find_dateline("RESTON, Va., October 24, 2025 – The firm").day == Day{2025, 10, 24});
    CHECK(find_dateline("REDSTONE, Ala. — April 10, 2026 — The firm").day == Day{2026, 4, 10});
    CHECK_FALSE(find_dateline("LONDON, Feb 26 - Oil rose").day.has_value());
}

TEST_CASE("dateline: places of the trade") {
    CHECK(place_of("ABOARD USS NIMITZ — Sailors") == "ABOARD USS NIMITZ");
    CHECK(place_of("ABOARD USS NIMITZ (CVN 68), AT SEA – Sailors") ==
          "ABOARD USS NIMITZ (CVN 68), AT SEA");
    CHECK(place_of("U.N. HEADQUARTERS — The council") == "U.N. HEADQUARTERS");
    CHECK(place_of("JOINT BASE LANGLEY-EUSTIS, Va. — Airmen") == "JOINT BASE LANGLEY-EUSTIS, Va.");
    CHECK(place_of("LONDON/NEW YORK (Reuters) - Oil") == "LONDON/NEW YORK");
    CHECK(place_of("RIO de JANEIRO, Brazil – The fleet") == "RIO de JANEIRO, Brazil");
    CHECK(place_of("McLEAN, Va. — The firm") == "McLEAN, Va.");
    CHECK(place_of("SÃO PAULO — The firm") == "SÃO PAULO");
    CHECK(place_of("SOUTH CHINA SEA (July 13, 2022) The group") == "SOUTH CHINA SEA");
}

TEST_CASE("dateline: a town in small letters needs a region, a day or an agency") {
    CHECK(place_of("Kabul, Afghanistan – The mission") == "Kabul, Afghanistan");
    CHECK(place_of("Rota, Spain (NNS) -- The ship") == "Rota, Spain");
    CHECK(place_of("Kabul – The mission").empty());
    CHECK(place_of("In Kabul, Afghanistan – The mission").empty());
    CHECK(place_of("Kabul, Afghanistan – where it began").empty());
}

TEST_CASE("dateline: other beginnings have none") {
    CHECK(place_of("").empty());
    CHECK(place_of("WASHINGTON").empty());
    CHECK(place_of("WASHINGTON said nothing").empty());
    CHECK(place_of("The Army — of all services — said").empty());
    CHECK(place_of("NATO - the alliance of thirty - said").empty());
    CHECK(place_of("GMAC (Australia) Finance Ltd is").empty());
    CHECK(place_of("UPDATE 1 - Oil rises").empty());
    CHECK(place_of("F-35s flew - All of them").empty());
    CHECK(place_of("AL-UDEID is large").empty());
}
