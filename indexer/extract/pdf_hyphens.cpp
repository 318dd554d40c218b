#include "indexer/extract/pdf_hyphens.hpp"

#include "base/strings.hpp"

#include <array>

namespace sitrep {
namespace {

constexpr std::string_view kSoftHyphen = "\u00AD";

bool is_letter(char c) { return is_ascii_alpha(c) || static_cast<unsigned char>(c) >= 0x80; }

bool is_inside_word(char c) { return is_letter(c) || is_ascii_digit(c) || c == '-' || c == '\''; }

/// The length of the hyphen that `text` ends in, or 0.
std::size_t hyphen_at_end(std::string_view text) {
    constexpr std::array<std::string_view, 3> kHyphens = {"-", "\u2010", kSoftHyphen};
    for (const std::string_view hyphen : kHyphens) {
        if (text.ends_with(hyphen)) return hyphen.size();
    }
    return 0;
}

/// The word that `text` ends in; it may hold hyphens.
std::string_view last_word(std::string_view text) {
    std::size_t begin = text.size();
    while (begin > 0 && is_inside_word(text[begin - 1])) --begin;
    return text.substr(begin);
}

std::string_view first_word(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && is_inside_word(text[end])) ++end;
    return text.substr(0, end);
}

}  // namespace

void PdfHyphens::note(std::string_view line) {
    constexpr std::size_t kMaxBytes = 64;
    constexpr std::size_t kMaxWords = 200'000;
    for (std::size_t at = 0; at < line.size();) {
        const std::string_view word = first_word(line.substr(at));
        // A word that ends in a hyphen was cut; it says nothing, and neither does the rest of it.
        if (!word.empty() && word.size() <= kMaxBytes && !word.ends_with('-') &&
            words_.size() < kMaxWords) {
            ++words_[ascii_lower(word)];
        }
        at += word.size() + 1;
    }
}

std::size_t PdfHyphens::count(const std::string& word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? 0 : found->second;
}

bool PdfHyphens::keeps_hyphen(std::string_view before, std::string_view after) const {
    if (before.empty() || after.empty()) return true;
    if (before.find('-') != std::string_view::npos) return true;
    if (!is_letter(after.front()) || is_ascii_upper(after.front())) return true;
    if (!is_letter(before.back()) || is_ascii_upper(before.back())) return true;
    const std::string left = ascii_lower(before);
    const std::string right = ascii_lower(after.substr(0, after.find('-')));
    const std::size_t with = count(left + "-" + right);
    const std::size_t without = count(left + right);
    if (with != without) return with > without;
    constexpr std::size_t kMinBytes = 3;
    return left.size() >= kMinBytes && right.size() >= kMinBytes && count(left) != 0 &&
           count(right) != 0;
}

void PdfHyphens::join(std::string& text, std::string_view line) const {
    if (text.empty()) {
        text = line;
        return;
    }
    const std::size_t hyphen = hyphen_at_end(text);
    const std::string_view before =
        last_word(std::string_view(text).substr(0, text.size() - hyphen));
    if (hyphen == 0 || before.empty() || line.empty() || !is_inside_word(line.front())) {
        text += ' ';
    } else if (text.ends_with(kSoftHyphen) || !keeps_hyphen(before, first_word(line))) {
        text.resize(text.size() - hyphen);
    }
    text += line;
}

}  // namespace sitrep
