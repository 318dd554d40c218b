#include "base/version.hpp"

namespace sitrep {

const char* version() { return SITREP_VERSION; }

}  // namespace sitrep
