// Designators: `F-35`, `F35`, `F‑35` and `F 35` are one name, and `F-35A` is an F-35. A grammar,
// not a list; its terminals are words of the text, told apart by what stands between them (- any
// dash, _ a single space, nothing otherwise). Internal to common/text.
//
//   designator = base [ _ suffix ]
//   base       = prefix [-|_] number tail                       F-35A  DDG 51  Type 055D  HK416
//              | ( capitals )_ number                           Carrier Air Wing (CVW) 5
//              | role . number tail                             FGR.4  HC.6A
//              | letter / letter [-|_] number tail              F/A-18E/F
//              | letters / letters - number tail                MH/HH-60M
//              | AN / jetds [-|_] number tail                   AN/SPY-6(V)1: the AN/ says nothing
//              | T - letters [-|_] number tail                  T-AO-205
//              | target - launcher - number tail                SS-N-22: not the submarine SSN 22
//              | number letters [-] number variant              9K720  2S19M1  3M-54E
//              | capitals [-|_] roman | mk roman                GPS III  MkII
//              | Name [-|_] mark [_] A number letters           Leopard 2A7V  Leopard 2 A8
//              | capitals (X) | letter / letter - XX            DDG(X)  F/A-XX
//   tail       = variant { - number | (V) number | / variant | / number }
//                                                               AGM-158C-1  SPY-6(V)1  GBU-39/B
//                                                               F-35A/B/C  Su-27/30  C-130J-30
//                                                               R-77-1  M109A6/A7
//              | _ letter / next letter                         F-16 C/D
//   variant    = [ letters ] [ digits ] [ letters ]             T-72B3  MiG-29SMT  S-300V4
//   suffix     = mark [-|_] ordinal { / ordinal } | SEPv digits | SEP v digits
//   mark       = Block | Mod | Flight | Increment | ...
//   ordinal    = number variant | roman                         Block 50/52  Block IIA  Mod 7
//
// Zeros before a number of two digits say nothing: Type 055 is a Type 55 too.
//
// The prefix is read in designator_prefix.cpp, numbers and variants in designator_items.cpp.
//
// Sources: US aircraft and missiles, AFI 16-401 / DoD 4120.15-L (mission, number, series, block);
// electronics, MIL-STD-196 (JETDS: AN/ and three letters); US hulls, SECNAVINST 5030.8; Russian
// indices, GRAU (digit, letter, digits); NATO's names of Soviet missiles (AA, AS, AT, SA or SS, and
// what they are launched from); bureau names (MiG-29, Su-57, T-72), NATO and Chinese forms (DF-21D,
// Type 055) share the shape of prefix, number, variant.
#pragma once

#include "text/name.hpp"

namespace sitrep {

/// The words at the beginning of `words` that are one designator; 0 when they are none. Appends its
/// names, each on its words: what it is whole (TokenRole::Name), the several it names at once
/// (Member), and what it is a kind of (Family). Roman numerals are arabic in names.
std::size_t read_designator(NameWords words, Names& names);

}  // namespace sitrep
