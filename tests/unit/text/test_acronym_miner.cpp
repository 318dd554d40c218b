#include "text/acronym_miner.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace sitrep;

/// "ISR=intelligence, surveillance and reconnaissance; UAV*=...": `*` for a plural.
std::string mined(std::string_view text) {
    AcronymMiner miner;
    std::vector<AcronymDefinition> found;
    miner.mine(text, found);
    std::string out;
    for (const AcronymDefinition& one : found) {
        if (!out.empty()) out += "; ";
        out += std::string(one.acronym) + (one.plural ? "*=" : "=") + std::string(one.meaning);
    }
    return out;
}

struct Row {
    std::string_view text;
    std::string_view definitions;
};

void check(std::initializer_list<Row> rows) {
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(mined(row.text) == row.definitions);
    }
}

TEST_CASE("acronym miner: a long form and its acronym in parentheses, either way round") {
    check({{"They fly intelligence, surveillance and reconnaissance (ISR) missions.",
            "ISR=intelligence, surveillance and reconnaissance"},
           {"ISR (intelligence, surveillance, and reconnaissance) drones",
            "ISR=intelligence, surveillance, and reconnaissance"},
           {"the Defense Advanced Research Projects Agency (DARPA) said",
            "DARPA=Defense Advanced Research Projects Agency"},
           {"anti-access/area denial (A2/AD) weapons", "A2/AD=anti-access/area denial"},
           {"command, control, communications, computers, intelligence, surveillance and "
            "reconnaissance (C4ISR)",
            "C4ISR=command, control, communications, computers, intelligence, surveillance and "
            "reconnaissance"},
           {"unmanned aerial vehicles (UAVs) flew", "UAV*=unmanned aerial vehicles"},
           {"an unmanned aerial vehicle (\u201CUAV\u201D) flew", "UAV=unmanned aerial vehicle"},
           {"U.S. Special Operations Command (USSOCOM) and Central Command (CENTCOM)",
            "USSOCOM=U.S. Special Operations Command; CENTCOM=Central Command"},
           {"the Department of Defense (DoD)", "DoD=Department of Defense"}});
}

TEST_CASE("acronym miner: in apposition") {
    check({{"Joint All-Domain Command and Control, or JADC2, links them.",
            "JADC2=Joint All-Domain Command and Control"},
           {"JADC2, or Joint All-Domain Command and Control, links them.",
            "JADC2=Joint All-Domain Command and Control"},
           {"tanks, or APCs for those without", ""},
           {"Navy, or Army units", ""}});
}

TEST_CASE("acronym miner: the meaning that needs the fewest excuses") {
    check({{"the American Association of University Women (AAUW)",
            "AAUW=American Association of University Women"},
           {"a closed-circuit television (CCTV) feed", "CCTV=closed-circuit television"},
           {"in-situ resource utilization (ISRU)", "ISRU=in-situ resource utilization"},
           {"said the Armored Brigade Combat Team (ABCT)", "ABCT=Armored Brigade Combat Team"}});
}

TEST_CASE("acronym miner: what looks like a definition and is none") {
    check({{"USS Ronald Reagan (CVN 76)", ""},
           {"Sen. Ben Cardin (D-Md.) and Rep. Kay Granger (R-Texas)", ""},
           {"Lockheed Martin (NYSE: LMT)", ""},
           {"the missile (see below)", ""},
           {"It ended. Reconnaissance (ISR) began", ""},
           {"the fast (and the furious)", ""},
           {"(ISR)", ""},
           {"an open parenthesis (ISR", ""},
           {"", ""}});
}

TEST_CASE("acronym miner: a text of nothing but openings takes no time") {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += "A (A, or ";
    std::vector<AcronymDefinition> found;
    AcronymMiner().mine(text, found);
    CHECK(found.size() < 100'000);
}

}  // namespace
