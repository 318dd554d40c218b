#include "indexer/source/feed_handler.hpp"

#include "base/size_limit.hpp"
#include "base/strings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sitrep {
namespace {

/// Appends text as it stands in HTML.
void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text)
        out += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string_view(&c, 1);
}

/// The page that an Atom link leads to; empty when it leads to something else.
std::string page_of(const XmlAttributes& link) {
    const std::string rel = link["rel"];
    return rel.empty() || rel == "alternate" ? link["href"] : std::string();
}

}  // namespace

void FeedHandler::start(std::string_view name, std::string_view uri,
                        const XmlAttributes& attributes) {
    ++depth_;
    if (kind_ == Kind::Unknown) {
        kind_ = name == "rss" || name == "feed" || name == "RDF" ? Kind::Feed : Kind::Other;
        if (name == "rss") rss_uri_ = uri;
        feed_.base = attributes["base"];
        return;
    }
    if (markup_depth_ == 0 && is_in_text()) begin_markup();
    if (markup_depth_ != 0) {
        put(fmt::format("<{}{}>", name, attributes.markup()));
        return;
    }
    if (item_depth_ == 0) {
        start_outside(name, uri, attributes);
    } else if (depth_ == item_depth_ + 1) {
        start_child(name, uri, attributes);
    } else if (depth_ == item_depth_ + 2 && is_nested_fact(name)) {
        text_.clear();  // the author's name without the mail address before it
    }
}

void FeedHandler::end(std::string_view name, std::string_view uri) {
    if (kind_ != Kind::Feed || depth_ == 0) return;
    if (markup_depth_ != 0 && depth_ > markup_depth_) {
        put(fmt::format("</{}>", name));
    } else if (item_depth_ == 0) {
        end_outside(name, uri);
    } else if (depth_ == item_depth_) {
        end_item();
    } else if (depth_ == item_depth_ + 1) {
        end_child(name, uri);
    } else if (depth_ == item_depth_ + 2 && is_nested_fact(name)) {
        fact_ = std::exchange(text_, {});
    }
    --depth_;
}

void FeedHandler::characters(std::string_view text) {
    if (kind_ != Kind::Feed) return;
    if (markup_depth_ == 0) return put(text);
    std::string escaped;
    append_escaped(escaped, text);
    put(escaped);
}

bool FeedHandler::is_in_text() const {
    return item_depth_ != 0 && depth_ > item_depth_ + 1 &&
           (child_ == "content" || child_ == "encoded" || child_ == "description" ||
            child_ == "summary");
}

void FeedHandler::begin_markup() {
    markup_depth_ = item_depth_ + 1;
    std::string escaped;
    append_escaped(escaped, std::exchange(text_, {}));
    put(escaped);
}

void FeedHandler::put(std::string_view text) {
    if (text.size() > reading_.limits().record_bytes -
                          std::min<std::uint64_t>(text_.size(), reading_.limits().record_bytes)) {
        too_large_ = true;
    } else {
        text_ += text;
    }
}

void FeedHandler::start_outside(std::string_view name, std::string_view uri,
                                const XmlAttributes& attributes) {
    text_.clear();
    if (depth_ == 2) child_ = name;
    if (space_of(uri) != FeedSpace::Core) return;
    if (name == "item" || name == "entry") return begin_item(attributes);
    if (name == "channel" && feed_.base.empty()) feed_.base = attributes["base"];
    if (name == "link") text_ = page_of(attributes);
}

void FeedHandler::begin_item(const XmlAttributes& attributes) {
    item_depth_ = depth_;
    item_ = {};
    item_.base = attributes["base"];
    too_large_ = false;
    child_.clear();
    ++number_;
}

void FeedHandler::start_child(std::string_view name, std::string_view uri,
                              const XmlAttributes& attributes) {
    child_ = name;
    text_.clear();
    fact_.clear();
    if (space_of(uri) != FeedSpace::Core) return;
    if (name == "link") text_ = page_of(attributes);
    if (name == "category") {
        text_ = attributes["label"];
        if (text_.empty()) text_ = attributes["term"];
    }
}

void FeedHandler::end_child(std::string_view name, std::string_view uri) {
    markup_depth_ = 0;
    std::string text = std::exchange(text_, {});
    if (!fact_.empty()) text = std::exchange(fact_, {});
    take_item_element(space_of(uri), name, std::move(text), item_);
    child_.clear();
}

void FeedHandler::end_item() {
    item_depth_ = 0;
    text_.clear();
    if (reading_.stopped()) return;
    const Origin place = origin_.at(number_);
    if (too_large_) {
        reading_.failure(place, too_large(reading_.limits().record_bytes));
    } else if (!has_text(item_)) {
        reading_.skipped(place, "is a headline without a text");
    } else {
        reading_.record(record_of(std::exchange(item_, {}), feed_, place));
    }
}

void FeedHandler::end_outside(std::string_view name, std::string_view uri) {
    constexpr std::size_t kMaxDepth = 3;  // rss/channel/title, feed/title, feed/author/name
    constexpr std::size_t kMaxBytes = 500;
    const std::string text = std::exchange(text_, {});
    if (depth_ > kMaxDepth || space_of(uri) != FeedSpace::Core || text.size() > kMaxBytes) return;
    take_feed_element(depth_ == kMaxDepth ? child_ : std::string_view(), name, text, feed_);
}

}  // namespace sitrep
