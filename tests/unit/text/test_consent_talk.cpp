#include "text/consent_talk.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("consent talk: what a banner says to the reader, and what it calls its parts") {
    CHECK(consent_talk("We use cookies to personalise content and to analyse our traffic.") ==
          ConsentTalk::Prose);
    CHECK(consent_talk(
              "With your permission we and our partners may use precise geolocation data.") ==
          ConsentTalk::Prose);
    CHECK(consent_talk("Please note that some processing may not require your consent.") ==
          ConsentTalk::Prose);
    CHECK(consent_talk("About Your Privacy") == ConsentTalk::Name);
    CHECK(consent_talk("Performance Cookies") == ConsentTalk::Name);
    CHECK(consent_talk("Reject all") == ConsentTalk::Name);
}

TEST_CASE("consent talk: a story about privacy is none") {
    CHECK(consent_talk("EU court rules that cookie banners need real consent from all users") ==
          ConsentTalk::None);
    CHECK(
        consent_talk("\u201CWe track your consent,\u201D the minister said of the cookie rules.") ==
        ConsentTalk::None);
    CHECK(consent_talk("Our partners in the alliance will deliver the radars next year.") ==
          ConsentTalk::None);
    CHECK(consent_talk("Navy buys radars") == ConsentTalk::None);
}

TEST_CASE("consent talk: banners in other languages, and headlines that are none") {
    CHECK(consent_talk("Wir und unsere Partner verwenden Cookies, um Anzeigen auszuspielen.") ==
          ConsentTalk::Prose);
    CHECK(consent_talk("Мы используем файлы cookie, чтобы улучшить работу сайта для вас.") ==
          ConsentTalk::Prose);
    CHECK(consent_talk("Tout accepter") == ConsentTalk::Name);
    CHECK(consent_talk("Los socios europeos compran radares") == ConsentTalk::None);
    CHECK(consent_talk(
              "El Congreso aprueba una ley de cookies que obliga a pedir el consentimiento") ==
          ConsentTalk::None);
}

TEST_CASE(
    "consent talk: a purpose in the framework's words is a banner's, though it speaks to nobody") {
    CHECK(consent_talk("Store and/or access information on a device") == ConsentTalk::Prose);
    CHECK(consent_talk("Develop and improve services") == ConsentTalk::Name);
    CHECK(consent_talk(
              "The radar can scan devices on a ship and improve the services of her crew.") ==
          ConsentTalk::None);
}
