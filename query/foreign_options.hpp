// What people of other tools type to sitrep-query.
#pragma once

#include "settings/foreign_option.hpp"

namespace sitrep {

ForeignOptions foreign_options();

}  // namespace sitrep
