#include "indexer/source/mime.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "indexer/extract/reply_marks.hpp"

#include <gmime/gmime.h>

#include <algorithm>
#include <mutex>
#include <utility>

namespace sitrep {
namespace {

constexpr unsigned kMaxDepth = 20;
constexpr std::size_t kMaxParts = 500;
constexpr std::size_t kMaxFieldBytes = 2000;

/// Of lines in one head and in all, bytes in the mail's own, and heads. GMime keeps all of them.
constexpr std::size_t kMaxHeadLines = 20'000;
constexpr std::size_t kMaxAllHeadLines = 200'000;
constexpr std::size_t kMaxHeadBytes = std::size_t{1} << 20U;
constexpr std::size_t kMaxHeads = 20'000;

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Ref = std::unique_ptr<T, Unref>;

std::string field(const char* text) {
    if (text == nullptr) return {};
    std::string line = collapsed_space(utf8::repaired(std::string_view(text).substr(0, 8192)));
    for (char& c : line) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    }
    line.resize(utf8::floor_boundary(line, std::min(line.size(), kMaxFieldBytes)));
    return line;
}

/// `[defense-list] Subject`: the list's mark, which says nothing of this mail.
std::string_view without_list_name(std::string_view subject) {
    if (!subject.starts_with('[')) return subject;
    const std::size_t end = subject.find(']');
    if (end == std::string_view::npos) return subject;
    const std::string_view rest = trimmed(subject.substr(end + 1));
    return rest.empty() ? subject : rest;
}

std::string sender_of(GMimeMessage* message) {
    InternetAddressList* from = g_mime_message_get_from(message);
    if (from == nullptr || internet_address_list_length(from) == 0) return {};
    InternetAddress* first = internet_address_list_get_address(from, 0);
    std::string name = field(internet_address_get_name(first));
    name.resize(std::min(name.size(), name.find(" via ")));  // as lists rewrite it
    if (!name.empty() || !INTERNET_ADDRESS_IS_MAILBOX(first)) return name;
    return field(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first)));
}

std::string date_of(GMimeMessage* message) {
    GDateTime* date = g_mime_message_get_date(message);
    // 1982: the first standard of Internet mail.
    if (date == nullptr || g_date_time_get_year(date) < 1982) return {};
    gchar* text = g_date_time_format(date, "%Y-%m-%dT%H:%M:%S%:z");
    std::string iso = field(text);
    g_free(text);
    return iso;
}

MailHeader header_of(GMimeMessage* message) {
    MailHeader header;
    const std::string subject = field(g_mime_message_get_subject(message));
    header.subject = without_reply_marks(subject);
    if (g_mime_object_get_header(GMIME_OBJECT(message), "List-Post") != nullptr ||
        g_mime_object_get_header(GMIME_OBJECT(message), "List-Id") != nullptr) {
        header.subject = without_reply_marks(without_list_name(without_reply_marks(subject)));
    }
    header.sender = sender_of(message);
    header.date = date_of(message);
    header.message_id = field(g_mime_message_get_message_id(message));
    GMimeObject* object = GMIME_OBJECT(message);
    header.snapshot_location = field(g_mime_object_get_header(object, "Snapshot-Content-Location"));
    GMimeObject* body = g_mime_message_get_mime_part(message);
    for (const char* name : {"From", "Subject", "Date", "MIME-Version", "Content-Type"}) {
        header.is_mail = header.is_mail || g_mime_object_get_header(object, name) != nullptr ||
                         (body != nullptr && g_mime_object_get_header(body, name) != nullptr);
    }
    return header;
}

bool is_seen_or_heard(std::string_view media_type) {
    return media_type.starts_with("image/") || media_type.starts_with("audio/") ||
           media_type.starts_with("video/") || media_type.starts_with("font/");
}

std::string bytes_of(GMimeStream* stream) {
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    if (bytes == nullptr || bytes->len == 0) return {};
    return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

std::string content_of(GMimePart* part) {
    GMimeDataWrapper* content = g_mime_part_get_content(part);
    if (content == nullptr) return {};
    const Ref<GMimeStream> out(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, out.get());
    return bytes_of(out.get());
}

std::string content_of(GMimeMessagePart* part) {
    GMimeMessage* message = g_mime_message_part_get_message(part);
    if (message == nullptr) return {};
    const Ref<GMimeStream> out(g_mime_stream_mem_new());
    g_mime_object_write_to_stream(GMIME_OBJECT(message), nullptr, out.get());
    return bytes_of(out.get());
}

class PartReader {
  public:
    MimePart read(GMimeObject* object, unsigned depth) {
        MimePart part;
        ++count_;
        GMimeContentType* type = g_mime_object_get_content_type(object);
        if (type != nullptr) {
            gchar* name = g_mime_content_type_get_mime_type(type);
            part.media_type = ascii_lower(field(name));
            g_free(name);
            const auto parameter = [type](const char* of) {
                return field(g_mime_content_type_get_parameter(type, of));
            };
            part.charset = parameter("charset");
            part.start = parameter("start");
            part.flowed = part.media_type == "text/plain" &&
                          equals_ignoring_case(parameter("format"), "flowed");
            part.deletes_space = equals_ignoring_case(parameter("delsp"), "yes");
        }
        part.attached =
            equals_ignoring_case(field(g_mime_object_get_disposition(object)), "attachment");
        part.content_id = field(g_mime_object_get_content_id(object));
        if (GMIME_IS_MULTIPART(object)) {
            read_parts(GMIME_MULTIPART(object), depth, part);
        } else if (GMIME_IS_MESSAGE_PART(object)) {
            part.media_type = "message/rfc822";
            part.content = content_of(GMIME_MESSAGE_PART(object));
        } else if (GMIME_IS_PART(object)) {
            GMimePart* leaf = GMIME_PART(object);
            part.file_name = field(g_mime_part_get_filename(leaf));
            part.location = field(g_mime_part_get_content_location(leaf));
            if (!is_seen_or_heard(part.media_type)) part.content = content_of(leaf);
        }
        return part;
    }

    bool cut() const { return cut_; }

  private:
    void read_parts(GMimeMultipart* list, unsigned depth, MimePart& part) {
        const int count = g_mime_multipart_get_count(list);
        for (int i = 0; i < count; ++i) {
            GMimeObject* inner = g_mime_multipart_get_part(list, i);
            if (inner == nullptr) continue;
            cut_ = cut_ || depth >= kMaxDepth || count_ >= kMaxParts;
            if (cut_) return;
            part.parts.push_back(read(inner, depth + 1));
        }
    }

    std::size_t count_ = 0;
    bool cut_ = false;
};

/// `Name: value`, or a line that goes on with the one before.
bool is_head_line(std::string_view line) {
    if (line.starts_with(' ') || line.starts_with('\t')) return true;
    const std::size_t colon = line.substr(0, 80).find(':');
    return colon != std::string_view::npos && colon != 0 &&
           line.substr(0, colon).find_first_of(" \t") == std::string_view::npos;
}

/// Follows the heads of a mail: its own and, behind each line that may be a boundary, that of a
/// part, up to the next blank line. What looks like a head elsewhere is text.
class HeadCounter {
  public:
    /// Takes the next line, of `bytes` bytes. False from where there is more than any mail has.
    bool passes(std::string_view line, std::size_t bytes) {
        if (!own_ && line.starts_with("--")) return begin_head();
        if (!in_head_) return true;
        if (line.empty() || line == "\r") return end_head();
        if (own_ && (own_bytes_ += bytes) > kMaxHeadBytes) return false;
        if (!is_head_line(line)) return true;
        if (line.front() != ' ' && line.front() != '\t')
            in_type_ = equals_ignoring_case(line.substr(0, 12), "content-type");
        if (in_type_) {
            const std::string type = ascii_lower(line);
            holds_mail_ = holds_mail_ || type.find("message") != std::string::npos;
            is_digest_ = is_digest_ || type.find("digest") != std::string::npos;
        }
        return ++lines_ <= kMaxHeadLines && ++all_lines_ <= kMaxAllHeadLines;
    }

  private:
    bool begin_head() {
        in_head_ = true;
        in_type_ = false;
        holds_mail_ = false;
        is_inner_ = false;
        lines_ = 0;
        return ++heads_ <= kMaxHeads;
    }

    /// A mail in a mail has its own head behind that of its part. Of a digest every part is one.
    bool end_head() {
        if (own_ && lines_ == 0) return true;
        const bool goes_on = holds_mail_ || (is_digest_ && !is_inner_);
        own_ = false;
        in_head_ = false;
        if (!goes_on) return true;
        const bool few = begin_head();
        is_inner_ = true;
        return few;
    }

    bool own_ = true;  ///< in the mail's own head, which begins the text
    bool in_head_ = true;
    bool in_type_ = false;  ///< in the field Content-Type
    bool holds_mail_ = false;
    bool is_digest_ = false;  ///< this mail, or a part of it so far
    bool is_inner_ = false;   ///< this head follows that of the part the mail is in
    std::size_t lines_ = 0;   ///< of this head
    std::size_t all_lines_ = 0;
    std::size_t own_bytes_ = 0;
    std::size_t heads_ = 0;
};

bool has_endless_heads(std::string_view bytes) {
    HeadCounter heads;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        if (!heads.passes(bytes.substr(at, end - at), end + 1 - at)) return true;
        at = end + 1;
    }
    return false;
}

}  // namespace

MimeMessage parse_mime(std::string_view bytes) {
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
    MimeMessage parsed;
    parsed.endless_heads = has_endless_heads(bytes);
    if (parsed.endless_heads) return parsed;
    const Ref<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Ref<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    // Parts then refer to the stream instead of holding copies.
    g_mime_parser_set_persist_stream(parser.get(), TRUE);
    const Ref<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    if (!message) return parsed;
    parsed.header = header_of(message.get());
    GMimeObject* body = g_mime_message_get_mime_part(message.get());
    if (body == nullptr) return parsed;
    PartReader reader;
    parsed.body = reader.read(body, 0);
    parsed.cut = reader.cut();
    return parsed;
}

}  // namespace sitrep
