#include "search/query_error.hpp"

#include "base/terminal.hpp"
#include "base/utf8.hpp"

namespace sitrep {
namespace {

constexpr std::size_t kShownBefore = 60;  ///< bytes of the question left of the place, at most
constexpr std::size_t kShownAfter = 60;
constexpr std::string_view kEllipsis = "…";

}  // namespace

Error query_error(std::string_view question, std::size_t at, std::string_view what,
                  std::string hint) {
    at = utf8::floor_boundary(question, at);
    std::size_t begin = 0;
    std::size_t end = question.size();
    if (question.size() > kShownBefore + kShownAfter) {
        if (at > kShownBefore) begin = utf8::floor_boundary(question, at - kShownBefore);
        if (end - at > kShownAfter) end = utf8::floor_boundary(question, at + kShownAfter);
    }
    std::string line = begin > 0 ? std::string(kEllipsis) : std::string();
    line += printable(question.substr(begin, at - begin));
    const std::size_t column = utf8::length(line);
    line += printable(question.substr(at, end - at));
    if (end < question.size()) line += kEllipsis;

    std::string message(what);
    message += "\n  " + line + "\n  " + std::string(column, ' ') + "^";
    return {ErrorCode::BadQuery, std::move(message), std::move(hint)};
}

}  // namespace sitrep
