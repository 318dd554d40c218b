#include "text/month_names.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace sitrep {
namespace {

struct MonthName {
    std::string_view name;
    int month;
};

/// German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian, Polish, Czech, Romanian,
/// Finnish, Turkish, Indonesian, Russian and Ukrainian; in byte order.
constexpr auto kMonths = std::to_array<MonthName>({
    {"abr", 4},          {"abril", 4},       {"ago", 8},         {"agosto", 8},
    {"agustus", 8},      {"aout", 8},        {"août", 8},        {"aprile", 4},
    {"aprilie", 4},      {"aralık", 12},     {"augusti", 8},     {"augustus", 8},
    {"avr", 4},          {"avril", 4},       {"ağustos", 8},     {"března", 3},
    {"czerwca", 6},      {"decembre", 12},   {"decembrie", 12},  {"desember", 12},
    {"dez", 12},         {"dezember", 12},   {"dezembro", 12},   {"dic", 12},
    {"dicembre", 12},    {"diciembre", 12},  {"dubna", 4},       {"déc", 12},
    {"décembre", 12},    {"ekim", 10},       {"elokuuta", 8},    {"ene", 1},
    {"enero", 1},        {"eylül", 9},       {"febbraio", 2},    {"feber", 2},
    {"febrero", 2},      {"februar", 2},     {"februari", 2},    {"februarie", 2},
    {"fev", 2},          {"fevereiro", 2},   {"fevrier", 2},     {"févr", 2},
    {"février", 2},      {"gen", 1},         {"gennaio", 1},     {"giu", 6},
    {"giugno", 6},       {"grudnia", 12},    {"haziran", 6},     {"heinäkuuta", 7},
    {"helmikuuta", 2},   {"huhtikuuta", 4},  {"ianuarie", 1},    {"iulie", 7},
    {"iunie", 6},        {"janeiro", 1},     {"januar", 1},      {"januari", 1},
    {"janv", 1},         {"janvier", 1},     {"joulukuuta", 12}, {"juil", 7},
    {"juillet", 7},      {"juin", 6},        {"julho", 7},       {"juli", 7},
    {"julio", 7},        {"junho", 6},       {"juni", 6},        {"junio", 6},
    {"jänner", 1},       {"kasım", 11},      {"kesäkuuta", 6},   {"května", 5},
    {"kwietnia", 4},     {"ledna", 1},       {"lipca", 7},       {"listopada", 11},
    {"listopadu", 11},   {"lokakuuta", 10},  {"lug", 7},         {"luglio", 7},
    {"lutego", 2},       {"maaliskuuta", 3}, {"maart", 3},       {"maerz", 3},
    {"mag", 5},          {"maggio", 5},      {"mai", 5},         {"maio", 5},
    {"maj", 5},          {"maja", 5},        {"marca", 3},       {"maret", 3},
    {"marraskuuta", 11}, {"mars", 3},        {"mart", 3},        {"martie", 3},
    {"marts", 3},        {"marzo", 3},       {"março", 3},       {"mayo", 5},
    {"mayıs", 5},        {"mei", 5},         {"mrt", 3},         {"mrz", 3},
    {"märz", 3},         {"nisan", 4},       {"noiembrie", 11},  {"novembre", 11},
    {"novembro", 11},    {"noviembre", 11},  {"ocak", 1},        {"octobre", 10},
    {"octombrie", 10},   {"octubre", 10},    {"okt", 10},        {"oktober", 10},
    {"ott", 10},         {"ottobre", 10},    {"outubro", 10},    {"października", 10},
    {"prosince", 12},    {"septembre", 9},   {"septembrie", 9},  {"septiembre", 9},
    {"setembro", 9},     {"setiembre", 9},   {"settembre", 9},   {"sierpnia", 8},
    {"srpna", 8},        {"stycznia", 1},    {"syyskuuta", 9},   {"tammikuuta", 1},
    {"temmuz", 7},       {"toukokuuta", 5},  {"września", 9},    {"září", 9},
    {"února", 2},        {"července", 7},    {"června", 6},      {"října", 10},
    {"şubat", 2},        {"августа", 8},     {"апреля", 4},      {"березня", 3},
    {"вересня", 9},      {"грудня", 12},     {"декабря", 12},    {"жовтня", 10},
    {"июля", 7},         {"июня", 6},        {"квітня", 4},      {"липня", 7},
    {"листопада", 11},   {"лютого", 2},      {"марта", 3},       {"мая", 5},
    {"ноября", 11},      {"октября", 10},    {"сентября", 9},    {"серпня", 8},
    {"січня", 1},        {"травня", 5},      {"февраля", 2},     {"червня", 6},
    {"января", 1},
});

}  // namespace

std::optional<int> foreign_month(std::string_view word) {
    const std::string name = ascii_lower(word);
    const auto found = std::lower_bound(
        kMonths.begin(), kMonths.end(), name,
        [](const MonthName& row, const std::string& wanted) { return row.name < wanted; });
    if (found == kMonths.end() || found->name != name) return std::nullopt;
    return found->month;
}

}  // namespace sitrep
