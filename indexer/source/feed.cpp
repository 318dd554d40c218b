#include "indexer/source/feed.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "indexer/source/feed_item.hpp"
#include "indexer/source/tag_guard.hpp"
#include "indexer/source/xml_mender.hpp"
#include "text/charset.hpp"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace sitrep {
namespace {

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// Attributes as SAX2 gives them: five pointers each.
class Attributes {
  public:
    Attributes(const xmlChar** values, int count) : values_(values), count_(count) {}

    std::string_view operator[](std::string_view name) const {
        for (int i = 0; i < count_; ++i) {
            const xmlChar** one = values_ + static_cast<std::ptrdiff_t>(i) * 5;
            if (view(one[0]) == name) return value(one);
        }
        return {};
    }
    /// As they stand in HTML.
    std::string markup() const {
        std::string out;
        for (int i = 0; i < count_; ++i) {
            const xmlChar** one = values_ + static_cast<std::ptrdiff_t>(i) * 5;
            out += fmt::format(" {}=\"", view(one[0]));
            for (const char c : value(one))
                out += c == '"' ? std::string("&quot;") : std::string(1, c);
            out += '"';
        }
        return out;
    }

  private:
    static std::string_view value(const xmlChar** one) {
        return {reinterpret_cast<const char*>(one[3]), static_cast<std::size_t>(one[4] - one[3])};
    }
    const xmlChar** values_;
    int count_;
};

/// Appends text as it stands in HTML.
void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text)
        out += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string_view(&c, 1);
}

/// Follows the elements of a feed and hands on each item when it ends.
class FeedHandler {
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

    void start(std::string_view name, std::string_view uri, const Attributes& attributes) {
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

    void end(std::string_view name, std::string_view uri) {
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

    void characters(std::string_view text) {
        if (kind_ != Kind::Feed) return;
        if (markup_depth_ == 0) return put(text);
        std::string escaped;
        append_escaped(escaped, text);
        put(escaped);
    }

  private:
    /// RSS has no namespace, but some of its feeds name one of their own for it.
    FeedSpace space_of(std::string_view uri) const {
        return !rss_uri_.empty() && uri == rss_uri_ ? FeedSpace::Core : feed_space_of(uri);
    }

    /// Whether what stands in an item's text is XHTML, as Atom allows and others do.
    bool is_in_text() const {
        return item_depth_ != 0 && depth_ > item_depth_ + 1 &&
               (child_ == "content" || child_ == "encoded" || child_ == "description" ||
                child_ == "summary");
    }

    void begin_markup() {
        markup_depth_ = item_depth_ + 1;
        std::string escaped;
        append_escaped(escaped, std::exchange(text_, {}));
        put(escaped);
    }

    /// `author/name` and `source/title` of Atom.
    bool is_nested_fact(std::string_view name) const {
        return (child_ == "author" && name == "name") || (child_ == "source" && name == "title");
    }

    void put(std::string_view text) {
        if (text.size() >
            reading_.limits().record_bytes -
                std::min<std::uint64_t>(text_.size(), reading_.limits().record_bytes)) {
            too_large_ = true;
        } else {
            text_ += text;
        }
    }

    void begin_item() {
        item_depth_ = depth_;
        item_ = {};
        too_large_ = false;
        child_.clear();
        ++number_;
    }

    void start_child(std::string_view name, std::string_view uri, const Attributes& attributes) {
        child_ = name;
        text_.clear();
        fact_.clear();
        if (space_of(uri) != FeedSpace::Core) return;
        const std::string_view rel = attributes["rel"];
        if (name == "link" && (rel.empty() || rel == "alternate")) text_ = attributes["href"];
        if (name == "category")
            text_ = attributes["label"].empty() ? attributes["term"] : attributes["label"];
    }

    void end_child(std::string_view name, std::string_view uri) {
        markup_depth_ = 0;
        std::string text = std::exchange(text_, {});
        if (!fact_.empty()) text = std::exchange(fact_, {});
        take_item_element(space_of(uri), name, std::move(text), item_);
        child_.clear();
    }

    void end_item() {
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

    void end_outside(std::string_view name, std::string_view uri) {
        constexpr std::size_t kMaxDepth = 3;  // rss/channel/title, feed/title
        const std::string text = collapsed_space(std::exchange(text_, {}));
        if (depth_ > kMaxDepth || space_of(uri) != FeedSpace::Core || text.size() > 500) return;
        if (name == "title" && feed_.title.empty()) feed_.title = text;
        if (name == "language" && feed_.language.empty()) feed_.language = text;
    }

    const Origin& origin_;
    Reading& reading_;
    Kind kind_ = Kind::Unknown;
    FeedFacts feed_;
    FeedItem item_;
    std::string rss_uri_;  ///< the namespace of <rss>
    std::string child_;    ///< the element of the item that is open
    std::string text_;
    std::string fact_;
    std::size_t depth_ = 0;
    std::size_t item_depth_ = 0;    ///< of the item that is open
    std::size_t markup_depth_ = 0;  ///< of the element whose children are its text
    std::uint64_t number_ = 0;
    bool too_large_ = false;
};

/// What a callback is for. A slip is no reason to drop every reference behind it, as libxml2 does.
FeedHandler& handler(void* context) {
    xmlParserCtxtPtr parser = static_cast<xmlParserCtxtPtr>(context);
    parser->wellFormed = 1;
    return *static_cast<FeedHandler*>(parser->_private);
}

extern "C" {

void on_start(void* context, const xmlChar* name, const xmlChar* /*prefix*/, const xmlChar* uri,
              int /*namespace_count*/, const xmlChar** /*namespaces*/, int count, int /*defaulted*/,
              const xmlChar** attributes) {
    handler(context).start(view(name), view(uri), Attributes(attributes, count));
}

void on_end(void* context, const xmlChar* name, const xmlChar* /*prefix*/, const xmlChar* uri) {
    handler(context).end(view(name), view(uri));
}

void on_characters(void* context, const xmlChar* text, int size) {
    handler(context).characters(
        {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

/// HTML's named characters, which feeds use without declaring them; any other entity is empty, and
/// what a file declares itself is not looked at, so nothing ever grows. Of one in an attribute the
/// parser takes the first byte only.
xmlEntityPtr on_entity(void* context, const xmlChar* name) {
    static thread_local xmlEntity entity;
    static thread_local std::string text;
    text.clear();
    const htmlEntityDesc* html = htmlEntityLookup(name);
    if (html != nullptr) utf8::append(text, html->value);
    const bool in_attribute =
        static_cast<xmlParserCtxtPtr>(context)->instate == XML_PARSER_ATTRIBUTE_VALUE;
    if (in_attribute && (html == nullptr || html->value >= 0x80)) return nullptr;
    entity = {};
    entity.type = XML_ENTITY_DECL;
    entity.name = name;
    entity.content = reinterpret_cast<xmlChar*>(text.data());
    entity.length = static_cast<int>(text.size());
    entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
    return &entity;
}

void on_message(void* /*context*/, const char* /*format*/, ...) {}
void on_error(void* /*context*/, xmlErrorPtr /*error*/) {}

}  // extern "C"

xmlSAXHandler callbacks() {
    xmlSAXHandler sax = {};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = on_start;
    sax.endElementNs = on_end;
    sax.characters = on_characters;
    sax.cdataBlock = on_characters;
    sax.ignorableWhitespace = on_characters;
    sax.getEntity = on_entity;
    sax.warning = on_message;
    sax.error = on_message;
    sax.serror = on_error;
    return sax;
}

/// A push parser that is given UTF-8, whatever the file declares.
class XmlPush {
  public:
    explicit XmlPush(FeedHandler& handler) {
        static std::once_flag once;
        std::call_once(once, [] { xmlInitParser(); });
        xmlSAXHandler sax = callbacks();
        context_.reset(xmlCreatePushParserCtxt(&sax, nullptr, nullptr, 0, nullptr));
        if (!context_) return;
        context_->_private = &handler;
        context_->userData = context_.get();
        xmlCtxtUseOptions(context_.get(), XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR |
                                              XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC);
        xmlSwitchEncoding(context_.get(), XML_CHAR_ENCODING_UTF8);
    }

    void push(std::string_view bytes) {
        if (context_)
            xmlParseChunk(context_.get(), bytes.data(), static_cast<int>(bytes.size()), 0);
    }
    /// Returns whether every element had ended.
    bool finish() {
        if (!context_) return false;
        const bool whole = context_->nameNr == 0;
        xmlParseChunk(context_.get(), nullptr, 0, 1);
        return whole;
    }

  private:
    struct Free {
        void operator()(xmlParserCtxtPtr context) const {
            if (context->myDoc != nullptr) xmlFreeDoc(context->myDoc);
            xmlFreeParserCtxt(context);
        }
    };
    std::unique_ptr<xmlParserCtxt, Free> context_;
};

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
            if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
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
