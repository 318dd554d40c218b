#include "text/charset.hpp"
#include "text/mojibake.hpp"

#include <doctest/doctest.h>

using sitrep::without_mojibake;

namespace {

bool stays(const std::string& text) { return without_mojibake(text) == text; }

TEST_CASE("mojibake: UTF-8 that was read as windows-1252 or ISO-8859-1 is put back") {
    CHECK(without_mojibake("The fleetâ€™s yard") == "The fleet’s yard");
    CHECK(without_mojibake("The fleetâ\u0080\u0099s yard") == "The fleet’s yard");
    CHECK(without_mojibake("Yonkersâ€\u009Dimproved") == "Yonkers”improved");
    CHECK(without_mojibake("Yonkersâ\u0080\u0094improved") == "Yonkers—improved");
    CHECK(without_mojibake("cafÃ©, Ã©lite, RÃ©gis, FranÃ§ais") == "café, élite, Régis, Français");
    CHECK(without_mojibake("WaÅ‚Ä™sa") == "Wałęsa");
    CHECK(without_mojibake("ÐœÐ¾Ñ\u0081ÐºÐ²Ð° ä¸­å›½äºº") == "Москва 中国人");
    CHECK(without_mojibake("cafÃƒÂ©") == "café");
}

TEST_CASE("mojibake: where it is sure, what is likely beside it is put back, too") {
    CHECK(without_mojibake("donâ€™t â€“ Â© 2024, 20Â°C, Â£5, RÃ‰GIS ðŸš¢") ==
          "don’t – © 2024, 20°C, £5, RÉGIS 🚢");
    CHECK(stays("â€“ Â© 2024, 20Â°C, Â£5, RÃ‰GIS ðŸš¢"));
}

TEST_CASE("mojibake: what may be meant stays") {
    for (const std::string text :
         {"AMANHÃ», AMANHÃ\u00A0de, IRMÃ—de, MÃ\u00ADe", "« Liberté », « café\u00A0», « ÉTÉ»",
          "NESCAFÉ® und „daß“", "NÅ” och HYVÄ”", "fiancé—a good, Soulé’s, Sadrâ”…",
          "Rosa\u00A0×\u00A0mediocci", "Tom Křížek", "São Paulo, Chişinău, Việt Nam",
          "Москва, 中国人, Ελλάδα", ""}) {
        CAPTURE(text);
        CHECK(stays(text));
        CHECK(without_mojibake(text + " It isnâ€™t.") == text + " It isn’t.");
    }
}

TEST_CASE("mojibake: what is talked of stays") { CHECK(stays("I saw \"Ã¤\" and 'â€™'.")); }

TEST_CASE("mojibake: files are read without it") {
    CHECK(sitrep::decode("The fleetâ€™s yard").text == "The fleet’s yard");
}

}  // namespace
