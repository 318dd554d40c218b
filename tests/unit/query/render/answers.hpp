// Hand-made answers for the renderers' tests.
#pragma once

#include "query/render/renderer.hpp"

#include <string>
#include <vector>

namespace sitrep::test {

inline Hit full_hit() {
    Hit hit;
    hit.rank = 1;
    hit.score = 2.5;
    hit.id = "drill.html";
    hit.path = "/news/drill.html";
    hit.header.title = "Fleets drill at sea";
    hit.header.published = "2021-06-15T23:10:00-04:00";
    hit.header.outlet = "Harbor Herald";
    hit.header.section = "Surface";
    hit.header.authors = {"Ann Ode", "B. Dash"};
    hit.header.url = "https://herald.example/drill";
    hit.snippet.text = "A cyber drill.";
    hit.snippet.highlights = {{2, 7}};
    hit.snippet.heading = "Cyber";
    hit.title_highlights = {{7, 12}};
    return hit;
}

inline HitList list_of(std::vector<Hit> hits) {
    HitList list;
    list.total = hits.size();
    list.total_with_all = hits.size();
    list.hits = std::move(hits);
    return list;
}

}  // namespace sitrep::test
