// What stands around the names of soldiers: ranks before them, services and bases behind.
#pragma once

#include <string_view>

namespace sitrep {

/// Without a service and a rank at the front: "U.S. Army Staff Sgt. Jo Marsh".
std::string_view without_rank(std::string_view name);

/// Whether a military rank stands before `name`.
bool has_rank(std::string_view name);

/// "U.S. Navy (Retired)", "USAF (Ret.)": what one serves or served in.
bool is_service(std::string_view part);

/// "Fort Stewart", "Naval Station Norfolk".
bool is_base(std::string_view part);

}  // namespace sitrep
