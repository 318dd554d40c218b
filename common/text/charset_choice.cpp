#include "text/charset_choice.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "text/charset_detector.hpp"
#include "text/charset_labels.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kDeclarationBytes = 65536;

struct ByteOrderMark {
    std::string_view bytes;
    std::string_view charset;
    std::string_view icu;
};
/// The longer ones first: UTF-32LE's begins with UTF-16LE's.
constexpr std::array<ByteOrderMark, 5> kMarks = {{{"\x00\x00\xFE\xFF"sv, "utf-32be", "UTF-32BE"},
                                                  {"\xFF\xFE\x00\x00"sv, "utf-32le", "UTF-32LE"},
                                                  {"\xEF\xBB\xBF"sv, "utf-8", "UTF-8"},
                                                  {"\xFE\xFF"sv, "utf-16be", "UTF-16BE"},
                                                  {"\xFF\xFE"sv, "utf-16le", "UTF-16LE"}}};

const ByteOrderMark* find_mark(std::string_view bytes) {
    const auto found = std::find_if(kMarks.begin(), kMarks.end(), [bytes](const ByteOrderMark& m) {
        return bytes.starts_with(m.bytes);
    });
    return found == kMarks.end() ? nullptr : &*found;
}

/// UTF-16 without a mark: Latin text has a NUL in most pairs, always on the same side.
const Charset* find_utf16(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, kDeclarationBytes);
    std::array<std::size_t, 2> nuls = {};
    for (std::size_t i = 0; i < sample.size(); ++i) {
        if (sample[i] == '\0') ++nuls[i % 2];
    }
    const auto [few, many] = std::minmax(nuls[0], nuls[1]);
    const bool is_utf16 = many * 2 * 10 >= sample.size() * 3 && few * 10 < many;
    if (!is_utf16) return nullptr;
    return find_charset(nuls[0] > nuls[1] ? "utf-16be" : "utf-16le");
}

/// Whether at least 98 % of the multi-byte sequences are well-formed, or all but one; one cut off
/// by the end of the file does not count. One flaw among few sequences is damage, since no other
/// charset makes two sequences, or one of three bytes, by chance.
bool is_mostly_utf8(std::string_view bytes) {
    constexpr std::size_t kNoChance = 2;  // continuation bytes where they belong
    std::size_t good = 0;
    std::size_t bad = 0;
    std::size_t evidence = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const utf8::CodePoint c = utf8::decode(bytes, at);
        at += c.length;
        if (!c.valid && at < bytes.size()) ++bad;
        if (!c.valid || c.length == 1) continue;
        ++good;
        evidence += c.length - 1;
    }
    return good > 0 && (bad * 49 <= good || (bad == 1 && evidence >= kNoChance));
}

/// The value after `name=` inside a tag, quotes and white space taken off; empty when it has none.
std::string_view attribute(std::string_view tag, std::string_view name) {
    std::size_t at = 0;
    for (;; ++at) {
        if (at + name.size() >= tag.size()) return {};
        if (equals_ignoring_case(tag.substr(at, name.size()), name)) break;
    }
    tag.remove_prefix(at + name.size());
    const auto skip = [&tag](std::string_view any) {
        tag.remove_prefix(std::min(tag.find_first_not_of(any), tag.size()));
    };
    skip(" \t\r\n");
    if (!tag.starts_with('=')) return {};
    tag.remove_prefix(1);
    skip(" \t\r\n\"'");
    return tag.substr(0, tag.find_first_of(" \t\r\n\"';/>?"));
}

/// What a <meta> or XML declaration near the beginning names.
const Charset* find_declared(std::string_view bytes) {
    constexpr std::size_t kLongestTag = 1024;
    const std::string_view head = bytes.substr(0, kDeclarationBytes);
    for (std::size_t at = head.find('<'); at != std::string_view::npos;
         at = head.find('<', at + 1)) {
        const bool meta = equals_ignoring_case(head.substr(at, 5), "<meta");
        const bool xml = equals_ignoring_case(head.substr(at, 5), "<?xml");
        if (!meta && !xml) continue;
        const std::string_view near = head.substr(at, kLongestTag);
        const std::string_view tag = near.substr(0, near.find('>'));
        const Charset* charset = find_charset(attribute(tag, meta ? "charset" : "encoding"));
        if (charset != nullptr) return charset;
    }
    return nullptr;
}

/// A page whose bytes are no UTF-8 cannot be what it says; one whose tags can be read is not
/// UTF-16.
bool is_unicode(const Charset& charset) { return charset.name.starts_with("utf-"); }

/// Whether the bytes are in a charset that shifts by escapes, and do.
bool is_escaped(std::string_view bytes, const Charset& charset) {
    return charset.name.starts_with("iso-2022") && bytes.find('\x1B') != std::string_view::npos;
}

CharsetChoice chosen(const Charset& charset) { return {charset.name, charset.icu}; }

}  // namespace

std::optional<CharsetChoice> charset_of_start(std::string_view bytes) {
    if (const ByteOrderMark* mark = find_mark(bytes))
        return CharsetChoice{mark->charset, mark->icu, mark->bytes.size()};
    if (const Charset* utf16 = find_utf16(bytes)) return chosen(*utf16);
    return std::nullopt;
}

CharsetChoice choose_charset(std::string_view bytes, std::string_view declared) {
    if (const std::optional<CharsetChoice> start = charset_of_start(bytes)) return *start;
    const Charset* outside = find_charset(declared);
    if (outside != nullptr && is_escaped(bytes, *outside)) return chosen(*outside);
    if (utf8::is_valid(bytes) || is_mostly_utf8(bytes)) return {"utf-8", "UTF-8"};
    if (outside != nullptr && !is_unicode(*outside)) return chosen(*outside);
    const Charset* inside = find_declared(bytes);
    if (inside != nullptr && !is_unicode(*inside)) return chosen(*inside);
    if (const Charset* detected = find_charset(detected_charset(bytes))) return chosen(*detected);
    return chosen(*find_charset("windows-1252"));
}

}  // namespace sitrep
