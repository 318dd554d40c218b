// One item of a feed, as it is put together element by element. Internal to source/feed.
#pragma once

#include "model/record.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// The namespaces that feeds speak in, as far as they matter.
enum class FeedSpace { Core, Content, DublinCore, WordPress, Excerpt, Other };

FeedSpace feed_space_of(std::string_view uri);

/// What is said of all items.
struct FeedFacts {
    std::string title;
    std::string language;
    std::string link;  ///< to the site
    std::string base;  ///< of relative links, as declared
    std::vector<std::string> authors;
};

struct FeedItem {
    std::string title;
    std::string id;
    std::string link;
    std::string base;     ///< of a relative link, as declared
    std::string content;  ///< HTML
    std::string summary;  ///< HTML or text
    std::string published;
    std::string updated;
    std::string category;
    std::string outlet;  ///< of an item that an aggregator took over
    std::string post_type;
    std::vector<std::string> authors;
};

/// Puts the text of a child element of an item where it belongs. The first of a kind wins.
void take_item_element(FeedSpace space, std::string_view name, std::string text, FeedItem& item);

/// Puts the text of an element outside the items, which stands in `parent`, where it belongs. The
/// first of a kind wins.
void take_feed_element(std::string_view parent, std::string_view name, std::string_view text,
                       FeedFacts& feed);

/// Whether it has a text of its own.
bool has_text(const FeedItem& item);

/// The record of an item that has one.
RawRecord record_of(FeedItem item, const FeedFacts& feed, Origin origin);

}  // namespace sitrep
