#include "text/tokenizer.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "text/char_class.hpp"

#include <array>

namespace sitrep {
namespace {

/// Longest run handed to the dictionaries at once: their cost per byte grows with the run.
constexpr std::size_t kMaxRunBytes = 4096;
/// More letters with periods between them are no initialism.
constexpr std::size_t kMaxInitialismBytes = 24;

bool is_word(CharClass kind) { return kind == CharClass::Letter || kind == CharClass::Digit; }

CharClass class_at(std::string_view text, std::size_t at) {
    return at < text.size() ? classify(text, at).kind : CharClass::Separator;
}

bool is_digit_at(std::string_view text, std::size_t at) {
    return at < text.size() && is_ascii_digit(text[at]);
}

/// `end.The`: a sentence that lost its space, not a name with a period inside.
bool begins_sentence(std::string_view text, std::size_t at) {
    return at + 1 < text.size() && is_ascii_upper(text[at]) && is_ascii_lower(text[at + 1]);
}

/// Whether the comma at `at` groups thousands: `1,200` and `12,345,678`, not `1,2` or `2015,2016`.
bool groups_thousands(std::string_view text, std::size_t begin, std::size_t at) {
    std::size_t digits = 0;
    while (digits < 4 && at > begin + digits && is_ascii_digit(text[at - digits - 1])) ++digits;
    const std::size_t first = at - digits;
    const bool leading = first == begin && digits >= 1 && digits <= 3;
    const bool inner = first > begin && text[first - 1] == ',' && digits == 3;
    return (leading || inner) && is_digit_at(text, at + 1) && is_digit_at(text, at + 2) &&
           is_digit_at(text, at + 3) && !is_digit_at(text, at + 4);
}

/// The bytes of a currency's code that is written to its number at `at` (`USD1.2`), or 0.
std::size_t currency_at(std::string_view text, std::size_t at) {
    static constexpr auto kCodes = std::to_array<std::string_view>(
        {"AED", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HUF", "IDR",
         "ILS", "INR", "JPY", "KRW", "MYR", "NOK", "NZD", "PHP", "PLN", "QAR", "RMB", "RON",
         "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD", "ZAR", "Rs"});
    if (!is_ascii_upper(text[at])) return 0;
    constexpr std::size_t kLongest = 3;
    const std::string_view near = text.substr(at, kLongest + 1);
    const std::size_t letters = near.find_first_of("0123456789");
    return letters != near.npos && is_one_of(near.substr(0, letters), kCodes) ? letters : 0;
}

/// The bytes of an apostrophe and an `s` that end a word at `at`, or 0.
std::size_t possessive_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    const ClassifiedChar mark = classify(text, at);
    if (mark.kind != CharClass::Apostrophe) return 0;
    const std::size_t letter = at + mark.length;
    if (letter >= text.size() || ascii_lower(text[letter]) != 's') return 0;
    return is_word(class_at(text, letter + 1)) ? 0 : mark.length + 1;
}

/// Reads one word, from its first letter or digit.
class WordScanner {
  public:
    WordScanner(std::string_view text, std::size_t begin)
        : text_(text), begin_(begin), at_(begin) {}

    std::size_t end() {
        do {
            skip_ascii();
        } while (at_ < text_.size() && step());
        if (dotted_ && is_dotted_initialism(text_.substr(begin_, at_ - begin_))) {
            if (at_ < text_.size() && text_[at_] == '.') ++at_;
            at_ += possessive_at(text_, at_);
        }
        return at_;
    }

  private:
    /// Takes letters and digits of ASCII: most of most texts.
    void skip_ascii() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && (is_ascii_alpha(text_[at_]) || is_ascii_digit(text_[at_])))
            ++at_;
        if (at_ > begin)
            last_ = is_ascii_digit(text_[at_ - 1]) ? CharClass::Digit : CharClass::Letter;
    }

    /// Takes the character at at_ into the word, or refuses.
    bool step() {
        const ClassifiedChar c = classify(text_, at_);
        if (is_hangul_at(at_)) {
            // Particles are written to what they follow: KF-21이.
            if (at_ > begin_ && static_cast<unsigned char>(text_[at_ - 1]) < 0x80) return false;
            last_ = c.kind;
            at_ += c.length;
            return at_ < text_.size() && !is_ascii_alpha(text_[at_]) && !is_ascii_digit(text_[at_]);
        }
        if (c.length == 3 && is_unit_sign(utf8::decode(text_, at_).value)) {
            at_ += c.length;
            return false;
        }
        if (is_word(c.kind)) {
            last_ = c.kind;
        } else if (c.kind != CharClass::Extend && !joins(c)) {
            if (last_ == CharClass::Digit) at_ += possessive_at(text_, at_);
            return false;
        }
        at_ += c.length;
        return true;
    }

    bool is_hangul_at(std::size_t at) const {
        const auto first = static_cast<unsigned char>(text_[at]);
        if (first < 0xEA || first > 0xED) return false;  // of U+A000 to U+DFFF
        const char32_t c = utf8::decode(text_, at).value;
        return c >= 0xAC00 && c <= 0xD7A3;
    }

    /// Whether punctuation stands inside a word here.
    bool joins(ClassifiedChar c) {
        const CharClass next = class_at(text_, at_ + c.length);
        const bool letters = last_ == CharClass::Letter && next == CharClass::Letter;
        const bool digits = last_ == CharClass::Digit && next == CharClass::Digit;
        switch (c.kind) {
            case CharClass::Apostrophe:
            case CharClass::MiddleDot:
                return letters;
            case CharClass::Dot:
                if (!digits && (!letters || begins_sentence(text_, at_ + c.length))) return false;
                dotted_ = true;
                return true;
            case CharClass::Comma:
                return digits && groups_thousands(text_, begin_, at_);
            default:
                return false;
        }
    }

    std::string_view text_;
    std::size_t begin_;
    std::size_t at_;
    CharClass last_ = CharClass::Separator;
    bool dotted_ = false;
};

/// Reads what stands between two words: a gap of one kind, or Gap::Other.
class GapReader {
  public:
    void begin() { state_ = State::Nothing; }
    void begin_text() { state_ = State::Other; }

    void take(CharClass kind) {
        if (kind == CharClass::Extend) return;
        state_ = next(kind);
    }

    Gap gap() const {
        constexpr Gap kGaps[] = {Gap::None,      Gap::Space, Gap::Dash,  Gap::Slash,
                                 Gap::Ampersand, Gap::Open,  Gap::Close, Gap::Opened,
                                 Gap::Closed,    Gap::Stop,  Gap::Times, Gap::Currency,
                                 Gap::Stop,      Gap::Other, Gap::Other};
        return kGaps[static_cast<std::size_t>(state_)];
    }

  private:
    enum class State : std::uint8_t {
        Nothing,
        Space,
        Dash,
        Slash,
        Ampersand,
        Open,
        Close,
        Opened,
        Closed,
        Stop,
        Times,
        Currency,
        Period,      ///< Stop; a space may follow
        SpaceTimes,  ///< a space may follow: Times
        Other,
    };

    State next(CharClass kind) const {
        if (kind == CharClass::Currency) return State::Currency;
        switch (state_) {
            case State::Nothing:
                return first(kind);
            case State::Space:
                if (kind == CharClass::Open) return State::Opened;
                return kind == CharClass::Times ? State::SpaceTimes : State::Other;
            case State::Close:
                return kind == CharClass::Space ? State::Closed : State::Other;
            case State::Period:
                return kind == CharClass::Space ? State::Stop : State::Other;
            case State::SpaceTimes:
                return kind == CharClass::Space ? State::Times : State::Other;
            default:
                return State::Other;
        }
    }

    static State first(CharClass kind) {
        switch (kind) {
            case CharClass::Space:
                return State::Space;
            case CharClass::Dash:
                return State::Dash;
            case CharClass::Slash:
                return State::Slash;
            case CharClass::Ampersand:
                return State::Ampersand;
            case CharClass::Open:
                return State::Open;
            case CharClass::Close:
                return State::Close;
            case CharClass::Times:
                return State::Times;
            case CharClass::Dot:
                return State::Period;
            default:
                return State::Other;
        }
    }

    State state_ = State::Other;
};

WordSlice slice(std::size_t begin, std::size_t end, Gap gap) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), gap};
}

}  // namespace

bool is_dotted_initialism(std::string_view raw) {
    if (raw.ends_with('.')) raw.remove_suffix(1);
    if (raw.size() < 3 || raw.size() % 2 == 0 || raw.size() > kMaxInitialismBytes) return false;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (i % 2 == 0 ? !is_ascii_alpha(raw[i]) : raw[i] != '.') return false;
    }
    return true;
}

void Tokenizer::split(std::string_view text, std::vector<WordSlice>& words) {
    words.clear();
    GapReader gap;
    gap.begin_text();
    for (std::size_t at = 0; at < text.size();) {
        const ClassifiedChar c = classify(text, at);
        if (is_word(c.kind)) {
            const std::size_t currency = currency_at(text, at);
            const std::size_t end = currency != 0 ? at + currency : WordScanner(text, at).end();
            words.push_back(slice(at, end, gap.gap()));
            gap.begin();
            if (currency != 0) gap.take(CharClass::Currency);
            at = end;
        } else if (c.kind == CharClass::Complex) {
            at = split_run(text, at, gap.gap(), words);
            gap.begin();
        } else {
            gap.take(c.kind);
            at += c.length;
        }
    }
}

std::size_t Tokenizer::split_run(std::string_view text, std::size_t at, Gap gap,
                                 std::vector<WordSlice>& words) {
    std::size_t end = at;
    while (end < text.size() && end - at < kMaxRunBytes) {
        const ClassifiedChar c = classify(text, end);
        if (c.kind != CharClass::Complex && c.kind != CharClass::Extend) break;
        end += c.length;
    }
    std::size_t begin = at;
    for (const std::size_t offset : breaker_.ends(text.substr(at, end - at))) {
        words.push_back(slice(begin, at + offset, gap));
        gap = Gap::None;
        begin = at + offset;
    }
    return end;
}

}  // namespace sitrep
