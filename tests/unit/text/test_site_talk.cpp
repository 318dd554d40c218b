#include "text/site_talk.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("site talk: lines that say what they are, in any spelling of their letters") {
    SiteTalk talk("");
    CHECK(talk.line("INICIAR SESIÓN") == SiteLine::Menu);
    CHECK(talk.line("Partager sur Facebook") == SiteLine::Share);
    CHECK(talk.line("Anzeige") == SiteLine::Promo);
    CHECK(talk.line("ЧИТАЙТЕ ТАКЖЕ: Старый фрегат прощается с флотом") == SiteLine::Promo);
    CHECK(talk.line("3 comentários") == SiteLine::Tail);
    CHECK(talk.line("Comentarios (12)") == SiteLine::Tail);
    CHECK(talk.line("よく読まれている記事") == SiteLine::Tail);
    CHECK(talk.line("Wszelkie prawa zastrzeżone") == SiteLine::Legal);
    CHECK(talk.line("© 2024 Havenbode") == SiteLine::Legal);
    CHECK(talk.line("港口日报 版权所有") == SiteLine::Legal);
}

TEST_CASE("site talk: sentences and headings that begin so are none") {
    SiteTalk talk("");
    CHECK(talk.line("Anzeige gegen den Kommandeur der Brigade") == SiteLine::None);
    CHECK(talk.line("Kontakt zu den Rebellen abgebrochen") == SiteLine::None);
    CHECK(talk.line("Comentarios de este tipo no ayudan a nadie en la base.") == SiteLine::None);
    CHECK(talk.line("Publicité pour un char de combat") == SiteLine::None);
    CHECK(talk.line("Реклама танков на выставке вооружений") == SiteLine::None);
    CHECK(talk.line("广告费用上升") == SiteLine::None);
    CHECK(talk.line("") == SiteLine::None);
}

TEST_CASE("site talk: of one language only, where that is known") {
    CHECK(SiteTalk("de").line("Lo más leído") == SiteLine::None);
    CHECK(SiteTalk("zh-Hant").line("熱門新聞") == SiteLine::Tail);
    CHECK(SiteTalk("zh").knows_any());
    CHECK_FALSE(SiteTalk("sv").knows_any());
}

TEST_CASE("site talk: a banner speaks to the reader, a report of cookies does not") {
    SiteTalk talk("");
    const ConsentCount banner = talk.consent(
        "Utilizamos cookies para personalizar anuncios. Puede retirar su consentimiento.");
    CHECK(banner.topics >= 3);
    CHECK(banner.cookies);
    CHECK(banner.notice);
    CHECK(banner.to_reader);
    CHECK_FALSE(talk.consent("La ley regula las cookies, los datos personales y la publicidad, "
                             "dijo la ministra: “usted decide”.")
                    .to_reader);
    CHECK(talk.consent("El buque llegó ayer al puerto.").topics == 0);
    CHECK(talk.is_answer("Alle akzeptieren"));
    CHECK_FALSE(talk.is_answer("Die Marine will ablehnen"));
}
