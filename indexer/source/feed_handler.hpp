// What the elements of a feed mean: RSS, RDF and Atom, as they are written rather than as they are
// specified.
#pragma once

#include "indexer/source/feed_item.hpp"
#include "indexer/source/reading.hpp"
#include "indexer/source/xml_push.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sitrep {

/// Follows the elements of a feed and hands on each item when it ends.
class FeedHandler : public XmlSink {
  public:
    FeedHandler(const Origin& origin, Reading& reading) : origin_(origin), reading_(reading) {}

    enum class Kind { Unknown, Feed, Other };
    Kind kind() const { return kind_; }
    std::uint64_t items() const { return number_; }
    bool has_ended() const { return kind_ == Kind::Feed && depth_ == 0; }
    /// Another feed stands behind the first.
    void begin_again() {
        kind_ = Kind::Unknown;
        feed_ = {};
    }

    void start(std::string_view name, std::string_view uri,
               const XmlAttributes& attributes) override;
    void end(std::string_view name, std::string_view uri) override;
    void characters(std::string_view text) override;

  private:
    /// RSS has no namespace, but some of its feeds name one of their own for it.
    FeedSpace space_of(std::string_view uri) const {
        return !rss_uri_.empty() && uri == rss_uri_ ? FeedSpace::Core : feed_space_of(uri);
    }

    /// Whether what stands in an item's text is XHTML, as Atom allows and others do.
    bool is_in_text() const;
    void begin_markup();
    /// `author/name` and `source/title` of an Atom entry.
    bool is_nested_fact(std::string_view name) const {
        return (child_ == "author" && name == "name") || (child_ == "source" && name == "title");
    }

    void put(std::string_view text);
    void start_outside(std::string_view name, std::string_view uri,
                       const XmlAttributes& attributes);
    void begin_item(const XmlAttributes& attributes);
    void start_child(std::string_view name, std::string_view uri, const XmlAttributes& attributes);
    void end_child(std::string_view name, std::string_view uri);
    void end_item();
    void end_outside(std::string_view name, std::string_view uri);

    const Origin& origin_;
    Reading& reading_;
    Kind kind_ = Kind::Unknown;
    FeedFacts feed_;
    FeedItem item_;
    std::string rss_uri_;  ///< the namespace of <rss>
    std::string child_;    ///< the element of the feed or the item that is open
    std::string text_;
    std::string fact_;
    std::size_t depth_ = 0;
    std::size_t item_depth_ = 0;    ///< of the item that is open
    std::size_t markup_depth_ = 0;  ///< of the element whose children are its text
    std::uint64_t number_ = 0;
    bool too_large_ = false;
};

}  // namespace sitrep
