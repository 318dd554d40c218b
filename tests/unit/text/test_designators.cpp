#include "token_text.hpp"

#include <doctest/doctest.h>

namespace {

using namespace sitrep;
using test::check_terms;

TEST_CASE("designators: one name whatever separates its parts") {
    check_terms({{"F-35", "f 35 =f35:2"},
                 {"F35", "f35"},
                 {"F 35", "f 35 =f35:2"},
                 {"f 35", "f 35 =f35:2"},
                 {"F\u201135", "f 35 =f35:2"},
                 {"F\u201335", "f 35 =f35:2"},
                 {"F\u221235", "f 35 =f35:2"},
                 {"F\u00A035", "f 35 =f35:2"},
                 {"F-\u200B35", "f 35 =f35:2"},
                 {"\uFF26\uFF0D\uFF13\uFF15", "f 35 =f35:2"},
                 {"MQ-9", "mq 9 =mq9:2"},
                 {"mq9", "mq9"},
                 {"DDG 51", "ddg 51 =ddg51:2"},
                 {"ddg 51", "ddg 51 =ddg51:2"},
                 {"DDG-51", "ddg 51 =ddg51:2"},
                 {"S-400", "s 400 =s400:2"}});
}

TEST_CASE("designators: a variant is of its family, and a variant of that") {
    check_terms({{"F-35A", "f 35a =f35a:2 ^f35:2"},
                 {"T-72B3", "t 72b3 =t72b3:2 ^t72:2 ^t72b:2"},
                 {"AGM-158C-1", "agm 158c 1 =agm158c1:3 ^agm158:3 ^agm158c:3"},
                 {"C-130J-30", "c 130j 30 =c130j30:3 ^c130:3 ^c130j:3"},
                 {"MiG-29SMT", "mig 29smt =mig29smt:2 ^mig29:2"},
                 {"M1A2", "m1a2 ^m1 ^m1a"},
                 {"DF-21D", "df 21d =df21d:2 ^df21:2"},
                 {"X-37B", "x 37b =x37b:2 ^x37:2"},
                 {"KC-46A", "kc 46a =kc46a:2 ^kc46:2"},
                 {"Il-76MD-90A", "il 76md 90a =il76md90a:3 ^il76:3 ^il76md:3 ^il76md90:3"},
                 {"S-300PMU-2", "s 300pmu 2 =s300pmu2:3 ^s300:3 ^s300pmu:3"},
                 {"Kh-47M2", "kh 47m2 =kh47m2:2 ^kh47:2 ^kh47m:2"},
                 {"MQ-9-B", "mq 9 b =mq9b:3 ^mq9:3"},
                 {"9K720", "9k720"},
                 {"2S19M1", "2s19m1 ^2s19 ^2s19m"},
                 {"HK416", "hk416"}});
}

TEST_CASE("designators: plurals and possessives are the same name") {
    check_terms({{"F-35s", "f 35s =f35:2"},
                 {"F-35's", "f 35s =f35:2"},
                 {"F35s", "f35"},
                 {"B-52Hs", "b 52hs =b52h:2 ^b52:2"},
                 {"F-35As", "f 35as =f35a:2 ^f35:2"},
                 {"F-35A\u2019s", "f 35a =f35a:2 ^f35:2"},
                 {"C-130J-30s", "c 130j 30s =c130j30:3 ^c130:3 ^c130j:3"},
                 {"F-15S", "f 15s =f15s:2 ^f15:2"},
                 {"f-35as", "f 35as =f35as:2 ^f35:2 &f35a:2"}});
}

TEST_CASE("designators: several at once are each of them") {
    check_terms(
        {{"F-35A/B/C", "f 35a b c =f35abc:4 &f35a:4 &f35b:4 &f35c:4 ^f35:4"},
         {"F/A-18E/F", "f a 18e f =fa18ef:4 &fa18e:4 &fa18f:4 ^fa18:4 ^f18e:4 ^f18:4 ^f18f:4"},
         {"GBU-39/B", "gbu 39 b =gbu39b:3 ^gbu39:3"},
         {"GBU-31(V)1/B", "gbu 31 v 1 b =gbu31v1b:5 &gbu31v1:5 &gbu31b:5 ^gbu31:5 ^gbu31v:5"},
         {"MH/HH-60M", "mh hh 60m =mhhh60m:3 &mh60m:3 &hh60m:3 ^mh60:3 ^hh60:3"},
         {"Su-27/30", "su 27 30 &su27:3 &su30:3"},
         {"F-22/F-35", "f 22 f 35 =f22:2 =f35:2"},
         {"AN/SPY-6(V)1/2", "an spy 6 v 1 2 =spy6v1v2:6 &spy6v1:6 &spy6v2:6 ^spy6:6 ^spy6v:6"}});
}

TEST_CASE("designators: AN/ says nothing, and a ship's T- little") {
    check_terms({{"AN/SPY-6(V)1", "an spy 6 v 1 =spy6v1:5 ^spy6:5 ^spy6v:5"},
                 {"SPY-6(V)1", "spy 6 v 1 =spy6v1:4 ^spy6:4 ^spy6v:4"},
                 {"AN/SPY-6", "an spy 6 =spy6:3"},
                 {"anspy6", "spy6"},
                 {"AN/ALQ-99", "an alq 99 =alq99:3"},
                 {"T-AO-205", "t ao 205 =tao205:3 ^ao205:3"},
                 {"SPY-6(V)1\u2019s", "spy 6 v 1s =spy6v1:4 ^spy6:4 ^spy6v:4"},
                 {"AH-64E(V)6", "ah 64e v 6 =ah64ev6:4 ^ah64:4 ^ah64e:4 ^ah64ev:4"},
                 {"USS Ronald Reagan (CVN 76)", "uss ronald reagan cvn 76 =cvn76:2"}});
}

TEST_CASE("designators: blocks, modifications and flights") {
    check_terms(
        {{"SM-3 Block IIA", "sm 3 block iia ^sm3:2 =sm3block2a:4"},
         {"SM-3 Block 2A", "sm 3 block 2a ^sm3:2 =sm3block2a:4"},
         {"F-16C/D Block 50/52",
          "f 16c d block 50 52 ^f16cd:3 ^f16c:3 ^f16d:3 ^f16:3 &f16cblock50:6 &f16dblock50:6 "
          "^f16block50:6 &f16cblock52:6 &f16dblock52:6 ^f16block52:6"},
         {"Mk-48 Mod 7", "mk 48 mod 7 ^mk48:2 =mk48mod7:4"},
         {"Mk. 41", "mk 41 =mk41:2"},
         {"Mk. IV", "mk iv =mk4:2"},
         {"MkII", "mk2"},
         {"mkiv", "mk4"},
         {"mk-ii", "mk ii =mk2:2"},
         {"MkV", "mk5"},
         {"MKI", "mki"},
         {"mkv", "mkv"},
         {"M1A2 SEPv3", "m1a2 sepv3 ^m1a2 ^m1 ^m1a =m1a2sepv3:2 ^m1sepv3:2 ^m1asepv3:2"},
         {"DDG 51 Flight III", "ddg 51 flight iii ^ddg51:2 =ddg51flight3:4"},
         {"F-16 Block 50-equipped", "f 16 block 50 ^f16:2 =f16block50:4 equipped"}});
}

TEST_CASE("designators: Roman numerals are arabic") {
    check_terms({{"GPS III", "gps iii =gps3:2"},
                 {"GPS-III", "gps iii =gps3:2"},
                 {"GPS IIIF", "gps iiif =gps3f:2 ^gps3:2"},
                 {"Mk II", "mk ii =mk2:2"},
                 {"Mark VI", "mark vi =mk6:2"},
                 {"Mk V", "mk v =mk5:2"},
                 {"Mark I", "mark i"},
                 {"World War II", "world war ii"},
                 {"Part III", "part iii"}});
}

TEST_CASE("designators: Russian modifications, NATO's names, indices with a dash") {
    check_terms({{"Mi-28NM", "mi 28nm =mi28nm:2 ^mi28:2"},
                 {"500 NM", "500 nm =500nm:2"},
                 {"Mi-8AMTSh", "mi 8amtsh =mi8amtsh:2 ^mi8:2"},
                 {"R-77-1", "r 77 1 =r77-1:3 ^r77:3"},
                 {"R77-1", "r77 1 =r77-1:2 ^r77:2"},
                 {"W76-2", "w76 2 =w76-2:2 ^w76:2"},
                 {"B61-12", "b61 12 =b61-12:2 ^b61:2"},
                 {"B-61-12", "b 61 12 =b61-12:3 ^b61:3"},
                 {"P12-15", "p12 15"},
                 {"AN/WQC-2", "an wqc 2 =wqc2:3"},
                 {"de 12 buques", "de 12 buques"},
                 {"le 14 juillet", "le 14 juillet"},
                 {"GAO-20-75", "gao 20 75"},
                 {"SS-N-22", "ss n 22 =ss-n22:3"},
                 {"ex-SA-N-6", "ex sa n 6 =sa-n6:3"},
                 {"3M-54E", "3m 54e =3m54e:2 ^3m54:2"},
                 {"5G-2", "5g 2"}});
}

TEST_CASE("designators: prefixes written out") {
    check_terms(
        {{"Type 055", "type 055 =type055:2 ^type55:2"},
         {"type 055", "type 055 =type055:2 ^type55:2"},
         {"Type 2", "type 2"},
         {"SSBN 826", "ssbn 826 =ssbn826:2"},
         {"Type 052DL",
          "type 052dl =type052dl:2 ^type052:2 ^type052d:2 ^type52dl:2 ^type52:2 ^type52d:2"},
         {"Mark 48", "mark 48 =mk48:2"},
         {"mark 48", "mark 48"}});
}

TEST_CASE("designators: words before numbers stay words") {
    check_terms({{"May 29", "may 29"},
                 {"JAN 3", "jan 3"},
                 {"in 35 days", "in 35 days"},
                 {"a 10 percent rise", "a 10 percent rise"},
                 {"A 10 percent rise", "a 10 percent rise"},
                 {"page 12", "page 12"},
                 {"No 5", "no 5"},
                 {"NATO 2022", "nato 2022"},
                 {"top 10", "top 10"},
                 {"the 7th", "the 7th"},
                 {"war 3", "war 3"},
                 {"at 5 p.m.", "at 5 pm"},
                 {"F 1,200", "f 1200"},
                 {"FY 2024", "fy 2024 =fy2024:2"},
                 {"FY24", "fy24 =fy2024"}});
}

TEST_CASE("designators: a name before its mark, what has no number yet, a version") {
    check_terms(
        {{"Leopard 2A7V", "leopard 2a7v =leopard2a7v:2 ^leopard2:2 ^leopard2a:2 ^leopard2a7:2"},
         {"leopard 2a7v", "leopard 2a7v ^2a7"},  // no capital: an index like 2S19
         {"Nearly 2A", "nearly 2a"},
         {"DDG(X)", "ddg x =ddgx:2"},
         {"F/A-XX", "f a xx =faxx:3"},
         {"SEP v3", "sep v3 =sepv3:2"},
         {"PzH 2000", "pzh 2000 =pzh2000:2"},
         {"fiscal year 2024", "fiscal year 2024 =fy2024:3"},
         {"fiscal 2024", "fiscal 2024 =fy2024:2"},
         {"year 2024", "year 2024"}});
}

TEST_CASE("designators: what looks alike stays what it is") {
    check_terms({{"COVID-19", "covid 19 +covid19:2"},
                 {"9-11", "9 11"},
                 {"24-7", "24 7"},
                 {"2015-16", "2015 16"},
                 {"mid-2020", "mid 2020"},
                 {"Jun-2020", "jun 2020"},
                 {"KJ-2000", "kj 2000 +kj2000:2"},
                 {"ELM-2084", "elm 2084 +elm2084:2"},
                 {"G-7", "g 7 +g7:2"},
                 {"A-list", "a list +alist:2"},
                 {"Section 2-3", "section 2 3"},
                 {"21-14", "21 14"},
                 {"703-697-5131", "703 697 5131"},
                 {"CVE-2015-1234", "cve 2015 1234"},
                 {"Jan-15-2018", "jan 15 2018"},
                 {"3-to-1", "3 to 1"},
                 {"C4ISR", "c4isr"},
                 {"C4I", "c4i"},
                 {"A2/AD", "a2 ad +a2ad:2"},
                 {"MP3", "mp3"},
                 {"DoDD 8000.01", "dodd 8000.01"}});
}

TEST_CASE("designators: inside a chain of words") {
    check_terms({{"F-35-based", "f 35 based =f35:2"},
                 {"U.S.-built F-16s", "us =u.s built f 16s =f16:2"},
                 {"ex-F-16", "ex f 16 =f16:2"},
                 {"non-F-35", "non f 35 =f35:2"},
                 {"15-C-5151", "15 c 5151"},
                 {"N00024-15-C-5151", "n00024 15 c 5151 =n0002415c5151:4"},
                 {"N0002415C5151", "n0002415c5151"}});
}

}  // namespace
