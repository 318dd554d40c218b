#include "base/utf8.hpp"
#include "text/charset.hpp"
#include "text/charset_labels.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

namespace {

using namespace sitrep;
using namespace std::string_literals;

/// ASCII text as UTF-16.
std::string utf16(std::string_view text, bool little) {
    std::string out;
    for (const char c : text) {
        if (!little) out += '\0';
        out += c;
        if (little) out += '\0';
    }
    return out;
}

TEST_CASE("charset: a byte order mark decides, and goes") {
    CHECK(decode("\xEF\xBB\xBFhi").text == "hi");
    CHECK(decode("\xFF\xFE" + utf16("hi", true)).text == "hi");
    CHECK(decode("\xFE\xFF" + utf16("hi", false)).charset == "utf-16be");
    CHECK(decode("\xFF\xFE\0\0h\0\0\0"s).text == "h");
    CHECK(decode("\0\0\xFE\xFF\0\0\0h"s).charset == "utf-32be");
    CHECK(decode("\xEF\xBB\xBF"
                 "a\xFFz")
              .text == "a\xEF\xBF\xBDz");
}

TEST_CASE("charset: what HTTP or MIME declares comes after UTF-8 and before the page's own word") {
    CHECK(decode("<meta charset=windows-1252>\xC0", "windows-1251").text.ends_with("\u0410"));
    CHECK(decode("caf\u00e9", "windows-1251").charset == "utf-8");
    CHECK(decode("caf\xE9 cr\xE8me", "utf-8").charset == "windows-1252");
    CHECK(decode("\x1B$B%m%7%\"\x1B(B", "iso-2022-jp").text == "\u30ed\u30b7\u30a2");
    CHECK(decode("plain", "no such charset").text == "plain");
}

TEST_CASE("charset: valid UTF-8 is UTF-8 whatever it declares") {
    const Decoded page = decode("<meta charset=windows-1251><p>caf\xC3\xA9");
    CHECK(page.charset == "utf-8");
    CHECK(page.replaced == 0);
    CHECK(decode("").charset == "utf-8");
}

TEST_CASE("charset: a few broken sequences do not unmake UTF-8") {
    std::string text;
    for (int i = 0; i < 98; ++i) text += "\xC3\xA9 ";
    Decoded page = decode(text + "\xFF\xFF end");
    CHECK(page.charset == "utf-8");
    CHECK(page.replaced == 2);
    page = decode(text + "\xFF\xFF\xFF end");
    CHECK(page.charset != "utf-8");
    CHECK(decode("\xC3\xA9 cut off \xE2\x80").charset == "utf-8");
}

TEST_CASE("charset: one bad byte does not unmake a UTF-8 text with few sequences") {
    const Decoded page = decode("The ship\xE2\x80\x99s crew \xFF left.");
    CHECK(page.charset == "utf-8");
    CHECK(page.text == "The ship\xE2\x80\x99s crew \xEF\xBF\xBD left.");
    CHECK(decode("caf\xC3\xA9 cr\xC3\xA8me \x93 sold").charset == "utf-8");
    CHECK(decode("\xC9\xBB caf\xE9.").charset != "utf-8");  // a sequence by chance is none
    CHECK(decode("\xC3\xA9t\xC3\xA9 \xE9t\xE9.").charset != "utf-8");
}

TEST_CASE("charset: a declaration is read as browsers read it") {
    CHECK(decode("<meta charset=\"iso-8859-1\"><p>\x93quoted\x94").text ==
          "<meta charset=\"iso-8859-1\"><p>“quoted”");
    const Decoded russian = decode(
        "<META http-equiv='Content-Type' content='text/html; "
        "charset=windows-1251'><p>\xCF\xF0\xE8\xE2\xE5\xF2");
    CHECK(russian.charset == "windows-1251");
    CHECK(russian.text.ends_with("Привет"));
    CHECK(decode("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>\x93\xFA\x96\x7B")
              .text.ends_with("日本"));
    const std::string late = "<!--" + std::string(30'000, 'x') + "--><meta charset=koi8-r>\xF0";
    CHECK(decode(late).charset == "koi8-r");
}

TEST_CASE("charset: a declaration that cannot be true is passed over") {
    CHECK(decode("<meta charset=utf-8><p>Fa\xE7"
                 "ade and caf\xE9 with na\xEFve text")
              .charset == "windows-1252");
    CHECK(decode("<meta charset=utf-16><p>caf\xE9 or so").charset == "windows-1252");
    CHECK(decode("<meta charset=utf-7><p>caf\xE9 +ADw-script+AD4-").text.find("+ADw-") !=
          std::string::npos);
    CHECK(decode("<meta charset=none-such><p>caf\xE9").charset == "windows-1252");
}

TEST_CASE("charset: UTF-16 without a mark is known by its NULs") {
    CHECK(decode(utf16("The ships sailed on.", true)).text == "The ships sailed on.");
    CHECK(decode(utf16("The ships sailed on.", false)).charset == "utf-16be");
}

TEST_CASE("charset: without any hint the detector is asked, then windows-1252 taken") {
    std::string koi8;
    for (int i = 0; i < 10; ++i)
        koi8 += "\xF0\xD2\xC9\xD7\xC5\xD4 \xCD\xC9\xD2, \xCB\xC1\xCB \xC4\xC5\xCC\xC1? ";
    CHECK(decode(koi8).charset == "koi8-u");
    CHECK(decode("\x93smart\x94 \x96 caf\xE9").text == "“smart” – café");
}

/// In windows-1251.
std::string cyrillic(std::u32string_view text) {
    std::string bytes;
    for (const char32_t c : text)
        bytes += static_cast<char>(c >= U'А' && c <= U'я' ? c - U'А' + 0xC0 : c);
    return bytes;
}

TEST_CASE("charset: one that has no rival is believed, though its text is short") {
    const std::string russian =
        cyrillic(U"Северный флот получил новый фрегат. Экипаж провел стрельбы по морским целям.");
    CHECK(decode(russian).text.starts_with("Северный флот"));
    CHECK(decode("<html><body><div class=story><p>" + russian + "</p></div></body></html>")
              .text.find("новый фрегат") != std::string::npos);
    const std::string turkish =
        "T\xFCrk Deniz Kuvvetleri yeni f\xFDrkateyni te"
        "slim ald\xFD. \xDDstanbul'daki t\xF6rende konu\xFE"
        "an"
        " bakan, geminin haz\xFDr oldu\xF0unu s\xF6yledi.";
    CHECK(decode(turkish).text.find("fırkateyni teslim aldı. İstanbul") != std::string::npos);
    const std::string ukrainian =
        "\xF7\xA6\xCA\xD3\xD8\xCB\xCF\xD7\xCF-\xCD\xCF\xD2\xD3\xD8\xCB\xA6 "
        "\xD3\xC9\xCC\xC9 \xCF\xD4\xD2\xC9\xCD\xC1\xCC\xC9 \xCE\xCF\xD7\xC9"
        "\xCA \xCB\xCF\xD2\xD7\xC5\xD4. \xEB\xCF\xD2\xC1\xC2\xC5\xCC\xD8"
        " \xD5\xD7\xA6\xCA\xDB\xCF\xD7 \xC4\xCF \xD3\xCB\xCC\xC1\xC4\xD5"
        " \xC6\xCC\xCF\xD4\xD5 \xD0\xA6\xD3\xCC\xD1 \xD7\xC9\xD0\xD2\xCF"
        "\xC2\xD5\xD7\xC1\xCE\xD8.";
    CHECK(decode(ukrainian).text.starts_with("Військово-морські сили"));
}

TEST_CASE("charset: a sign in English is no letter of another alphabet") {
    CHECK(decode("Rus | 0.54 | 3.41 | 10.6\xD7 | Ukr | 0.56").text ==
          "Rus | 0.54 | 3.41 | 10.6× | Ukr | 0.56");
}

TEST_CASE("charset: NULs never reach the text") {
    const Decoded page = decode("one\0two three four five six seven eight"s);
    CHECK(page.text.find('\0') == std::string::npos);
    CHECK(page.replaced == 1);
}

TEST_CASE("charset: any bytes become valid UTF-8") {
    std::mt19937 random(11);
    for (int round = 0; round < 500; ++round) {
        std::string bytes = round % 3 == 0 ? "<meta charset=iso-2022-jp>" : "";
        for (int i = 0; i < 200; ++i) bytes += static_cast<char>(random() % 256);
        REQUIRE(utf8::is_valid(decode(bytes).text));
    }
}

TEST_CASE("charset: labels are WHATWG's") {
    struct Row {
        std::string_view label;
        std::string_view name;
    };
    const Row rows[] = {{"ISO-8859-1", "windows-1252"},
                        {" latin1 ", "windows-1252"},
                        {"us-ascii", "windows-1252"},
                        {"iso-8859-9", "windows-1254"},
                        {"gb2312", "gbk"},
                        {"x-sjis", "shift_jis"},
                        {"ks_c_5601-1987", "euc-kr"},
                        {"UTF8", "utf-8"},
                        {"tis-620", "windows-874"}};
    for (const Row& row : rows) {
        CAPTURE(row.label);
        REQUIRE(find_charset(row.label) != nullptr);
        CHECK(find_charset(row.label)->name == row.name);
    }
    for (const std::string_view bad :
         {"", " ", "utf-7", "ibm037", "hz-gb-2312", "latin1 l1", "scsu"}) {
        CAPTURE(bad);
        CHECK(find_charset(bad) == nullptr);
    }
}

TEST_CASE("charset: every converter that the labels name is there") {
    for (const std::string_view name :
         {"ibm866",       "iso-8859-2",   "iso-8859-3",   "iso-8859-4",   "iso-8859-5",
          "iso-8859-6",   "iso-8859-7",   "iso-8859-8",   "iso-8859-10",  "iso-8859-13",
          "iso-8859-14",  "iso-8859-15",  "koi8-r",       "koi8-u",       "macintosh",
          "windows-874",  "windows-1250", "windows-1251", "windows-1253", "windows-1254",
          "windows-1255", "windows-1256", "windows-1257", "windows-1258", "x-mac-cyrillic",
          "gb18030",      "gbk",          "big5",         "euc-jp",       "shift_jis",
          "euc-kr"}) {
        CAPTURE(name);
        const std::string page = "<meta charset=" + std::string(name) + ">\xA4\xE1 \xA4\xE1";
        const Decoded decoded = decode(page);
        CHECK(decoded.charset == name);
        CHECK(decoded.replaced == 0);
    }
}

TEST_CASE("charset: what is binary and what is text") {
    CHECK_FALSE(looks_binary(""));
    CHECK_FALSE(looks_binary("Plain text,\twith\r\nlines\f.\n"));
    CHECK_FALSE(looks_binary("\xFF\xFE" + utf16("hi", true)));
    CHECK_FALSE(looks_binary(utf16("A text without a mark.", true)));
    CHECK_FALSE(looks_binary("caf\xE9 \x93quoted\x94"));
    CHECK_FALSE(looks_binary(std::string(500, 'a') + '\0'));
    CHECK_FALSE(looks_binary("Yard opens\x07\n"));
    CHECK_FALSE(looks_binary("Yard opens\0\n"s));
    CHECK(looks_binary("Yard opens\0\x01\n"s));
    CHECK(looks_binary("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s));
    CHECK(
        looks_binary("\x7F"
                     "ELF\x02\x01\x01\0\0\0"s));
    std::mt19937 random(3);
    std::string noise;
    for (int i = 0; i < 4000; ++i) noise += static_cast<char>(random() % 256);
    CHECK(looks_binary(noise));
}

}  // namespace
