// All places of an HTML page that say something of its article, gathered in one walk.
#pragma once

#include "indexer/extract/dom.hpp"
#include "indexer/extract/html_roles.hpp"
#include "indexer/extract/json_ld.hpp"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

struct PageFacts {
    std::map<std::string, std::string>
        meta;                            ///< by name or property, lower case; the first of each
    std::vector<std::size_t> headlines;  ///< the <h1> elements with text, the site's own name not
    std::vector<std::string> headline_texts;  ///< of the same
    std::vector<std::string> cited_authors;   ///< the citation_author tags, as given
    std::string title;                        ///< of <title>
    std::string canonical;                    ///< of <link rel=canonical>
    std::string base;                         ///< of <base href>
    std::string address;                      ///< where the page was had from, if that is known
    std::string language;                     ///< of <html lang>
    JsonLd json_ld;

    /// The first of these meta names that the page has; empty when it has none.
    std::string meta_of(std::initializer_list<std::string_view> names) const;

    /// Takes the address that the page was had from: what it writes of addresses is read from
    /// there.
    void set_address(std::string_view given);
};

PageFacts page_facts(const HtmlTree& tree);

}  // namespace sitrep
