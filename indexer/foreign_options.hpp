// What people of other tools type to sitrep-index.
#pragma once

#include "settings/foreign_option.hpp"

namespace sitrep {

ForeignOptions foreign_options();

}  // namespace sitrep
