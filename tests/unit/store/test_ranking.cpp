#include "library.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

using namespace sitrep;
using test::article;
using test::Ids;
using test::Library;

TEST_CASE("ranking: words are relaxed when too few articles hold them all, and it says so") {
    Library library;
    library.add(article({"r", "both"}, "T", "alpha bravo"));
    library.add(article({"r", "one"}, "T", "alpha only"));
    for (int i = 0; i < 300; ++i)
        library.add(article({"r", "x" + std::to_string(i)}, "T", "charlie delta"));
    library.commit();
    const HitList relaxed = library.ask("alpha bravo");
    CHECK(relaxed.optional_words == Ids{"alpha", "bravo"});
    CHECK(relaxed.total == 2);
    CHECK(relaxed.total_with_all == 1);
    CHECK(relaxed.hits[0].id == "both");
    const HitList strict = library.ask("charlie delta");
    CHECK(strict.optional_words.empty());
    CHECK(strict.total == 300);
    CHECK(library.ids("alpha AND bravo") == Ids{"both"});
}

TEST_CASE("ranking: relaxed, all that hold every word come before any that does not") {
    Library library;
    library.add(article({"r", "often"}, "alpha alpha alpha", "alpha alpha alpha"));
    library.add(article({"r", "both"}, "T",
                        "alpha, and after a long while and many other words here, bravo"));
    for (int i = 0; i < 20; ++i)
        library.add(article({"r", "x" + std::to_string(i)}, "T", "bravo delta"));
    library.commit();
    const HitList list = library.ask("alpha bravo");
    CHECK(list.hits[0].id == "both");
    CHECK(list.total_with_all == 1);
    CHECK(list.total == 22);
}

TEST_CASE("ranking: feedback asks for what the best articles share, within what is asked for") {
    Library library;
    const std::string drill = "The icebreaker drill in the fjord saw divers and sonar.";
    library.add(article({"r", "a"}, "Icebreaker drill", drill, "2015-01-01"));
    library.add(
        article({"r", "b"}, "Icebreaker back", "The icebreaker left; " + drill, "2015-01-02"));
    library.add(
        article({"r", "c"}, "Divers", "Divers with sonar went down in the fjord.", "2016-01-03"));
    library.add(
        article({"r", "d"}, "Divers", "Divers with sonar again in the fjord.", "2015-01-04"));
    for (int i = 0; i < 8; ++i)
        library.add(article({"r", "x" + std::to_string(i)}, "Tanks", "Tanks rolled by.", ""));
    library.commit();
    SearchOptions options;
    options.feedback = 5;
    CHECK(library.ids("icebreaker").size() == 2);
    const HitList list = library.ask("icebreaker", options);
    CHECK(list.total == 4);
    CHECK(list.total_with_all == 2);
    CHECK(std::count(list.learnt_words.begin(), list.learnt_words.end(), "sonar") == 1);
    CHECK(std::count(list.learnt_words.begin(), list.learnt_words.end(), "tank") == 0);
    CHECK(library.ids("icebreaker date:2015", options).size() == 3);
    CHECK(library.ids("nosuchword", options).empty());
}

TEST_CASE("ranking: feedback learns what two of the best say, and half of few articles at most") {
    Library library;
    const std::string tanks = " while tanks rolled by, guns were cleaned and soldiers slept";
    library.add(article({"r", "a"}, "Icebreaker", "It saw fjord, sonar and periscope."));
    library.add(article({"r", "b"}, "Icebreaker", "It saw fjord and sonar."));
    for (int i = 0; i < 10; ++i) {
        std::string text = "Then";
        if (i < 4) text += " fjord";  // six of twelve have it
        if (i < 5) text += " sonar";  // and seven that
        if (i < 2) text += " periscope";
        library.add(article({"r", "x" + std::to_string(i)}, "Tanks", text + tanks));
    }
    library.commit();
    SearchOptions options;
    options.feedback = 5;
    const Ids learnt = library.ask("icebreaker", options).learnt_words;
    CHECK(std::count(learnt.begin(), learnt.end(), "fjord") == 1);
    CHECK(std::count(learnt.begin(), learnt.end(), "sonar") == 0);
    CHECK(std::count(learnt.begin(), learnt.end(), "periscop") == 0);
}

TEST_CASE("ranking: recency lifts what is new, by half with each half-life") {
    Library library;
    library.add(article({"r", "old"}, "News", "A radar and a radar and on much else besides.",
                        "2010-01-01"));
    library.add(article({"r", "new"}, "News", "Something on a radar and on much else besides.",
                        "2025-06-14"));
    library.add(
        article({"r", "undated"}, "News", "Something on a radar and on much else besides.", ""));
    library.commit();
    SearchOptions options;
    CHECK(library.ids("radar", options).front() == "old");
    options.recency = Recency{30, {2025, 6, 15}};
    CHECK(library.ids("radar", options) == Ids{"new", "old", "undated"});
    options.recency = Recency{1, {2030, 1, 1}};
    CHECK(library.ids("radar", options).front() == "old");
}

TEST_CASE("ranking: recency is halved eight times, and then nothing") {
    Library library;
    const std::map<std::string, std::string> days = {
        {"today", "2025-06-15"}, {"tomorrow", "2025-06-16"}, {"one", "2025-05-16"},
        {"two", "2025-04-16"},   {"eight", "2024-10-18"},    {"older", "2024-10-17"},
        {"undated", ""}};
    for (const auto& [name, day] : days)
        library.add(article({"r", name}, "News", "Something on a radar.", day));
    library.commit();
    SearchOptions options;
    options.recency = Recency{30, {2025, 6, 15}};
    std::map<std::string, double> scores;
    for (const Hit& hit : library.ask("radar", options).hits) scores[hit.id] = hit.score;
    REQUIRE(scores.size() == days.size());
    const auto gain = [&](const char* name) { return scores[name] - scores["undated"]; };
    const double most = gain("today");
    CHECK(most > 0);
    CHECK(gain("tomorrow") == doctest::Approx(most));
    CHECK(gain("one") == doctest::Approx(most / 2));
    CHECK(gain("two") == doctest::Approx(most / 4));
    CHECK(gain("eight") == doctest::Approx(most / 256));
    CHECK(gain("older") == 0);
}

TEST_CASE("ranking: fields weigh what the question says they weigh") {
    Library library;
    library.add(article({"r", "headline"}, "Frigate",
                        "It sailed past the old harbour wall at dawn, twice.", "2015-01-01"));
    library.add(article({"r", "text"}, "Ships", "The frigate was a frigate that sailed at dawn.",
                        "2015-01-02"));
    library.commit();
    SearchOptions options;
    options.boosts[static_cast<std::size_t>(Field::Title)] = 0;
    CHECK(library.ids("frigate", options) == Ids{"text", "headline"});
    options.boosts[static_cast<std::size_t>(Field::Title)] = 5;
    CHECK(library.ids("frigate", options) == Ids{"headline", "text"});
}

TEST_CASE("ranking: the article whose headline was typed comes before others on its subject") {
    Library library;
    library.add(
        article({"r", "other"}, "F-35 jets, F-35 jets: the jets in Japan",
                "The F-35 jets, jets and jets to arrive in Japan arrive. F-35 jets arrive."));
    library.add(article({"r", "same"}, "First F-35 jets arrive in Japan",
                        "It was a day like another and a long one, with some wind from the sea, "
                        "where others had landed before and all of them had been welcome."));
    library.commit();
    for (const char* question : {"first f35 jets arrive in japan", "f-35 jets arrive in Japan?"}) {
        CAPTURE(question);
        CHECK(library.ids(question) == Ids{"same", "other"});
    }
    CHECK(library.ids("f-35 jets arrive") == Ids{"other", "same"});
    SearchOptions options;
    options.boosts[static_cast<std::size_t>(Field::Title)] = 0;
    CHECK(library.ids("f-35 jets arrive in Japan", options).front() == "other");
}

TEST_CASE("ranking: a headline that can be read in several ways counts once") {
    Library library;
    library.add(article({"r", "a"}, "Long-range bomber flies over Japan", "It flew."));
    library.add(article({"r", "b"}, "Ships", "Long range; a bomber flies over to Japan and back."));
    library.commit();
    const auto headline = [&](const char* question) {
        QueryPtr query = *parse_query(question, {2025, 6, 15});
        analyze_query(*query, library.searcher().analyzer(), StopWords::parse("the\n"));
        return library.searcher().account_for("a", *query, {})->front().headline;
    };
    const double once = headline("long range bomber flies over japan");
    CHECK(once > 0);
    CHECK(headline("long-range bomber flies over japan") < 1.5 * once);
}

TEST_CASE("ranking: words that no article holds find nothing, whatever stands beside them") {
    Library library;
    library.add(article({"r", "a"}, "Radar", "A radar beside a tank.", "2015-04-27"));
    library.commit();
    for (const char* question : {"nosuch nowhere", "nosuch nowhere date:2015",
                                 "nosuch nowhere +radar", "nosuch nowhere -ships"}) {
        CAPTURE(question);
        CHECK(library.ids(question).empty());
    }
}

TEST_CASE("ranking: no article gains by words side by side that it has not, whatever is asked") {
    Library library;
    const std::array<std::string, 4> orders = {"coast guard", "guard the coast", "coast", "guard"};
    for (std::size_t i = 0; i < 120; ++i) {
        const std::string& words = orders[i % orders.size()];
        library.add(article({"r", std::to_string(i)}, i % 3 == 0 ? words : "Ships at sea",
                            "The " + words + (i % 5 == 0 ? " saw a coast guard" : " sails") +
                                (i % 7 == 0 ? " by radar." : "."),
                            i % 2 == 0 ? "2015-04-27" : "2016-04-27"));
    }
    library.commit();
    SearchOptions all;
    all.limit = 200;
    SearchOptions drawn = all;
    drawn.sample = Sample{40, 1};
    for (const char* question :
         {"coast guard date:2015", "coast guard +radar", "coast guard -radar", "coast-guard radar",
          "coast-guard date:2015", "guard coast size:1..", "coast guard"}) {
        QueryPtr query = *parse_query(question, {2025, 6, 15});
        analyze_query(*query, library.searcher().analyzer(), StopWords::parse("the\n"));
        for (const SearchOptions& options : {all, drawn}) {
            for (const Hit& hit : library.ask(question, options).hits) {
                CAPTURE(question);
                CAPTURE(hit.id);
                const auto accounts = library.searcher().account_for(hit.id, *query, options);
                REQUIRE(accounts);
                CHECK(std::abs(accounts->front().score - hit.score) < 1e-6);
                CHECK(std::abs(accounts->front().rest) < 1e-6);
            }
        }
    }
}

TEST_CASE("ranking: the parts of a question add up to what an article scores") {
    Library library;
    library.add(
        article({"r", "a"}, "Radar pact", "Japan shares a radar with allied ships.", "2015-04-27"));
    library.add(article({"r", "b"}, "Ships", "A ship with radars, tanks, tanks.", "2016-01-02"));
    library.add(article({"r", "c"}, "Tanks", "A tank alone.", "2017-01-02"));
    library.add(article({"r", "d"}, "Japan shares radar with ships", "A radar in Japan. Ships."));
    library.commit();
    for (const char* question :
         {"radar", "radar ships", "shares radar ships", "\"allied ships\" radar", "radar AND ships",
          "radar^3 OR (japan OR ships)^2", "rada* date:2015", "title:radar -tanks", "+radar tanks",
          "japan NEAR/5 radar", "radar radar ships", "japan shares radar with ships"}) {
        CAPTURE(question);
        QueryPtr query = *parse_query(question, {2025, 6, 15});
        analyze_query(*query, library.searcher().analyzer(), StopWords::parse("the\n"));
        for (const Hit& hit : library.ask(question).hits) {
            const auto accounts = library.searcher().account_for(hit.id, *query, {});
            REQUIRE(accounts);
            REQUIRE(accounts->size() == 1);
            const HitAccount& account = accounts->front();
            CHECK(account.matches);
            CHECK(account.rank == hit.rank);
            CHECK(account.score == doctest::Approx(hit.score).epsilon(1e-9));
            CHECK(std::abs(account.rest) < 1e-6);
        }
    }
}

TEST_CASE("ranking: a word's foreign stems are looked for in articles of their language only") {
    Library library;
    library.add(article({"r", "carry"}, "T", "They carry new tank oil to the office and operate."));
    library.add(article({"r", "officer"}, "T", "Officers of both carriers gave the news."));
    StoredArticle french = article(
        {"r", "french"}, "T",
        "Les frégates de la marine nationale quittent le port de Brest pour une longue mission "
        "dans l'océan Atlantique, et les officiers ont déclaré que le navire opérerait avec eux. "
        "Le ministre des armées a confirmé que ces bâtiments seraient de retour au printemps, "
        "après avoir pris part à plusieurs exercices avec les alliés de la France. "
        "Deux autres navires doivent les rejoindre dans les prochains jours.");
    french.article.header.language = "fr";
    library.add(french);
    library.commit();
    REQUIRE(library.searcher().stem_languages() == Ids{"fr"});
    CHECK(library.ids("tanker").empty());
    CHECK(library.ids("news") == Ids{"officer"});
    CHECK(library.ids("opera") == Ids{"french"});
    CHECK(library.ids("carrier") == Ids{"officer"});
    CHECK(library.ids("carry -officer") == Ids{"carry"});
    CHECK(library.ids("frégate") == Ids{"french"});
    CHECK(library.ids("opérera") == Ids{"french"});
    CHECK(library.ask("frégate").hits[0].snippet.text.find("frégates") != std::string::npos);
}
