#include "indexer/source/feed.hpp"

#include "base/byte_order_mark.hpp"
#include "base/utf8.hpp"
#include "indexer/source/feed_handler.hpp"
#include "indexer/source/tag_guard.hpp"
#include "indexer/source/xml_mender.hpp"
#include "indexer/source/xml_push.hpp"
#include "text/charset.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace sitrep {
namespace {

/// The file as valid UTF-8, piece by piece; a file in another charset as one piece.
class Utf8Pieces {
  public:
    Utf8Pieces(ByteSource& source, std::uint64_t max_bytes) : source_(source), max_(max_bytes) {}

    /// Empty at the end.
    Result<std::string> next() {
        Result<std::string> text = some();
        while (text && text->empty() && !ended_) text = some();
        return text;
    }

  private:
    /// May be empty before the end, when the piece was a part of a character.
    Result<std::string> some() {
        if (ended_) return std::string();
        std::string bytes = std::exchange(rest_, {});
        Result<std::string_view> piece = source_.next();
        if (!piece) return piece.error();
        bytes += *piece;
        ended_ = piece->empty();
        if (first_) {
            first_ = false;
            if (decode(bytes).charset != "utf-8") return whole(bytes);
            bytes.erase(0, byte_order_mark(bytes));
        }
        if (!ended_) rest_ = cut_tail(bytes);
        return utf8::repaired(bytes);
    }

    Result<std::string> whole(const std::string& bytes) {
        Result<std::string> more = read_whole(source_, max_);
        if (!more) return more;
        ended_ = true;
        return decode(bytes + *more).text;
    }

    /// Takes a sequence that the end of the piece cuts off it.
    static std::string cut_tail(std::string& bytes) {
        std::size_t keep = bytes.size();
        for (std::size_t back = 1; back <= 3 && back <= bytes.size(); ++back) {
            const auto b = static_cast<unsigned char>(bytes[bytes.size() - back]);
            if (b < 0x80U) break;
            if (b >= 0xC0U) {
                keep = bytes.size() - back;
                break;
            }
        }
        std::string tail = bytes.substr(keep);
        bytes.resize(keep);
        return tail;
    }

    ByteSource& source_;
    std::uint64_t max_;
    std::string rest_;
    bool first_ = true;
    bool ended_ = false;
};

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
    Utf8Pieces pieces(source, reading.limits().record_bytes);
    XmlMender mender;
    TagGuard guard;
    bool any = false;
    for (bool is_last = false; !is_last && !reading.stopped();) {
        const Result<std::string> piece = pieces.next();
        if (!piece) return reading.failure(origin, piece.error());
        is_last = piece->empty();
        const std::string text = mender.mended(*piece, is_last);
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
