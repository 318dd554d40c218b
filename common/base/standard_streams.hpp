// The three streams that a program begins with, and may have been begun without.
#pragma once

namespace sitrep {

/// Gives the number of each standard stream that is closed to one of which nothing can be read or
/// written: else the next file or connection takes it, and gets what was meant for the stream.
void reserve_standard_streams();

}  // namespace sitrep
