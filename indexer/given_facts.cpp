#include "indexer/given_facts.hpp"

#include "indexer/extract/url.hpp"

#include <utility>

namespace sitrep {
namespace {

template <class Fact>
void prefer(Fact& fact, Fact&& other) {
    if (!other.empty()) fact = std::move(other);
}

template <class Fact>
void fall_back(Fact& fact, Fact&& other) {
    if (fact.empty()) fact = std::move(other);
}

}  // namespace

ArticleHeader with_given(ArticleHeader given, ArticleHeader page) {
    if (!given.published.empty()) page.published_from = std::move(given.published_from);
    prefer(page.id, std::move(given.id));
    prefer(page.title, std::move(given.title));
    prefer(page.deck, std::move(given.deck));
    prefer(page.authors, std::move(given.authors));
    prefer(page.published, std::move(given.published));
    fall_back(page.dateline, std::move(given.dateline));
    fall_back(page.outlet, std::move(given.outlet));
    fall_back(page.section, std::move(given.section));
    fall_back(page.url, canonical_url(given.url));
    fall_back(page.outlet, host_of(page.url));
    fall_back(page.language, std::move(given.language));
    return page;
}

}  // namespace sitrep
