#include "query/render/marked_text.hpp"

#include "base/terminal.hpp"

namespace sitrep {
namespace {

constexpr std::string_view kMatch = "\033[1;31m";
constexpr std::string_view kPlain = "\033[0m";

}  // namespace

std::string marked(std::string_view text, const std::vector<ByteRange>& matches, bool colour,
                   std::string_view base) {
    if (!colour) return printable(text);
    std::string out(base);
    each_piece(text, matches, [&](std::string_view piece, bool is_match) {
        if (is_match) out += kMatch;
        out += printable(piece);
        if (is_match) out.append(kPlain).append(base);
    });
    if (!base.empty()) out += kPlain;
    return out;
}

std::string linked(const std::string& text, const std::string& address) {
    if (address.empty()) return text;
    return "\033]8;;" + address + "\033\\" + text + "\033]8;;\033\\";
}

}  // namespace sitrep
