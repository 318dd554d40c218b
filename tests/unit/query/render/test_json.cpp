#include "answers.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace sitrep {

using nlohmann::json;
using test::full_hit;
using test::list_of;

TEST_CASE("json: one object on one line, its keys in a fixed order") {
    HitList list = list_of({full_hit()});
    list.elapsed_ms = 1.23456;
    CHECK(
        render_json({"cyber", "", list}, {}) ==
        R"({"version":1,"query":"cyber","total":1,"total_is_estimate":false,"total_with_all":1,"optional_words":[],)"
        R"("elapsed_ms":1.235,"hits":[{"rank":1,"score":2.5,"id":"drill.html","path":"/news/drill.html",)"
        R"("title":"Fleets drill at sea","published":"2021-06-15T23:10:00-04:00","outlet":"Harbor Herald",)"
        R"("section":"Surface","authors":["Ann Ode","B. Dash"],"url":"https://herald.example/drill",)"
        R"("snippet":"A cyber drill.","highlights":[[2,7]],"duplicates":[]}]})"
        "\n");
}

TEST_CASE("json: an unknown day is null, no hits are an empty list") {
    const json one = json::parse(render_json({"x", "", list_of({Hit{}})}, {}));
    CHECK(one["hits"][0]["published"].is_null());
    CHECK(one["hits"][0]["authors"] == json::array());
    CHECK(json::parse(render_json({"x", "", list_of({})}, {}))["hits"] == json::array());
    CHECK(json::parse(render_json({"x", "", list_of({}), "", true}, {}))["terms"] == json::array());
    CHECK(!json::parse(render_json({"x", "", list_of({})}, {})).contains("terms"));
}

TEST_CASE("json: is valid whatever bytes the question and the names hold") {
    Hit hit;
    hit.path = "/p\xFF\n\"";
    hit.id = "i\xC3";
    hit.header.title = "t\xED\xA0\x80";
    const std::string text = render_json({"q\xFE\x01", "", list_of({hit})}, {});
    CHECK(std::count(text.begin(), text.end(), '\n') == 1);
    const json object = json::parse(text);
    CHECK(object["query"] == "q\uFFFD\x01");
    CHECK(object["hits"][0]["path"] == "/p\uFFFD\n\"");
}

TEST_CASE("json: is ASCII on a terminal, UTF-8 elsewhere") {
    Hit hit;
    hit.header.title = "caf\u00E9 \u009B2J \u202Egnp\x7F";
    RenderStyle style;
    style.terminal = true;
    const std::string text = render_json({"\u6D77", "", list_of({hit})}, style);
    CHECK(std::all_of(text.begin(), text.end(),
                      [](char c) { return c == '\n' || (c >= 0x20 && c < 0x7F); }));
    CHECK(json::parse(text)["hits"][0]["title"] == hit.header.title);
    CHECK(render_json({"\u6D77", "", list_of({hit})}, {}).find("caf\u00E9") != std::string::npos);
}

TEST_CASE("json: tells what was optional, and the question's number in a batch") {
    HitList list = list_of({});
    list.optional_words = {"red", "blue"};
    const json object = json::parse(render_json({"x", "q7", list}, {}));
    CHECK(object["qid"] == "q7");
    CHECK(object["optional_words"] == json({"red", "blue"}));
    CHECK(!json::parse(render_json({"x", "", list}, {})).contains("qid"));
}

}  // namespace sitrep
