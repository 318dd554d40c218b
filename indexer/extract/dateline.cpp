#include "indexer/extract/dateline.hpp"

#include "base/strings.hpp"
#include "text/date.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

constexpr std::size_t kMaxBytes = 200;
constexpr std::size_t kMaxTownWords = 8;
constexpr std::size_t kMaxMixedWords = 5;
constexpr std::size_t kMaxRegionWords = 4;
constexpr std::size_t kMaxRegions = 2;
constexpr std::size_t kMaxNoteWords = 6;

bool is_letter_byte(char c) { return is_ascii_alpha(c) || static_cast<unsigned char>(c) >= 0x80; }

/// "SEOUL", "ST.", "O'FALLON", "McLEAN", "AL-UDEID", "ANTONIO-Lackland": capitals, but for the
/// second and third letter of a prefix and the later parts of a compound.
bool in_capitals(std::string_view word) {
    const std::string_view first = word.substr(0, word.find('-'));
    if (first.empty() || is_ascii_lower(first.front())) return false;
    std::size_t upper = 0;
    std::size_t lower = 0;
    for (std::size_t at = 0; at < first.size(); ++at) {
        if (is_ascii_upper(first[at])) ++upper;
        if (!is_ascii_lower(first[at])) continue;
        if (at == 0 || at > 2) return false;
        ++lower;
    }
    return upper > lower && (lower == 0 || upper >= 4);
}

/// Small words inside names of places.
bool is_particle(std::string_view word) {
    static constexpr auto kParticles = std::to_array<std::string_view>(
        {"de",  "la", "del", "da",   "do",   "dos", "das", "di",     "du",  "des", "van",
         "von", "of", "the", "and",  "am",   "an",  "auf", "le",     "les", "sur", "el",
         "al",  "ez", "es",  "upon", "near", "y",   "e",   "aboard", "off", "in",  "at"});
    return is_one_of(word, kParticles);
}

bool is_capitalized(std::string_view word) {
    return !word.empty() &&
           (is_ascii_upper(word.front()) || static_cast<unsigned char>(word.front()) >= 0x80);
}

/// Lines that begin in capitals and are no place.
bool is_heading_word(std::string_view town) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"update",     "breaking", "watch",        "exclusive",  "analysis",   "opinion",
         "correction", "note",     "editor's",     "video",      "photos",     "live",
         "factbox",    "advisory", "urgent",       "alert",      "warning",    "interview",
         "review",     "summary",  "explainer",    "commentary", "chronology", "feature",
         "corrected",  "refile",   "wrapup",       "q",          "faq",        "tip",
         "step",       "part",     "chapter",      "figure",     "table",      "free",
         "pros",       "cons",     "background",   "editorial",  "news",       "editors",
         "editor’s",   "overview", "introduction", "conclusion"});
    std::string word = ascii_lower(town.substr(0, town.find(' ')));
    while (!word.empty() && !is_letter_byte(word.back())) word.pop_back();
    return is_one_of(word, kWords);
}

/// Words that begin sentences, not names of places.
bool opens_sentence(std::string_view town) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"the",   "a",      "an",    "in",    "on",  "at",   "for",  "from",  "by",
         "with",  "when",   "if",    "as",    "it",  "this", "that", "these", "those",
         "he",    "she",    "they",  "we",    "i",   "you",  "but",  "and",   "so",
         "after", "before", "while", "since", "yes", "no",   "not",  "there", "here",
         "what",  "who",    "how",   "why",   "to",  "of",   "or",   "our",   "my",
         "your",  "his",    "her",   "its",   "all", "most"});
    return is_one_of(ascii_lower(town.substr(0, town.find(' '))), kWords);
}

/// "May 3", "Feb. 26", "3 May 2015", "Monday": whether a part is when, and the day if it has a
/// year.
bool is_time(std::string_view part, std::optional<Day>& day) {
    if (part.empty() || count_words(part) > 5) return false;
    if ((day = find_day(part))) return true;
    // A year that is not printed is any: the day is not kept.
    std::string dated(part);
    while (!dated.empty() && !is_ascii_digit(dated.back()) && !is_ascii_alpha(dated.back()))
        dated.pop_back();
    return parse_day(dated + " 2000").has_value() || parse_day(dated + ", 2000").has_value();
}

/// Reads a dateline from left to right.
class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    Dateline read() {
        if (!town()) return {};
        while (regions_ < kMaxRegions + 1 && comma_part()) {
        }
        skip_space();
        if (take(",")) skip_space();  // "SILVERDALE, Wash., -"
        while (note()) {
        }
        take(",");
        const bool dashed = dash();
        if (!dashed && !noted_) return {};
        if (dashed) day_behind_dash();
        return believable(dashed) ? std::move(found_) : Dateline();
    }

  private:
    bool done() const { return at_ >= text_.size(); }
    void skip_space() {
        while (!done() && (is_ascii_space(text_[at_]) || text_.substr(at_, 2) == "\xC2\xA0")) {
            at_ += is_ascii_space(text_[at_]) ? std::size_t{1} : std::size_t{2};
        }
    }
    bool take(std::string_view mark) {
        if (text_.substr(at_, mark.size()) != mark) return false;
        at_ += mark.size();
        return true;
    }

    /// Where the piece that begins here ends: at a comma, a bracket or a dash.
    std::size_t piece_end() const {
        for (std::size_t end = at_; end < text_.size(); ++end) {
            const char c = text_[end];
            if (c == ',' || c == '(' || c == ':' || c == ';' || c == '"') return end;
            if (text_.substr(end, 2) == "\xE2\x80" && end + 2 < text_.size() &&
                (text_[end + 2] == '\x94' || text_[end + 2] == '\x93' ||
                 text_[end + 2] == '\x95')) {
                return end;
            }
            if (c == '/' && end > at_ && text_[end - 1] == ' ') return end;
            if (c != '-') continue;
            const bool beside_space = end + 1 >= text_.size() || is_ascii_space(text_[end + 1]) ||
                                      text_[end + 1] == '-' ||
                                      (end > 0 && is_ascii_space(text_[end - 1]));
            if (beside_space) return end;
        }
        return text_.size();
    }

    /// Text that runs to the end of what we look at has no dateline's end.
    std::string_view piece() const {
        const std::size_t end = piece_end();
        return end == text_.size() ? std::string_view() : trimmed(text_.substr(at_, end - at_));
    }

    bool town() {
        const std::string_view name = piece();
        if (name.size() < 2 || count_words(name) > kMaxTownWords) return false;
        if (name.find_first_of("@!?=#<>*_|+$%&[]{}~") != std::string_view::npos) return false;
        capitals_ = true;
        bool first = true;
        for (const std::string_view word : split(name, ' ')) {
            if (word.empty()) continue;
            if (!in_capitals(word) && (first || !is_particle(word))) capitals_ = false;
            if (!is_capitalized(word) && (first || !is_particle(word)) && !is_number(word))
                return false;
            first = false;
        }
        if (capitals_) capitals_ = enough_capitals(name);
        if (is_heading_word(name) || (!capitals_ && opens_sentence(name))) return false;
        if (!capitals_ && count_words(name) > kMaxMixedWords) return false;
        at_ = piece_end();
        place_end_ = end_of(name);
        hull_number();
        return true;
    }

    static bool is_number(std::string_view word) {
        return !word.empty() && std::all_of(word.begin(), word.end(), is_ascii_digit);
    }

    static bool enough_capitals(std::string_view name) {
        return std::count_if(name.begin(), name.end(), [](char c) {
                   return is_ascii_upper(c) || static_cast<unsigned char>(c) >= 0x80;
               }) >= 3;
    }

    std::size_t end_of(std::string_view part) const {
        return static_cast<std::size_t>(part.data() - text_.data()) + part.size();
    }

    /// "(CVN 76)" behind a ship's name.
    void hull_number() {
        if (done() || text_[at_] != '(') return;
        const std::size_t close = text_.find(')', at_);
        if (close == std::string_view::npos) return;
        const std::string_view inner = text_.substr(at_ + 1, close - at_ - 1);
        std::optional<Day> day;
        const bool hull = inner.size() <= 12 &&
                          is_ascii_upper(inner.empty() ? ' ' : inner.front()) &&
                          is_ascii_digit(inner.back()) && !is_time(inner, day);
        if (!hull) return;
        at_ = close + 1;
        place_end_ = at_;
    }

    /// ", Va.", ", South Korea", ", May 3", ", May 3, 2015"
    bool comma_part() {
        const std::size_t start = at_;
        skip_space();
        if (!take(",")) return false;
        skip_space();
        std::string_view part = piece();
        if (part.empty()) {
            at_ = start;
            return false;
        }
        std::optional<Day> day;
        if (is_time(part, day)) {
            at_ = piece_end();
            timed_ = true;
            const auto begin = static_cast<std::size_t>(part.data() - text_.data());
            if (!day && year_follows()) day = find_day(text_.substr(begin, at_ - begin));
            found_.day = day;
            return true;
        }
        if (regions_ >= kMaxRegions || timed_ || count_words(part) > kMaxRegionWords) {
            at_ = start;
            return false;
        }
        for (const std::string_view word : split(part, ' ')) {
            if (word.empty() || is_capitalized(word) || is_particle(word)) continue;
            at_ = start;
            return false;
        }
        at_ = piece_end();
        place_end_ = end_of(part);
        ++regions_;
        return true;
    }

    /// ", 2015" behind a day.
    bool year_follows() {
        const std::size_t start = at_;
        if (take(",")) {
            skip_space();
            const std::string_view part = piece();
            if (part.size() == 4 && is_number(part)) {
                at_ = piece_end();
                return true;
            }
        }
        at_ = start;
        return false;
    }

    /// "(AP)", "(Reuters, May 3)", "(June 21, 2020)", "/PRNewswire/"
    bool note() {
        skip_space();
        if (done() || (text_[at_] != '(' && text_[at_] != '/')) return false;
        const char closing = text_[at_] == '(' ? ')' : '/';
        const std::size_t close = text_.find(closing, at_ + 1);
        if (close == std::string_view::npos) return false;
        const std::string_view inner = trimmed(text_.substr(at_ + 1, close - at_ - 1));
        if (inner.empty() || count_words(inner) > kMaxNoteWords) return false;
        std::optional<Day> day;
        if (is_time(inner, day)) {
            timed_ = true;
            if (day) found_.day = day;
        } else if (found_.agency.empty() && is_capitalized(inner) &&
                   std::none_of(inner.begin(), inner.end(), is_ascii_digit)) {
            found_.agency = inner.substr(0, inner.find(','));
        } else {
            return false;
        }
        noted_ = true;
        at_ = close + 1;
        skip_space();
        return true;
    }

    /// "REDSTONE ARSENAL, Ala. — April 10, 2026 — The ..."
    void day_behind_dash() {
        const std::size_t start = at_;
        skip_space();
        std::size_t end = text_.size();
        for (const std::string_view mark : {"—", "–", "--", " - "}) {
            end = std::min(end, text_.find(mark, at_));
        }
        std::optional<Day> day;
        const bool dated =
            end < text_.size() && is_time(trimmed(text_.substr(at_, end - at_)), day);
        at_ = dated ? end : start;
        if (!dated || !dash()) return;
        timed_ = true;
        found_.day = day;
    }

    bool dash() {
        skip_space();
        bool any = false;
        for (const std::string_view mark : {"—", "–", "―", "--", "-"}) {
            while (take(mark)) any = true;
        }
        return any;
    }

    /// Sure to be a wire's name, where no dash says so: "(AP) The ...".
    static bool is_wire(std::string_view agency) {
        return agency == "Reuters" || (agency.size() <= 4 && !agency.empty() &&
                                       std::all_of(agency.begin(), agency.end(), is_ascii_upper));
    }

    bool believable(bool dashed) {
        skip_space();
        const bool sure = timed_ || !found_.agency.empty();
        if (!dashed && !(capitals_ && (timed_ || is_wire(found_.agency)))) return false;
        // "Kabul, Afghanistan –": capitalized words alone are a place only with more than a dash.
        if (!capitals_ && !sure && regions_ == 0) return false;
        const bool lower = !done() && is_ascii_lower(text_[at_]);
        if (lower && !sure && (regions_ == 0 || !capitals_)) return false;
        found_.place = collapsed_space(text_.substr(0, place_end_));
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t place_end_ = 0;
    std::size_t regions_ = 0;
    bool capitals_ = false;  ///< the town is
    bool timed_ = false;
    bool noted_ = false;
    Dateline found_;
};

}  // namespace

Dateline find_dateline(std::string_view paragraph) {
    return Reader(trimmed(paragraph).substr(0, kMaxBytes)).read();
}

}  // namespace sitrep
