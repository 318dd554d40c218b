#include "indexer/given_facts.hpp"

#include "base/utf8.hpp"
#include "model/url.hpp"
#include "text/mojibake.hpp"

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

/// Some exports give an address where the outlet's name belongs: the article's, or its site's.
void mend_outlet(ArticleHeader& page) {
    if (!is_url(page.outlet)) return;
    const std::string address = std::move(page.outlet);
    page.outlet = host_of(address);
    const std::size_t path = address.find('/', address.find("://") + 3);
    if (path < address.size() - 1) fall_back(page.url, canonical_url(address));
}

}  // namespace

ArticleHeader readable(ArticleHeader given) {
    const auto repair = [](std::string& text) {
        if (!utf8::is_valid(text)) text = utf8::repaired(text);
    };
    for (std::string* name : {&given.id, &given.published, &given.published_from, &given.dateline,
                              &given.url, &given.language})
        repair(*name);
    const auto mend = [&repair](std::string& text) {
        repair(text);
        text = without_mojibake(std::move(text));
    };
    for (std::string* text : {&given.title, &given.deck, &given.outlet, &given.section})
        mend(*text);
    for (std::string& name : given.authors) mend(name);
    return given;
}

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
    if (is_url(page.url)) page.url = canonical_url(page.url);
    fall_back(page.url, canonical_url(given.url));
    mend_outlet(page);
    fall_back(page.outlet, host_of(page.url));
    fall_back(page.language, std::move(given.language));
    return page;
}

}  // namespace sitrep
