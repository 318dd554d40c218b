#include "indexer/source/feed_handler.hpp"

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

}  // namespace

void FeedHandler::start(std::string_view name, std::string_view uri,
                        const XmlAttributes& attributes) {
    ++depth_;
    if (kind_ == Kind::Unknown) {
        kind_ = name == "rss" || name == "feed" || name == "RDF" ? Kind::Feed : Kind::Other;
        if (name == "rss") rss_uri_ = uri;
        return;
    }
    if (markup_depth_ == 0 && is_in_text()) begin_markup();
    if (markup_depth_ != 0) {
        put(fmt::format("<{}{}>", name, attributes.markup()));
        return;
    }
    if (item_depth_ == 0) {
        const bool core = space_of(uri) == FeedSpace::Core;
        if (core && (name == "item" || name == "entry")) begin_item();
    } else if (depth_ == item_depth_ + 1) {
        start_child(name, uri, attributes);
        return;
    } else if (depth_ == item_depth_ + 2 && is_nested_fact(name)) {
        text_.clear();  // the author's name without the mail address before it
    }
    if (item_depth_ == 0) text_.clear();
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

void FeedHandler::begin_item() {
    item_depth_ = depth_;
    item_ = {};
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
    const std::string rel = attributes["rel"];
    if (name == "link" && (rel.empty() || rel == "alternate")) text_ = attributes["href"];
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
        reading_.failure(place, {ErrorCode::TooLarge,
                                 fmt::format("is larger than the limit of {} bytes",
                                             reading_.limits().record_bytes),
                                 "raise it with --max-file-size"});
    } else if (!has_text(item_)) {
        reading_.skipped(place, "is a headline without a text");
    } else {
        reading_.record(record_of(std::exchange(item_, {}), feed_, place));
    }
}

void FeedHandler::end_outside(std::string_view name, std::string_view uri) {
    constexpr std::size_t kMaxDepth = 3;  // rss/channel/title, feed/title
    const std::string text = collapsed_space(std::exchange(text_, {}));
    if (depth_ > kMaxDepth || space_of(uri) != FeedSpace::Core || text.size() > 500) return;
    if (name == "title" && feed_.title.empty()) feed_.title = text;
    if (name == "language" && feed_.language.empty()) feed_.language = text;
}

}  // namespace sitrep
