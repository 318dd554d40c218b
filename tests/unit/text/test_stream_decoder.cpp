#include "base/utf8.hpp"
#include "text/charset.hpp"
#include "text/stream_decoder.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sitrep;
using namespace std::string_literals;

namespace {

std::string decoded(std::string_view bytes, std::size_t step) {
    StreamDecoder decoder;
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += step)
        text += decoder.next(bytes.substr(at, step), false);
    return text + decoder.next({}, true);
}

/// More than is gathered before anything is decided.
std::string long_ascii() {
    std::string text;
    for (int i = 0; i < 40'000; ++i) text += "the fleet ";
    return text;
}

}  // namespace

TEST_CASE("stream decoder: a short text is decoded as one that is held") {
    for (const std::string& bytes :
         {"caf\xC3\xA9"s, "\xEF\xBB\xBF"s + "caf\xC3\xA9", "\xFF\xFE"s + "c\0\xE9\0"s,
          "c\0a\0f\0\xE9\0 \0a\0u\0"s, "<?xml version='1.0' encoding='koi8-r'?>\xC6\xCC\xCF\xD4"s,
          "<?xml version='1.0' encoding='shift_jis'?>\x93\xFA\x96\x7B"s, "caf\xE9 noir, na\xEFve"s,
          ""s}) {
        CAPTURE(bytes);
        for (const std::size_t step : {std::size_t{1}, std::size_t{3}, std::size_t{1000}})
            CHECK(decoded(bytes, step) == decode(bytes).text);
    }
}

TEST_CASE("stream decoder: what is declared holds behind any length of ASCII") {
    const std::string begin = "<?xml version='1.0' encoding='";
    const std::string plain = long_ascii();
    for (const std::size_t step : {std::size_t{1}, std::size_t{4096}, std::size_t{1} << 20U}) {
        CHECK(decoded(begin + "iso-8859-2'?>" + plain + "\xB3\xF3\x64\xBC " + plain + "\xB3",
                      step) == begin + "iso-8859-2'?>" + plain + "łódź " + plain + "ł");
        CHECK(decoded(begin + "iso-8859-2'?>" + plain + "łódź", step) ==
              begin + "iso-8859-2'?>" + plain + "łódź");
        CHECK(decoded(begin + "utf-8'?>" + plain + "łódź " + plain + "\x80", step) ==
              begin + "utf-8'?>" + plain + "łódź " + plain + "\xEF\xBF\xBD");
    }
}

TEST_CASE("stream decoder: a character that two pieces part is whole") {
    const std::string begin = "<?xml version='1.0' encoding='gb18030'?>" + long_ascii();
    const std::string bytes = begin + "\xBA\xA3\xBE\xFC " + begin + "\xBA\xA3\xBE\xFC";
    for (std::size_t step = 65'530; step < 65'536; ++step)
        CHECK(decoded(bytes, step) == begin + "海军 " + begin + "海军");
}

TEST_CASE("stream decoder: where a piece ends within its only letter, the text stays UTF-8") {
    const std::size_t end = std::size_t{256} << 10U;
    for (const std::string letter : {"é", "海", "😀"}) {
        for (std::size_t before = 1; before < letter.size(); ++before) {
            const std::string text = std::string(end - before, 'x') + letter + long_ascii();
            CHECK(decoded(text, end) == text);
        }
    }
}

TEST_CASE("stream decoder: any bytes become valid UTF-8") {
    std::string bytes;
    for (unsigned i = 0; i < 300'000; ++i) bytes += static_cast<char>(i * i * 2654435761U >> 24U);
    for (const std::size_t step : {std::size_t{7}, std::size_t{1} << 16U})
        CHECK(utf8::is_valid(decoded(bytes, step)));
}
