#include "model/json_line.hpp"

#include "base/terminal.hpp"

#include <nlohmann/json.hpp>
#include <unistd.h>

#include <string_view>

namespace sitrep {

JsonLetters letters_for_output() {
    return is_terminal(STDOUT_FILENO) ? JsonLetters::Ascii : JsonLetters::Utf8;
}

std::string json_line(const nlohmann::ordered_json& object, JsonLetters letters) {
    std::string line = object.dump(-1, ' ', letters == JsonLetters::Ascii,
                                   nlohmann::ordered_json::error_handler_t::replace);
    constexpr std::string_view kSeparators = "\xE2\x80";  // and A8 or A9: in strings only
    for (std::size_t at = line.find(kSeparators); at != std::string::npos;
         at = line.find(kSeparators, at + 1)) {
        if (line.compare(at + 2, 1, "\xA8") == 0) line.replace(at, 3, "\\u2028");
        if (line.compare(at + 2, 1, "\xA9") == 0) line.replace(at, 3, "\\u2029");
    }
    return line;
}

}  // namespace sitrep
