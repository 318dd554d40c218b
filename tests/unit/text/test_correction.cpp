#include "text/correction.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sitrep {

TEST_CASE("correction: a label or a known saying makes a note of it") {
    for (const char* note :
         {"Correction: The ship is a frigate.", "CORRECTION \u2014 May 3",
          "Corrections (June 1): x", "Clarification, May 3: x", "Correction",
          "This story has been corrected.",
          "Editor's note: An earlier version of this article gave another name."})
        CHECK_MESSAGE(is_correction(note), note);
}

TEST_CASE("correction: a story that tells of corrections is none") {
    for (const std::string& text :
         {std::string("Correctional officers met."), std::string("Corrections officers met."),
          std::string("Corrected flight paths saved fuel."), std::string(),
          "Correction: " + std::string(1000, 'x')})
        CHECK_MESSAGE(!is_correction(text), text);
}

}  // namespace sitrep
