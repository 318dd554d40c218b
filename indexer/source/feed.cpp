#include "indexer/source/feed.hpp"

#include "indexer/source/feed_handler.hpp"
#include "indexer/source/tag_guard.hpp"
#include "indexer/source/xml_mender.hpp"
#include "indexer/source/xml_push.hpp"
#include "text/stream_decoder.hpp"

#include <algorithm>
#include <optional>

namespace sitrep {
namespace {

/// Behind the first tag that may end a feed; else the end of the text.
std::size_t behind_end(std::string_view text) {
    for (std::size_t at = text.find("</"); at < text.size(); at = text.find("</", at + 2)) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with("</rss") || rest.starts_with("</feed") ||
            rest.starts_with("</rdf:RDF"))
            return std::min(text.find('>', at), text.size() - 1) + 1;
    }
    return text.size();
}

/// Where the next feed begins in what stands behind one.
std::size_t next_begin(std::string_view text) {
    std::size_t begin = text.size();
    for (const std::string_view tag : {"<?xml", "<rss", "<feed", "<rdf:RDF"})
        begin = std::min(begin, text.find(tag));
    return begin;
}

/// One feed behind another is read as well: `curl ... >>feed.xml`.
class FeedPush {
  public:
    explicit FeedPush(FeedHandler& feed) : feed_(feed) {}

    void push(std::string_view text) {
        while (!text.empty()) {
            if (feed_.has_ended()) {
                text.remove_prefix(next_begin(text));
                if (text.empty()) return;
                feed_.begin_again();
                parser_.emplace(feed_);
            }
            const std::size_t size = behind_end(text);
            parser_->push(text.substr(0, size));
            text.remove_prefix(size);
        }
    }
    bool finish() { return parser_->finish() || feed_.has_ended(); }

  private:
    FeedHandler& feed_;
    std::optional<XmlPush> parser_{std::in_place, feed_};
};

}  // namespace

void read_feed(const Origin& origin, ByteSource& source, Reading& reading) {
    FeedHandler feed(origin, reading);
    FeedPush parser(feed);
    StreamDecoder decoder;
    XmlMender mender;
    TagGuard guard;
    bool any = false;
    for (bool is_last = false; !is_last && !reading.stopped();) {
        const Result<std::string_view> piece = source.next();
        if (!piece) return reading.failure(origin, piece.error());
        is_last = piece->empty();
        const std::string text = mender.mended(decoder.next(*piece, is_last), is_last);
        any = any || !text.empty();
        if (!guard.passes(text)) {
            return reading.failure(
                origin, {ErrorCode::BadInput, "xml: a tag has more attributes than any feed's"});
        }
        parser.push(text);
        if (feed.kind() == FeedHandler::Kind::Other) return reading.skipped(origin, kUnreadKind);
    }
    if (reading.stopped()) return;
    const bool whole = parser.finish();
    if (feed.kind() == FeedHandler::Kind::Unknown)
        return reading.failure(origin, {ErrorCode::BadInput, any ? "is not XML" : "is empty"});
    if (!whole)
        return reading.failure(origin, {ErrorCode::BadInput, "xml: the file ends too early"});
    if (feed.items() == 0) reading.skipped(origin, "is a feed without an item");
}

}  // namespace sitrep
