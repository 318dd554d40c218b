#include "indexer/extract/written_head.hpp"

#include "base/strings.hpp"
#include "indexer/extract/person_names.hpp"
#include "indexer/extract/printed_dates.hpp"
#include "indexer/extract/reply_marks.hpp"
#include "model/url.hpp"
#include "text/date.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace sitrep {
namespace {

enum class Fact { Title, Date, Outlet, Url, Author, Section, None };

struct Label {
    std::string_view word;  ///< lower case
    Fact fact;
};
constexpr auto kLabels = std::to_array<Label>({{"title", Fact::Title},
                                               {"headline", Fact::Title},
                                               {"subject", Fact::Title},
                                               {"date", Fact::Date},
                                               {"sent", Fact::Date},
                                               {"published", Fact::Date},
                                               {"publication date", Fact::Date},
                                               {"date published", Fact::Date},
                                               {"source", Fact::Outlet},
                                               {"outlet", Fact::Outlet},
                                               {"publication", Fact::Outlet},
                                               {"publisher", Fact::Outlet},
                                               {"site", Fact::Outlet},
                                               {"url", Fact::Url},
                                               {"link", Fact::Url},
                                               {"original url", Fact::Url},
                                               {"source url", Fact::Url},
                                               {"author", Fact::Author},
                                               {"authors", Fact::Author},
                                               {"byline", Fact::Author},
                                               {"section", Fact::Section},
                                               {"from", Fact::None},
                                               {"to", Fact::None},
                                               {"cc", Fact::None},
                                               {"reply-to", Fact::None},
                                               {"accessed", Fact::None},
                                               {"retrieved", Fact::None},
                                               {"saved", Fact::None}});

struct LabelledLine {
    const Label* label;
    std::string_view value;
};

std::optional<LabelledLine> labelled(std::string_view line) {
    constexpr std::size_t kMaxBytes = 1000;
    constexpr std::size_t kLongestLabel = 18;
    const std::size_t colon = line.substr(0, kLongestLabel).find(':');
    if (colon == std::string_view::npos || line.size() > kMaxBytes) return std::nullopt;
    const auto label = std::find_if(kLabels.begin(), kLabels.end(), [&](const Label& l) {
        return equals_ignoring_case(line.substr(0, colon), l.word);
    });
    if (label == kLabels.end()) return std::nullopt;
    return LabelledLine{&*label, trimmed(line.substr(colon + 1))};
}

bool is_forward_mark(std::string_view line) {
    constexpr std::size_t kMaxBytes = 80;
    if (line.size() > kMaxBytes) return false;
    const std::string lower = ascii_lower(line);
    return lower == "begin forwarded message:" ||
           (lower.starts_with("--") && (lower.find("forwarded message") != std::string::npos ||
                                        lower.find("original message") != std::string::npos));
}

/// Puts `value` into `place` unless something stands there; whether it did.
bool put(std::string& place, std::string value) {
    if (!place.empty() || value.empty()) return false;
    place = std::move(value);
    return true;
}

bool note(const LabelledLine& line, NumberOrder order, ArticleHeader& header) {
    switch (line.label->fact) {
        case Fact::Title:
            return put(header.title, collapsed_space(without_reply_marks(line.value)));
        case Fact::Outlet:
            if (is_url(line.value)) return put(header.url, canonical_url(line.value));
            return put(header.outlet, collapsed_space(line.value));
        case Fact::Url:
            return is_url(line.value) && put(header.url, canonical_url(line.value));
        case Fact::Section:
            return put(header.section, collapsed_space(line.value));
        case Fact::Author:
            if (!header.authors.empty()) return false;
            header.authors = parse_names(line.value, NameSource::Field);
            return !header.authors.empty();
        case Fact::Date: {
            std::optional<Day> day = find_day(line.value);
            if (!day) day = find_day_in_figures(line.value, order);
            if (!day || !put(header.published, iso_day(*day))) return false;
            header.published_from = "text";
            return true;
        }
        case Fact::None:
            break;
    }
    return false;
}

/// By the host of the address that the lines give, which may stand below the day.
NumberOrder order_of(const std::vector<LabelledLine>& lines, const ArticleHeader& header) {
    std::string host = host_of(header.url);
    for (const LabelledLine& line : lines) {
        if (host.empty() && is_url(line.value)) host = host_of(line.value);
    }
    return number_order({}, host);
}

/// The line at the front of `text`, which loses it.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

Block furniture(std::string_view line) {
    return {BlockKind::Paragraph, collapsed_space(line), 0, true};
}

}  // namespace

std::string_view take_written_head(std::string_view text, ArticleHeader& header,
                                   std::vector<Block>& rest) {
    constexpr std::size_t kMaxLines = 24;  // blank ones apart
    std::vector<LabelledLine> facts;
    std::vector<std::string_view> lines;  // of facts
    std::string_view mark;
    std::string_view behind_url = text;
    std::string_view behind_head = text;
    for (std::string_view left = text; !left.empty() && lines.size() < kMaxLines;) {
        const std::string_view line = take_line(left);
        if (line.empty()) continue;
        if (facts.empty() && mark.empty() && header.url.empty() && is_url(line)) {
            header.url = canonical_url(line);
            behind_url = left;
        } else if (mark.empty() && is_forward_mark(line)) {
            mark = line;
        } else if (const std::optional<LabelledLine> fact = labelled(line)) {
            facts.push_back(*fact);
            lines.push_back(line);
            behind_head = left;
        } else {
            break;
        }
    }
    const std::size_t needed = mark.empty() ? 2 : 1;
    if (facts.size() < needed) return behind_url;
    if (!mark.empty()) rest.push_back(furniture(mark));
    const NumberOrder order = order_of(facts, header);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (!note(facts[i], order, header)) rest.push_back(furniture(lines[i]));
    }
    return behind_head;
}

namespace {

/// Whether the lines read as running text: a signature is a name and addresses.
bool runs_on(const std::vector<Block>& lines) {
    constexpr std::size_t kManyWords = 9;
    return std::any_of(lines.begin(), lines.end(),
                       [](const Block& line) { return count_words(line.text) >= kManyWords; });
}

}  // namespace

std::string_view take_signature(std::string_view text, std::vector<Block>& rest) {
    constexpr std::size_t kMaxBytes = 800;
    constexpr std::size_t kMaxLines = 10;
    constexpr std::size_t kMaxLineBytes = 90;
    constexpr std::size_t kMinTextWords = 40;  // above it
    const std::size_t begin = text.size() > kMaxBytes ? text.size() - kMaxBytes : 0;
    std::size_t at = 0;
    for (const std::string_view mark : {"\n-- \n", "\n--\n", "\n-- \r\n", "\n--\r\n"}) {
        const std::size_t found = text.rfind(mark);
        if (found != std::string_view::npos) at = std::max(at, found + 1);
    }
    if (at <= begin) return text;
    std::vector<Block> lines;
    for (std::string_view left = text.substr(at); !left.empty();) {
        const std::string_view line = take_line(left);
        if (line.empty()) continue;
        lines.push_back(furniture(line));
        if (line.size() > kMaxLineBytes || lines.size() > kMaxLines + 1) return text;
    }
    const std::string_view above = text.substr(0, at);
    // A ruler with nothing below it, or with more of the text.
    if (lines.size() < 2 || runs_on(lines) || count_words(above) < kMinTextWords) return text;
    rest.insert(rest.end(), std::make_move_iterator(lines.begin()),
                std::make_move_iterator(lines.end()));
    return above;
}

}  // namespace sitrep
