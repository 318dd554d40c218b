#include "indexer/source/warc.hpp"

#include "base/number.hpp"
#include "base/size_limit.hpp"
#include "base/strings.hpp"
#include "indexer/source/feed.hpp"
#include "indexer/source/file_type.hpp"
#include "indexer/source/http_message.hpp"
#include "indexer/source/json_records.hpp"
#include "indexer/source/line_input.hpp"
#include "indexer/source/record_reader.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>

namespace sitrep {
namespace {

constexpr std::size_t kMaxLineBytes = 64U << 10U;
constexpr std::size_t kMaxHeaderLines = 1000;
/// Records that swallow one another are told apart as long as this costs no more than reading so
/// many of the largest.
constexpr std::uint64_t kMaxReread = 4;

struct WarcHeader {
    std::string type;
    std::string id;
    std::string uri;
    std::string content_type;
    std::string payload_type;
    std::optional<std::uint64_t> length;
};

bool is_version(std::string_view line) {
    return line.starts_with("WARC/0.") || line.starts_with("WARC/1.");
}

/// `<urn:uuid:...>` and, in old files, `<http://...>`.
std::string without_brackets(std::string_view value) {
    if (value.starts_with('<') && value.ends_with('>')) value = value.substr(1, value.size() - 2);
    return std::string(value);
}

void take_field(std::string_view line, WarcHeader& header) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const std::string name = ascii_lower(trimmed(line.substr(0, colon)));
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (name == "warc-type") {
        header.type = ascii_lower(value);
    } else if (name == "warc-record-id") {
        header.id = without_brackets(value);
    } else if (name == "warc-target-uri") {
        header.uri = without_brackets(value);
    } else if (name == "content-type") {
        header.content_type = value;
    } else if (name == "warc-identified-payload-type") {
        header.payload_type = value;
    } else if (name == "content-length") {
        if (const auto length = number_in<std::uint64_t>(value)) header.length = *length;
    }
}

/// What somebody fetched, and not what the crawler notes about its own work (`metadata://`,
/// `dns:`).
bool is_wanted(const WarcHeader& header) {
    const bool kept =
        header.type == "response" || header.type == "resource" || header.type == "conversion";
    return kept && (header.uri.empty() || equals_ignoring_case(header.uri.substr(0, 4), "http"));
}

bool begins_as_html(std::string_view body) {
    const std::string_view start = trimmed(body.substr(0, 1000));
    for (const std::string_view mark : {"<!doctype html", "<html"}) {
        if (equals_ignoring_case(start.substr(0, mark.size()), mark)) return true;
    }
    return false;
}

/// How to read a body, if at all. Of what crawlers fetch, JSON, feeds and plain text are parts of
/// pages or lead to some; where a record is no HTTP answer, somebody put it there.
std::optional<FileType> body_type(const WarcHeader& header, std::string_view content_type,
                                  std::string_view body) {
    std::optional<FileType> type = file_type_of_media(content_type);
    if (!type && content_type.empty()) type = file_type_of_media(header.payload_type);
    if (!type && content_type.empty() && begins_as_html(body))
        type = file_type_of_media("text/html");
    if (!type || header.type != "response") return type;
    const bool part = type->container == read_json_records || type->container == read_feed ||
                      (type->container == nullptr && type->format != Format::Html);
    return part ? std::nullopt : type;
}

class WarcReader {
  public:
    WarcReader(const Origin& origin, ByteSource& source, Reading& reading)
        : origin_(origin), input_(source), reading_(reading) {}

    void read() {
        while (!reading_.stopped()) {
            Result<bool> found = find_record();
            if (found && !*found) break;
            if (found) {
                ++number_;
                found = record();
            }
            if (found) continue;
            reading_.failure(here(), found.error());
            lost_ = true;  // told: what stands up to the next record is not told again
            if (reading_.stopped() || !input_.recover()) return;
        }
        if (number_ == 0 && !reading_.stopped())
            reading_.failure(origin_, {ErrorCode::BadInput, "holds no WARC record"});
    }

  private:
    Origin here() const { return number_ == 0 ? origin_ : origin_.at(number_); }
    void refuse(std::string message) {
        reading_.failure(here(), {ErrorCode::BadInput, std::move(message)});
    }

    /// Goes to the next line that begins a record. False at the end.
    Result<bool> find_record() {
        std::string line;
        for (;;) {
            Result<bool> more = input_.line(line, kMaxLineBytes);
            if (!more || !*more) return more;
            if (is_version(line)) break;
            if (trimmed(line).empty() || lost_) continue;
            if (number_ > 0) refuse("is followed by bytes that belong to no record");
            lost_ = true;
        }
        lost_ = false;
        return true;
    }

    /// Reads one record. False when the file ended in it, which is told.
    Result<bool> record() {
        WarcHeader header;
        Result<bool> whole = read_header(header);
        if (!whole || !*whole) return whole;
        if (!header.length) {
            refuse("has no length");
            lost_ = true;
            return true;
        }
        if (!is_wanted(header)) return skip(*header.length);
        if (*header.length > reading_.limits().record_bytes) return pass_over(header);
        std::string block;
        Result<std::uint64_t> taken = input_.take(*header.length, block);
        if (!taken) return taken.error();
        if (*taken < *header.length) {
            refuse("the file ends too early");
            lost_ = true;
            return reread(block, "");
        }
        Result<bool> ends = ends_well(block);
        if (!ends) return ends.error();
        if (*ends) use(header, block);
        return true;
    }

    Result<bool> read_header(WarcHeader& header) {
        std::string line;
        for (std::size_t lines = 0; lines < kMaxHeaderLines; ++lines) {
            Result<bool> more = input_.line(line, kMaxLineBytes);
            if (!more) return more;
            if (!*more) return ends_early();
            if (line.empty()) return true;
            take_field(line, header);
        }
        header.length.reset();
        return true;
    }

    Result<bool> ends_early() {
        refuse("the file ends too early");
        return false;
    }

    Result<bool> skip(std::uint64_t length) {
        Result<std::uint64_t> skipped = input_.skip(length);
        if (!skipped) return skipped.error();
        return *skipped < length ? ends_early() : Result<bool>(true);
    }

    /// Pictures and films are often large, and nobody misses them.
    Result<bool> pass_over(const WarcHeader& header) {
        constexpr std::uint64_t kHeadBytes = 64U << 10U;
        std::string head;
        Result<std::uint64_t> taken = input_.take(std::min(*header.length, kHeadBytes), head);
        if (!taken) return taken.error();
        HttpResponse response;
        response.content_type = header.content_type;
        if (is_http(header) && !parse_http_response(head, response)) response.content_type.clear();
        if (body_type(header, response.content_type, response.body))
            reading_.failure(here(), too_large(reading_.limits().record_bytes));
        return skip(*header.length - *taken);
    }

    /// Whether a blank line, a record or the end follows; else the record is not as long as it
    /// says, and the records that it swallowed are read again.
    Result<bool> ends_well(std::string_view block) {
        std::string line;
        Result<bool> more = input_.line(line, kMaxLineBytes);
        if (!more) return more;
        if (!*more || line.empty() || is_version(line)) {
            if (is_version(line)) input_.unread(line + "\r\n");
            return true;
        }
        refuse("is not as long as it says");
        lost_ = true;
        if (!reread(block, line + "\n")) input_.unread(line + "\n");
        return false;
    }

    /// Goes back to the first record that begins in `block`, which was read as part of another, and
    /// what follows it. False when there is none, or no more patience.
    bool reread(std::string_view block, std::string_view behind) {
        std::size_t inside = std::string_view::npos;
        for (const std::string_view mark : {"\nWARC/1.", "\nWARC/0."})
            inside = std::min(inside, block.find(mark));
        reread_ += block.size();
        if (inside == std::string_view::npos ||
            reread_ > kMaxReread * reading_.limits().record_bytes)
            return false;
        input_.unread(std::string(block.substr(inside + 1)).append(behind));
        return true;
    }

    static bool is_http(const WarcHeader& header) {
        return header.type == "response" &&
               (header.content_type.empty() ||
                contains_ignoring_case(header.content_type, "application/http"));
    }

    void use(const WarcHeader& header, const std::string& block) {
        HttpResponse response;
        if (is_http(header)) {
            if (!parse_http_response(block, response))
                return refuse("http: the answer has no head");
        } else {
            response = {200, header.content_type, {}, false, block};
        }
        const std::optional<FileType> type =
            body_type(header, response.content_type, response.body);
        if (!type) return;
        if (response.status < 200 || response.status > 299)
            return reading_.skipped(here(), fmt::format("the server answered {}", response.status));
        Result<std::string> body = http_body(response, reading_);
        if (!body) return reading_.failure(here(), body.error());
        if (type->container != nullptr) {
            MemorySource inside(*body);
            return read_records(here(), *type, inside, reading_);
        }
        RawRecord page{here(), type->format, *std::move(body)};
        page.charset = media_parameter(response.content_type, "charset");
        page.given.id = header.id;
        page.given.url = header.uri;
        page.chosen = false;
        reading_.record(std::move(page));
    }

    const Origin& origin_;
    LineInput input_;
    Reading& reading_;
    std::uint64_t number_ = 0;
    bool lost_ = false;
    std::uint64_t reread_ = 0;
};

}  // namespace

void read_warc(const Origin& origin, ByteSource& source, Reading& reading) {
    WarcReader(origin, source, reading).read();
}

}  // namespace sitrep
