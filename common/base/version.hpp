// The version of Sitrep, as CMakeLists.txt has it.
#pragma once

namespace sitrep {

const char* version();

}  // namespace sitrep
