#include "indexer/source/xml_mender.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <utility>

namespace sitrep {
namespace {

constexpr std::size_t kLongestReference = 34;
constexpr std::size_t kLongestOpening = 12;  ///< `<![CDATA[`, `</rdf:RDF>`

/// Whether `text` begins with `&name;`, `&#8217;` or `&#x2019;`.
bool begins_reference(std::string_view text) {
    const std::size_t end = text.substr(0, kLongestReference).find(';');
    if (end == std::string_view::npos || end < 2) return false;
    std::string_view name = text.substr(1, end - 1);
    if (name.front() != '#')
        return is_ascii_alpha(name.front()) && std::all_of(name.begin(), name.end(), [](char c) {
                   return is_ascii_alpha(c) || is_ascii_digit(c);
               });
    name.remove_prefix(1);
    const bool is_hex = name.starts_with('x');
    if (is_hex) name.remove_prefix(1);
    return !name.empty() && std::all_of(name.begin(), name.end(), [is_hex](char c) {
        return is_ascii_digit(c) || (is_hex && ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f');
    });
}

}  // namespace

std::string XmlMender::mended(std::string_view piece, bool is_last) {
    std::string text = std::exchange(held_, {});
    text += piece;
    std::replace(text.begin(), text.end(), '\0', ' ');
    if (!begun_) text.erase(0, text.find_first_not_of(" \t\r\n"));
    begun_ = begun_ || !text.empty();
    std::string out;
    out.reserve(text.size() + text.size() / 64);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = step(text, at, is_last, out);
        if (next == at) {
            held_ = text.substr(at);
            break;
        }
        at = next;
    }
    return out;
}

/// Mends what begins at `at`; returns where it ends, `at` when more must come first.
std::size_t XmlMender::step(std::string_view text, std::size_t at, bool is_last, std::string& out) {
    const std::string_view rest = text.substr(at);
    if (!until_.empty()) {
        const std::size_t end = rest.find(until_);
        const bool found = end != std::string_view::npos;
        const std::size_t keeps = is_last ? 0 : until_.size() - 1;
        const std::size_t size =
            found ? end + until_.size() : rest.size() - std::min(rest.size(), keeps);
        if (found) until_ = {};
        out += rest.substr(0, size);
        return at + size;
    }
    const std::size_t plain = std::min(rest.find_first_of("&<"), rest.size());
    if (plain > 0) {
        out += rest.substr(0, plain);
        return at + plain;
    }
    const bool is_tag = rest.front() == '<';
    if (!is_last && rest.size() < (is_tag ? kLongestOpening : kLongestReference)) return at;
    if (is_tag && rest.starts_with("<![CDATA[")) until_ = "]]>";
    if (is_tag && rest.starts_with("<!--")) until_ = "-->";
    out += is_tag || begins_reference(rest) ? std::string_view(rest.substr(0, 1)) : "&amp;";
    return at + 1;
}

}  // namespace sitrep
