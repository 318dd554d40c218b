#include "text/language.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace sitrep;

namespace {

constexpr std::string_view kFrench =
    "Le ministère des Armées a annoncé mardi la livraison de deux nouvelles frégates à la marine "
    "nationale. Les équipages, formés depuis le printemps, prendront la mer avant la fin de "
    "l'année. "
    "Selon le porte-parole, ces bâtiments seront chargés de surveiller les approches maritimes et "
    "de "
    "protéger les navires marchands. Le coût du programme, qui dépasse les prévisions, sera "
    "examiné "
    "par les députés au cours des prochaines semaines, a-t-il précisé devant les journalistes.";
constexpr std::string_view kEnglish =
    "The ministry said on Tuesday that two new frigates had been handed over to the navy. Their "
    "crews "
    "have been training since the spring and will go to sea before the end of the year. According "
    "to "
    "a spokesman the ships are to watch the approaches and to protect merchant vessels. What the "
    "program costs, more than was foreseen, will be looked at by lawmakers over the coming weeks, "
    "he "
    "told reporters who had been waiting in the rain for most of that morning.";
constexpr std::string_view kRussian =
    "Министерство обороны сообщило во вторник о передаче флоту двух новых фрегатов. Экипажи, "
    "которые "
    "готовились с весны, выйдут в море до конца года. По словам представителя ведомства, корабли "
    "будут наблюдать за подходами и защищать торговые суда.";
constexpr std::string_view kGerman =
    "Das Ministerium teilte am Dienstag mit, dass der Marine zwei neue Fregatten übergeben worden "
    "seien. Die Besatzungen üben seit dem Frühjahr und werden noch vor dem Ende des Jahres in See "
    "stechen. Nach Angaben eines Sprechers sollen die Schiffe die Zufahrten überwachen und die "
    "Handelsschiffe schützen. Die Kosten des Programms, die höher sind als vorgesehen, werden die "
    "Abgeordneten in den kommenden Wochen prüfen, sagte er den wartenden Journalisten.";

Article article_of(std::string_view body, std::string language) {
    Article article;
    article.header.language = std::move(language);
    article.sections = {{"", {std::string(body)}}};
    return article;
}

}  // namespace

TEST_CASE("language: is told from four hundred bytes on") {
    CHECK(detected_language(kEnglish) == "en");
    CHECK(detected_language(kFrench) == "fr");
    CHECK(detected_language(kRussian) == "ru");
    CHECK(detected_language(kGerman) == "de");
    CHECK(detected_language(kFrench.substr(0, 300)).empty());
    CHECK(detected_language("").empty());
}

TEST_CASE("language: of two languages in one text neither is told") {
    CHECK(detected_language(std::string(kFrench) + "\n" + std::string(kEnglish)).empty());
}

TEST_CASE("language: bytes that are no text have none") {
    CHECK(detected_language(std::string(1000, '\x01')).empty());
    CHECK(detected_language(std::string(1000, '7')).empty());
}

TEST_CASE("language: stems are English unless the text is surely another's") {
    CHECK(stemming_language(article_of(kFrench, "")) == "fr");
    CHECK(stemming_language(article_of(kFrench, "fr-FR")) == "fr");
    CHECK(stemming_language(article_of(kFrench, "en-US")) == "en");
    CHECK(stemming_language(article_of(kEnglish, "fr")) == "en");
    CHECK(stemming_language(article_of(kFrench.substr(0, 200), "fr")) == "en");
}
