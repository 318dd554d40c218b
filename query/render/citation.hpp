// What citations of all formats have in common.
#pragma once

#include "model/hit.hpp"

#include <string>

namespace sitrep {

/// `kruus2017nato-1a2b3c4d`: last name of the first author (else the outlet), year and first long
/// word of the headline in ASCII letters, then a hash of the path: the same in every answer, and
/// another for each article.
std::string citation_key(const Hit& hit);

}  // namespace sitrep
