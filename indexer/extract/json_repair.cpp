#include "indexer/extract/json_repair.hpp"

#include "base/strings.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace sitrep {
namespace {

/// `text` with each `&quot;` a quotation mark: a script escaped as if it were text.
std::string with_quotes(std::string_view text) {
    constexpr std::string_view kEntity = "&quot;";
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (text.substr(at, kEntity.size()) == kEntity) {
            out += '"';
            at += kEntity.size();
        } else {
            out += text[at++];
        }
    }
    return out;
}

class Repair {
  public:
    explicit Repair(std::string_view text) : text_(text) {}

    std::string run() {
        constexpr std::string_view kMark = "CDATA[";
        const std::size_t object = std::min(text_.find_first_of("{\""), text_.size());
        const std::size_t mark = text_.find(kMark);
        at_ = text_.find_first_of("{[", mark < object ? mark + kMark.size() : 0);
        while (at_ < text_.size()) step();
        if (out_.empty()) return {};
        drop_comma();
        while (!open_.empty()) close(open_.back());
        return values_ > 1 ? "[" + out_ + "]" : std::move(out_);
    }

  private:
    void step() {
        const char c = text_[at_];
        if (skip_comment()) return;
        if (open_.empty()) return between_values(c);
        if (c == '"') return string();
        ++at_;
        if (c == '{' || c == '[') {
            separate();
            open(c);
        } else if (c == '}' || c == ']') {
            drop_comma();
            if (open_count(c) != 0) {
                while (open_.back() != c) close(open_.back());
                close(c);
            }
        } else if (c == ',') {
            if (last() != ',' && last() != '{' && last() != '[' && last() != ':') out_ += c;
        } else if (is_ascii_space(c) || static_cast<unsigned char>(c) < 0x20) {
            if (!out_.ends_with(' ')) out_ += ' ';  // so that last() is near
        } else if (c == ':') {
            out_ += c;
        } else if (c != ';' && c != '<') {  // a tag is no value: what stands in it would be many
            word();
        }
    }

    /// Outside of all values: what is no value is left out.
    void between_values(char c) {
        ++at_;
        if (c != '{' && c != '[') return;
        if (values_++ > 0) out_ += ',';
        open(c);
    }

    std::size_t& open_count(char closing) { return closing == '}' ? braces_ : brackets_; }

    void open(char c) {
        out_ += c;
        open_ += c == '{' ? '}' : ']';
        ++open_count(open_.back());
    }

    bool skip_to(std::string_view begin, std::string_view end) {
        if (text_.substr(at_, begin.size()) != begin) return false;
        const std::size_t found = text_.find(end, at_ + begin.size());
        at_ = found == std::string_view::npos ? text_.size() : found + end.size();
        return true;
    }

    bool skip_mark(std::string_view mark) {
        if (text_.substr(at_, mark.size()) != mark) return false;
        at_ += mark.size();
        return true;
    }

    bool skip_comment() {
        // The marks around a script are comments of lines; what stands between them is not.
        return skip_mark("<!--") || skip_mark("-->") || skip_mark("<![CDATA[") ||
               skip_mark("]]>") || skip_to("/*", "*/") || skip_to("//", "\n");
    }

    /// The last byte written that is no space.
    char last() const {
        const std::size_t found = out_.find_last_not_of(' ');
        return found == std::string::npos ? '\0' : out_[found];
    }

    void drop_comma() {
        const std::size_t found = out_.find_last_not_of(' ');
        if (found == std::string::npos || (out_[found] != ',' && out_[found] != ':')) return;
        const bool without_value = out_[found] == ':';
        out_.resize(found + (without_value ? 1 : 0));
        if (without_value) out_ += "null";
    }

    /// A comma between two values that have none.
    void separate() {
        const char before = last();
        if (before == '"' || before == '}' || before == ']') out_ += ',';
    }

    void close(char bracket) {
        drop_comma();
        out_ += bracket;
        open_.pop_back();
        --open_count(bracket);
    }

    /// Whether the quotation mark at `at` ends its string: something that can follow one does.
    bool ends_string(std::size_t at) const {
        constexpr std::size_t kReach = 200;
        for (std::size_t next = at + 1; next < std::min(text_.size(), at + kReach); ++next) {
            const char c = text_[next];
            if (!is_ascii_space(c))
                return c == ',' || c == ':' || c == '}' || c == ']' || c == '"' || c == '/';
        }
        return true;
    }

    void string() {
        if (last() != '\0') separate();
        out_ += '"';
        for (++at_; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '\\') {
                escape();
            } else if (c == '"') {
                if (ends_string(at_)) break;
                out_ += "\\\"";
            } else {
                out_ += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
            }
        }
        ++at_;
        out_ += '"';
    }

    /// A number or a literal, whose first byte was just read. What JSON has no value for is null
    /// (`NaN`), a number that none can hold its digits.
    void word() {
        const std::size_t begin = at_ - 1;
        at_ = std::min(text_.find_first_of(",:;{}[]\"</ \t\r\n\f\v", at_), text_.size());
        const std::string_view given = text_.substr(begin, at_ - begin);
        const std::size_t digit = given.starts_with('-') ? 1 : 0;
        if (nlohmann::json::accept(given)) {
            out_ += given;
        } else if (digit < given.size() && is_ascii_digit(given[digit])) {
            out_.append(1, '"').append(given).append(1, '"');
        } else {
            out_ += "null";
        }
    }

    /// The four hexadecimal digits behind "\u" at `at`; -1 when they are not there.
    int unit_at(std::size_t at) const {
        if (text_.substr(at, 2) != "\\u" || at + 6 > text_.size()) return -1;
        int value = 0;
        for (const char c : text_.substr(at + 2, 4)) {
            const char lower = ascii_lower(c);
            const bool letter = lower >= 'a' && lower <= 'f';
            if (!is_ascii_digit(c) && !letter) return -1;
            value = value * 16 + (letter ? lower - 'a' + 10 : c - '0');
        }
        return value;
    }

    /// An escape at `at_`, which is left at its last byte.
    void escape() {
        const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
        if (next == 'u') {
            const int unit = unit_at(at_);
            if (unit < 0) return;  // the letter stays
            const int second = unit_at(at_ + 6);
            const bool pair =
                unit >= 0xD800 && unit < 0xDC00 && second >= 0xDC00 && second < 0xE000;
            const bool half = unit >= 0xD800 && unit < 0xE000 && !pair;
            const std::size_t bytes = pair ? 12 : 6;
            out_ += half ? std::string_view("\\uFFFD") : text_.substr(at_, bytes);
            at_ += bytes - 1;
            return;
        }
        if (next == '\0') return;
        if (std::string_view("\"\\/bfnrt").find(next) != std::string_view::npos) {
            out_ += '\\';
            out_ += next;
        } else {
            out_ += static_cast<unsigned char>(next) < 0x20 ? ' ' : next;
        }
        ++at_;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t values_ = 0;
    std::string open_;        ///< the brackets that close what is open
    std::size_t braces_ = 0;  ///< of them
    std::size_t brackets_ = 0;
    std::string out_;
};

}  // namespace

std::string repaired_json(std::string_view text) {
    if (text.find('"') == std::string_view::npos && text.find("&quot;") != std::string_view::npos) {
        return Repair(with_quotes(text)).run();
    }
    return Repair(text).run();
}

}  // namespace sitrep
