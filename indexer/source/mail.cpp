#include "indexer/source/mail.hpp"

#include "base/byte_order_mark.hpp"
#include "base/size_limit.hpp"
#include "base/strings.hpp"
#include "indexer/extract/markup.hpp"
#include "indexer/source/flowed.hpp"
#include "indexer/source/line_parts.hpp"
#include "indexer/source/mime.hpp"
#include "indexer/source/record_reader.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace sitrep {
namespace {

constexpr std::string_view kMail = "message/rfc822";
constexpr const char* kEndlessHeads = "holds more of heads than any mail has";

Error refused(std::string why) { return {ErrorCode::BadInput, std::move(why)}; }

bool is_text(const MimePart& part) {
    return part.media_type == "text/html" || part.media_type == "text/plain" ||
           part.media_type == "application/xhtml+xml";
}

bool is_html(const MimePart& part) { return is_text(part) && part.media_type != "text/plain"; }

/// The root of a multipart/related: the part that `start` names, else the first.
const MimePart* root_of(const MimePart& related) {
    for (const MimePart& part : related.parts) {
        if (!related.start.empty() &&
            (part.content_id == related.start || "<" + part.content_id + ">" == related.start)) {
            return &part;
        }
    }
    return related.parts.empty() ? nullptr : &related.parts.front();
}

/// What a mail says as its text, and what else is in it.
class MailParts {
  public:
    explicit MailParts(const MimePart& body) { sort(body); }

    const MimePart* text() const { return text_; }
    const std::vector<const MimePart*>& others() const { return others_; }
    bool encrypted() const { return encrypted_; }

  private:
    void sort(const MimePart& part) {
        encrypted_ = encrypted_ || part.media_type == "multipart/encrypted" ||
                     part.media_type == "application/pkcs7-mime" ||
                     part.media_type == "application/x-pkcs7-mime";
        if (part.media_type == "multipart/alternative") {
            sort_alternative(part);
        } else if (part.media_type == "multipart/related") {
            const MimePart* root = root_of(part);
            if (root != nullptr) sort(*root);
            for (const MimePart& other : part.parts) {
                if (&other != root && other.attached) sort(other);
            }
        } else if (!part.parts.empty()) {
            for (const MimePart& inner : part.parts) sort(inner);
        } else if (text_ == nullptr && is_text(part) && !part.attached) {
            text_ = &part;
        } else if (!part.content.empty() || part.attached) {
            others_.push_back(&part);
        }
    }

    /// The same text in several forms: HTML, unless a plain one says much more.
    void sort_alternative(const MimePart& alternative) {
        std::vector<const MimePart*> forms;
        for (const MimePart& part : alternative.parts) {
            const MailParts inner(part);
            if (inner.text() != nullptr) forms.push_back(inner.text());
            others_.insert(others_.end(), inner.others().begin(), inner.others().end());
            encrypted_ = encrypted_ || inner.encrypted();
        }
        const MimePart* best = nullptr;
        std::size_t most = 0;
        for (const MimePart* form : forms) {
            const std::size_t words = is_html(*form)
                                          ? 2 * count_words(without_markup(form->content))
                                          : count_words(form->content);
            if (best == nullptr || words > most) best = form;
            most = std::max(most, words);
        }
        if (best != nullptr && text_ == nullptr) {
            text_ = best;
        } else if (best != nullptr) {
            others_.push_back(best);
        }
    }

    const MimePart* text_ = nullptr;
    std::vector<const MimePart*> others_;
    bool encrypted_ = false;
};

RawRecord record_of(const Origin& origin, const MimePart& part) {
    RawRecord record{origin, is_html(part) ? Format::Html : Format::Text,
                     part.flowed ? unflowed(part.content, part.deletes_space) : part.content};
    record.charset = part.charset;
    return record;
}

class MailReader {
  public:
    explicit MailReader(Reading& reading) : reading_(reading) {}

    void read(const Origin& origin, std::string_view bytes) {
        const MimeMessage mail = parse_mime(bytes);
        if (mail.endless_heads) return reading_.failure(origin, refused(kEndlessHeads));
        if (!mail.header.is_mail) return reading_.failure(origin, refused("is no mail"));
        const MailParts parts(mail.body);
        if (parts.text() != nullptr && !trimmed(parts.text()->content).empty()) {
            RawRecord record = record_of(origin, *parts.text());
            record.given.id = mail.header.message_id;
            record.given.title = mail.header.subject;
            record.given.outlet = mail.header.sender;
            record.given.published = mail.header.date;
            if (!mail.header.date.empty()) record.given.published_from = "mail";
            const auto& others = parts.others();
            record.chosen = std::none_of(others.begin(), others.end(), [this](const auto* other) {
                return may_be_article(*other);
            });
            if (!reading_.record(std::move(record))) return;
        } else if (parts.encrypted()) {
            reading_.failure(origin, refused("is encrypted"));
        } else if (parts.others().empty()) {
            reading_.failure(origin, refused("is a mail without text"));
        }
        if (mail.cut) reading_.failure(origin, refused("holds more parts than any mail has"));
        std::uint64_t number = 1;
        for (const MimePart* other : parts.others()) {
            if (reading_.stopped()) return;
            if (Result<void> counted = reading_.member(); !counted)
                return reading_.failure(origin, counted.error());
            read_other(origin.at(++number), *other);
        }
    }

  private:
    /// How it is read; nothing for a text whose name says nothing, and for what is not read.
    std::optional<FileType> type_of(const MimePart& part) const {
        std::optional<FileType> type;
        if (!part.file_name.empty())
            type = file_type_of(part.file_name, reading_.limits().filtered);
        if (!type && !is_text(part)) type = file_type_of_media(part.media_type);
        return type;
    }

    /// Whether it may be what the mail was sent for, its own text then only a word on it. Pictures,
    /// signatures and what is not read are not; nor is a list's footer, a text without a name.
    bool may_be_article(const MimePart& part) const {
        return part.media_type == kMail || (is_text(part) && part.attached) || type_of(part);
    }

    void read_other(const Origin& origin, const MimePart& part) {
        if (part.media_type == kMail) {
            const Reading::Level level(reading_);
            if (level.too_deep())
                return reading_.failure(origin, refused("stands in too many mails"));
            return read(origin, part.content);
        }
        const std::optional<FileType> type = type_of(part);
        if (!type && is_text(part)) {
            if (trimmed(part.content).empty()) return;
            RawRecord record = record_of(origin, part);
            record.chosen = false;  // a list's footer, a disclaimer
            reading_.record(std::move(record));
            return;
        }
        if (!type) return reading_.skipped(origin, kUnreadKind);
        MemorySource source(part.content);
        read_records(origin, *type, source, reading_);
    }

    Reading& reading_;
};

/// "From ada@a.example Fri Jul  8 12:08:34 2011": a paragraph may begin with "From" as well.
bool is_separator(std::string_view line) {
    constexpr std::size_t kMaxBytes = 1000;
    if (!line.starts_with("From ") || line.size() > kMaxBytes) return false;
    bool has_clock = false;
    bool has_year = false;
    for (const std::string_view word : split(trimmed(line), ' ')) {
        const bool year = word.size() >= 4 && (word.size() == 4 || word[4] == '-') &&
                          std::all_of(word.begin(), word.begin() + 4, is_ascii_digit);
        has_year = has_year || year;
        has_clock = has_clock || (word.size() >= 4 && is_ascii_digit(word[0]) &&
                                  word.find(':') != std::string_view::npos);
    }
    return has_clock && has_year;
}

/// Cuts a mailbox at the lines that begin its mails.
class MailboxCutter {
  public:
    MailboxCutter(const Origin& origin, Reading& reading) : origin_(origin), reading_(reading) {}

    void add(std::string_view bytes) {
        // The rest of an endless line is the mail's, which is then too large.
        if (line_.size() <= reading_.limits().record_bytes) line_ += bytes;
    }

    void end_line() {
        add("\n");
        finish_line();
    }

    void finish() {
        finish_line();
        finish_mail();
        if (number_ == 0) return reading_.failure(origin_, refused("is no mailbox"));
        if (stray_) reading_.failure(origin_, refused("begins within a mail, which is left out"));
    }

  private:
    void finish_line() {
        if (is_first_) line_.erase(0, byte_order_mark(line_));
        is_first_ = false;
        const bool blank = trimmed(line_).empty();
        const bool begins = number_ == 0 ? line_.starts_with("From ") : is_separator(line_);
        if (after_blank_ && begins) {
            finish_mail();
            ++number_;
        } else if (number_ != 0 && mail_.size() <= reading_.limits().record_bytes) {
            const std::size_t quotes = line_.find_first_not_of('>');
            const bool quoted = quotes != 0 && quotes != std::string::npos &&
                                std::string_view(line_).substr(quotes).starts_with("From ");
            mail_ += std::string_view(line_).substr(quoted ? 1 : 0);
        } else if (number_ == 0 && !blank) {
            stray_ = true;
        }
        after_blank_ = blank;
        line_.clear();
    }

    void finish_mail() {
        if (mail_.empty() || reading_.stopped()) return;
        const std::string mail = std::exchange(mail_, {});
        const std::uint64_t limit = reading_.limits().record_bytes;
        if (mail.size() > limit) return reading_.failure(origin_.at(number_), too_large(limit));
        MailReader(reading_).read(origin_.at(number_), mail);
    }

    const Origin& origin_;
    Reading& reading_;
    std::string line_;
    std::string mail_;
    std::uint64_t number_ = 0;
    bool is_first_ = true;
    bool after_blank_ = true;
    bool stray_ = false;  ///< something stands before the first mail
};

/// The first page among the parts, depth first.
const MimePart* first_page(const MimePart& part) {
    if (is_html(part) && !trimmed(part.content).empty()) return &part;
    for (const MimePart& inner : part.parts) {
        if (const MimePart* found = first_page(inner)) return found;
    }
    return nullptr;
}

bool is_web_address(std::string_view location) {
    return location.starts_with("http://") || location.starts_with("https://");
}

}  // namespace

void read_mail(const Origin& origin, ByteSource& source, Reading& reading) {
    Result<std::string> bytes = read_whole(source, reading.limits().record_bytes);
    if (!bytes) return reading.failure(origin, bytes.error());
    if (bytes->empty()) return reading.failure(origin, refused("is empty"));
    MailReader(reading).read(origin, *bytes);
}

void read_mailbox(const Origin& origin, ByteSource& source, Reading& reading) {
    MailboxCutter cutter(origin, reading);
    if (read_line_parts(origin, source, reading, cutter)) cutter.finish();
}

void read_mhtml(const Origin& origin, ByteSource& source, Reading& reading) {
    Result<std::string> bytes = read_whole(source, reading.limits().record_bytes);
    if (!bytes) return reading.failure(origin, bytes.error());
    if (bytes->empty()) return reading.failure(origin, refused("is empty"));
    const MimeMessage message = parse_mime(*bytes);
    if (message.endless_heads) return reading.failure(origin, refused(kEndlessHeads));
    const MimePart* root = root_of(message.body);
    const MimePart* page = root == nullptr ? nullptr : first_page(*root);
    if (page == nullptr) page = first_page(message.body);
    if (page == nullptr) return reading.failure(origin, refused("holds no page"));
    RawRecord record = record_of(origin, *page);
    if (is_web_address(page->location)) record.given.url = page->location;
    if (is_web_address(message.header.snapshot_location))
        record.given.url = message.header.snapshot_location;
    reading.record(std::move(record));
}

}  // namespace sitrep
